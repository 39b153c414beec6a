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


def touch(mapping: dict[str, Any]) -> None:
    mapping["X-Touched"] = "1"


def send_handed(content: object) -> Response:
    headers = {"Cache-Control": "no-store"}
    touch(headers)
    return JSONResponse(content, headers=headers)


def send_aliased(content: object) -> Response:
    headers = {"Cache-Control": "no-store"}
    other = headers
    other["X-More"] = "1"
    return JSONResponse(content, headers=headers)


def send_enclosed(content: object) -> Response:
    headers = {"Cache-Control": "no-store"}

    def add() -> None:
        headers["X-More"] = "1"

    add()
    return JSONResponse(content, headers=headers)


SHARED = {"Cache-Control": "no-store"}


def change() -> None:
    SHARED["X-Shared"] = "1"


def send_shared(content: object) -> Response:
    change()
    return JSONResponse(content, headers=SHARED)


def send_two_spellings(content: object) -> Response:
    return JSONResponse(
        content, headers={"Cache-Control": "no-store", "cache-control": "public"}
    )


def send_reassigned(detail: str) -> Response:
    body = {"ok": True, "message": None, "data": 2}
    body["message"] = detail
    return JSONResponse(body, headers={"X-Body": "1"})


def send_counted_before() -> Response:
    rows = [1]
    body = {"ok": True, "message": "m", "data": len(rows)}
    rows.append(2)
    return JSONResponse(body, headers={"X-Body": "1"})


def send_blank(content: object) -> Response:
    return JSONResponse(content, 202, headers={"X-Text": "  blank "})


def send_popped() -> Response:
    body = {"a": "no-store"}
    response = JSONResponse(body)
    response.headers["Cache-Control"] = body.pop("a")
    return response


def fails() -> str:
    raise ValueError("no")


def send_failed() -> Response:
    response = Response(b"none")
    try:
        response = JSONResponse({"a": 1}, 201)
        response.headers["Cache-Control"] = fails()
    except ValueError:
        return response
    return response


def send_formatted(content: object) -> Response:
    text = f"{AppJSON(content).body!r}"
    return Response(text, headers={"X-Text": text})
