"""Files under names that people chose."""

import uuid
from datetime import date
from enum import Enum
from pathlib import Path as FilePath
from urllib.parse import quote

from fastapi import APIRouter, File, Path, Query, Request, UploadFile
from fastapi.responses import FileResponse, Response, StreamingResponse

from quarry.stones import Stone, load, slug

router = APIRouter()


class Grade(str, Enum):
    fine = "fine"
    rough = "rough"


@router.get("/stones/{name}.csv")
def by_path(name: str):
    return Response(  # R941 error
        load(name).csv(),
        media_type="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )


@router.get("/export")
def by_query(title: str = Query("stones")):
    response = Response(load(title).csv(), media_type="text/csv")
    response.headers["Content-Disposition"] = f"attachment; filename={title}.csv"  # R941 error
    return response


@router.post("/echo")
async def by_upload(file: UploadFile = File(...)):  # R941 error
    body = await file.read()
    headers = {"Content-Disposition": f'attachment; filename="{file.filename}"'}
    return Response(body, media_type="application/octet-stream", headers=headers)


@router.get("/raw")
def by_request(request: Request):
    wanted = request.query_params["as"]
    return Response(  # R941 error
        b"", headers={"Content-Disposition": 'attachment; filename="%s"' % wanted}
    )


@router.get("/stone/{stone_id}")
def by_record(stone_id: int):
    stone: Stone = load(stone_id)
    return StreamingResponse(  # R941 warning
        iter([stone.csv()]),
        media_type="text/csv",
        headers={"Content-Disposition": f'attachment; filename="{stone.title}.csv"'},
    )


@router.get("/path/{name}")
def by_annotated(name: str = Path(max_length=20)):
    return Response(b"", headers={"Content-Disposition": "inline; filename=" + name})  # R941 error


@router.get("/quoted/{name}")
def quoted(name: str):
    plain = quote(name)
    return Response(  # R941
        b"",
        headers={"Content-Disposition": f'attachment; filename="{plain}"'},
    )


@router.get("/int/{stone_id}")
def by_int(stone_id: int):
    return Response(
        b"",
        headers={"Content-Disposition": f'attachment; filename="stone-{stone_id}.csv"'},
    )


@router.get("/uuid/{key}")
def by_uuid(key: uuid.UUID, day: date):
    return Response(
        b"",
        headers={"Content-Disposition": f'attachment; filename="{day}-{key}.csv"'},
    )


@router.get("/grade/{grade}")
def by_grade(grade: Grade):
    return Response(
        b"",
        headers={"Content-Disposition": f'attachment; filename="{grade.value}.csv"'},
    )


@router.get("/star/{name}")
def by_star(name: str):
    return Response(
        b"",
        headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"},
    )


@router.get("/both/{name}")
def by_both(name: str):
    star = quote(name, safe="")
    value = f"attachment; filename=\"stone.csv\"; filename*=UTF-8''{star}"
    return Response(b"", headers={"Content-Disposition": value})


@router.get("/safe/{name}")
def by_safe(name: str):
    return Response(
        b"", headers={"Content-Disposition": f'attachment; filename="{slug(name)}.csv"'}
    )


@router.get("/file/{name}")
def by_file(name: str):
    return FileResponse(FilePath("/srv/stones") / "one.bin", filename=name)


@router.get("/today")
def today():
    return Response(
        b"",
        headers={"Content-Disposition": f'attachment; filename="{date.today():%Y-%m-%d}.csv"'},
    )


@router.get("/new")
def new():
    return Response(
        b"", headers={"Content-Disposition": f'attachment; filename="{uuid.uuid4()}.csv"'}
    )
