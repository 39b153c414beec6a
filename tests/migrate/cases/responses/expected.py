"""Responses: classes that send the same, and what only resembles them."""

from fastapi import Response
from fastapi.responses import JSONResponse
from responses_catalogue.api import Created, Envelope, Gone, LibraryJSON, Table

LIBRARY = {"Cache-Control": "no-store", "X-Library": "central"}


def load(key: object) -> object:
    return key


def send_library(data: object) -> JSONResponse:
    return LibraryJSON(data)


def send_accepted(data: object) -> JSONResponse:
    return LibraryJSON(load(data), status_code=202)


def send_created(title: str) -> Response:
    return Created(
        {"title": title},  # as it was given
        location=f"/books/{title}",
    )


def send_table(rows: str, count: int) -> Response:
    return Table(rows, x_rows=int(count))


def send_plain_table(rows: str) -> Response:
    return Table(rows)


def send_envelope(data: object) -> JSONResponse:
    return Envelope(message="fine", data=load(data))


def send_message(message: str) -> JSONResponse:
    return Envelope(message=message, data=None)


def send_gone() -> Response:
    return Gone()


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
    return LibraryJSON(LibraryJSON(data).body.decode())


def send_spread(data: object) -> JSONResponse:
    return LibraryJSON(data)


def answer(data: object, status: int = 202) -> JSONResponse:
    return LibraryJSON(data, status_code=status)


def empty(data: object, status: int = 202) -> JSONResponse:
    return JSONResponse(data, status, LIBRARY)


def send_answer(data: object) -> JSONResponse:
    return answer(data)


def send_answered(data: object) -> JSONResponse:
    return answer(data, status=404)


def send_chosen(data: object, found: bool) -> JSONResponse:
    return empty(data, 200 if found else 204) if found else answer(data)
