"""File names by way of helpers."""

from datetime import datetime
from decimal import Decimal
from enum import IntEnum
from typing import Literal
from uuid import uuid4

from fastapi import APIRouter, UploadFile
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from werkzeug.utils import secure_filename

router = APIRouter()


class Size(IntEnum):
    small = 1
    large = 2


def attachment(name: str) -> dict[str, str]:  # R941 =helper
    return {"Content-Disposition": f'attachment; filename="{name}"'}


@router.get("/helped/{name}")
def helped(name: str):
    return Response(b"", headers=attachment(name))  # R941 =helper


@router.post("/upload")
async def upload(upload: UploadFile):
    body = await upload.read()
    return Response(  # R941 error
        body,
        headers={"Content-Disposition": f"inline; filename={upload.filename}"},
    )


@router.get("/query")
async def query(request: Request):
    return Response(  # R941 error
        b"",
        headers={
            "Content-Disposition": "attachment; filename={}".format(request.query_params["name"])
        },
    )


@router.get("/sizes/{size}")
def sizes(size: Size):
    return Response(b"", headers={"Content-Disposition": f'inline; filename="{size.name}.txt"'})


@router.get("/kinds/{kind}")
def kinds(kind: Literal["csv", "tsv"]):
    return Response(b"", headers={"Content-Disposition": f'inline; filename="stones.{kind}"'})


@router.get("/numbers/{number}")
def numbers(number: int, weight: float, price: Decimal):
    name = f"{number}-{weight}"
    return Response(b"", headers={"Content-Disposition": f'inline; filename="{name}.txt"'})


@router.get("/dated")
def dated():
    stamp = datetime.now().strftime("%Y%m%d")
    return StreamingResponse(
        iter([b""]), headers={"Content-Disposition": f'attachment; filename="stones-{stamp}.txt"'}
    )


@router.get("/random")
def random():
    key = uuid4().hex
    return Response(b"", headers={"Content-Disposition": f'attachment; filename="{key}.txt"'})


@router.get("/constant")
def constant():
    return Response(b"", headers={"Content-Disposition": 'attachment; filename="stones.txt"'})


@router.get("/served/{name}")
def served(name: str):
    return FileResponse(f"/srv/{secure_filename(name)}", filename=f"copy of {name}")
