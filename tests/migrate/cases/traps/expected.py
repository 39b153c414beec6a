"""What has to be seen before a class or a call is moved."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI, HTTPException, Response
from fastapi.responses import JSONResponse
from traps_catalogue.api import PlainJSON, ShopJSON as AppJSON

__all__ = ["AppJSON", "PlainJSON"]


class Passed(JSONResponse):
    """It is handed on as a value."""

    def __init__(self, content: Any) -> None:
        super().__init__(content, headers={"Cache-Control": "no-store"})


app = FastAPI(default_response_class=AppJSON)
makers = [Passed]


def is_ours(response: Response) -> bool:
    return isinstance(response, AppJSON | JSONResponse)


def kind(response: Response) -> str:
    match response:
        case AppJSON():
            return "ours"
        case _:
            return "other"


@app.get("/data", response_class=AppJSON)
def data() -> dict[str, int]:
    return {"a": 1}


def send_ours(content: object) -> "AppJSON":
    return AppJSON(content, status_code=201)


def send_plain(content: object) -> Response:
    return PlainJSON(content)


def send_passed(content: object) -> Response:
    return Passed(content)


def send_walrus(content: object) -> Response:
    if (made := AppJSON(content)) is not None:
        return made
    return Response()


def send_conditional(known: bool) -> Response:
    return (
        AppJSON(1)
        if known
        else JSONResponse(2, headers={"Cache-Control": "public"})
    )


def send_changed(content: object) -> Response:
    response = AppJSON(content)
    return response


def send_read_between(content: object) -> Response:
    response = JSONResponse(content)
    size = len(response.body)
    response.headers["Cache-Control"] = "no-store" if size else "public"
    return response


def send_caught(name: str) -> Response:
    try:
        raise HTTPException(404, f"no {name}")
    except HTTPException as error:
        return JSONResponse({"reason": error.detail}, error.status_code)


def send_starred(content: object) -> Response:
    given = [content]
    return JSONResponse(*given, headers={"Cache-Control": "no-store"})
