"""Values of fields, in forms that are rarer."""

from typing import Any

from fastapi import APIRouter, Form, HTTPException, Request, Response, UploadFile
from fastapi.responses import JSONResponse, PlainTextResponse, StreamingResponse
from pydantic import BaseModel

router = APIRouter()
RETRIES = 3
ENABLED = True


class Export(BaseModel):
    name: str
    rows: int


@router.get("/1")
def one(response: Response):
    response.headers.setdefault("X-Enabled", ENABLED)  # R944
    return {}


@router.get("/2")
def two(response: Response):
    response.headers.update({"X-Retries": RETRIES, "X-Two": "2"})  # R944
    return {}


@router.get("/3")
def three():
    raise HTTPException(409, "three", headers={"X-Reason": None})  # R944


@router.get("/4")
def four():
    return PlainTextResponse("4", headers=dict(Age=4))  # R944


@router.get("/5")
def five(export: Export):
    return JSONResponse(export.model_dump(), headers={"X-Rows": str(export.rows)})


@router.get("/6")
def six(flag: bool = False):
    return PlainTextResponse("6", headers={"X-Flag": str(flag).lower(), "X-Six": repr(6)})


@router.get("/7")
def seven(response: Response, flag: bool = False):
    response.headers["X-Flag"] = "yes" if flag else "no"
    response.headers["X-Rows"] = "{:d}".format(7)
    return {"X-Rows": 7}


@router.get("/8")
def eight():
    value: Any = JSONResponse({"eight": 8}).status_code
    return PlainTextResponse("8", headers={"X-Status": f"{value}", "X-Eight": "8" * 2})


@router.get("/folders/{folder}/{name}")
async def nine(request: Request):
    name = request.path_params["name"]
    return StreamingResponse(  # R941 error
        iter([b""]), headers={"Content-Disposition": 'attachment; filename="' + name + '.zip"'}
    )


@router.post("/10")
async def ten(export: Export):
    return Response(  # R941
        b"", headers={"Content-Disposition": f'attachment; filename="{export.name}.csv"'}
    )


@router.post("/11")
async def eleven(title: str = Form()):
    return Response(  # R941
        b"", headers={"Content-Disposition": "attachment; filename=%s.csv" % title}
    )


@router.post("/12")
async def twelve(export: Export):
    return Response(
        b"", headers={"Content-Disposition": f'attachment; filename="rows-{export.rows}.csv"'}
    )


@router.post("/13")
async def thirteen(upload: UploadFile):
    size = len(await upload.read())
    return Response(b"", headers={"Content-Disposition": f'inline; filename="{size}.bin"'})


@router.post("/14")
async def fourteen(upload: UploadFile):
    return JSONResponse({"filename": upload.filename, "disposition": f"filename={upload.filename}"})
