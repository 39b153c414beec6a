"""Changes right behind a constructor, and those that have to stay."""

from fastapi import Response
from fastapi.responses import JSONResponse


def tag(data: object) -> str:
    return f'"{len(str(data))}"'


def send_created(data: object, url: str) -> JSONResponse:
    response = JSONResponse(data, 201)
    response.headers["Location"] = url
    return response


def send_status(data: object, url: str) -> JSONResponse:
    response = JSONResponse(data)
    response.status_code = 201  # since it is new
    response.headers["location"] = "/" + url
    return response


def send_kept(data: object) -> Response:
    made = JSONResponse(content=data)
    made.headers.setdefault("Cache-Control", "max-age=60")
    made.headers["ETag"] = tag(data)
    return made


def send_updated(data: object) -> Response:
    made = JSONResponse(data)
    made.headers.update({"Cache-Control": "max-age=60"})
    return made


def send_commented(data: object) -> Response:
    made = JSONResponse(data)
    # caches may keep it
    made.headers["Cache-Control"] = "max-age=60"
    return made


def send_itself(data: object) -> Response:
    made = JSONResponse(data, headers={"Cache-Control": "max-age=60"})
    made.headers["ETag"] = tag(made.body)
    return made


def send_between(data: object) -> Response:
    made = JSONResponse(data)
    if data:
        made.headers["Cache-Control"] = "max-age=60"
    return made


def send_emptied() -> Response:
    made = Response()
    made.status_code = 204
    return made


def send_more(data: object, url: str) -> JSONResponse:
    response = JSONResponse(data, 201)
    response.headers["Location"] = url
    response.headers["X-More"] = "1"
    return response
