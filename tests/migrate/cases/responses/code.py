"""Responses: classes that send the same, and what only resembles them."""

from fastapi import Response
from fastapi.responses import JSONResponse
from starlette import responses as r

LIBRARY = {"Cache-Control": "no-store", "X-Library": "central"}


def load(key: object) -> object:
    return key


def send_library(data: object) -> JSONResponse:
    return JSONResponse(data, headers=LIBRARY)


def send_accepted(data: object) -> JSONResponse:
    return JSONResponse(load(data), 202, LIBRARY)


def send_created(title: str) -> Response:
    return JSONResponse(
        {"title": title},  # as it was given
        status_code=201,
        headers={**LIBRARY, "Location": f"/books/{title}"},
    )


def send_table(rows: str, count: int) -> Response:
    return r.Response(
        rows, media_type="text/csv", headers={"X-Kind": "table", "X-Rows": str(int(count))}
    )


def send_plain_table(rows: str) -> Response:
    return r.PlainTextResponse(rows, headers={"X-Kind": "table", "Content-Type": "text/csv; charset=utf-8"})


def send_envelope(data: object) -> JSONResponse:
    return JSONResponse({"ok": True, "message": "fine", "data": load(data)}, headers={"X-Envelope": "1"})


def send_message(message: str) -> JSONResponse:
    return JSONResponse({"ok": True, "message": message, "data": None}, headers={"X-Envelope": "1"})


def send_gone() -> Response:
    return Response(status_code=204, headers={"X-Gone": "yes"})


def send_other_order(data: object) -> JSONResponse:
    return JSONResponse({"data": data, "ok": True, "message": "fine"}, headers={"X-Envelope": "1"})


def send_lost_comment(data: object) -> JSONResponse:
    return JSONResponse(
        data,
        headers={
            "Cache-Control": "no-store",  # as the law wants it
            "X-Library": "central",
        },
    )


def send_lost_call(data: object) -> JSONResponse:
    return JSONResponse(data, headers={**LIBRARY, "X-Library": load("central") and "central"})


def send_more(data: object) -> JSONResponse:
    return JSONResponse(data, headers={**LIBRARY, "X-More": "yes"})


def send_nested(data: object) -> JSONResponse:
    return JSONResponse(
        JSONResponse(data, headers=LIBRARY).body.decode(), headers=LIBRARY
    )


def send_spread(data: object) -> JSONResponse:
    given = {"status_code": 200}
    return JSONResponse(data, headers=LIBRARY, **given)


def answer(data: object, status: int = 202) -> JSONResponse:
    return JSONResponse(data, status, LIBRARY)


def empty(data: object, status: int = 202) -> JSONResponse:
    return JSONResponse(data, status, LIBRARY)


def send_answer(data: object) -> JSONResponse:
    return answer(data)


def send_answered(data: object) -> JSONResponse:
    return answer(data, status=404)


def send_chosen(data: object, found: bool) -> JSONResponse:
    return empty(data, 200 if found else 204) if found else answer(data)
