"""Calls that a class says something for, and calls that it only repeats."""

from fastapi import Response
from fastapi.responses import JSONResponse, RedirectResponse
from gains_catalogue.api import Accepted, Counted, Table, Wrapped


class Bare(JSONResponse):
    """It sends what its base sends, which no class of another name is for."""


def send_plain(data: object) -> Response:
    return JSONResponse(data, 200)


def send_plain_list(data: object) -> Response:
    return JSONResponse(content=data, status_code=200, media_type="application/json")


def send_typed(rows: str) -> Response:
    return Table(rows)


def send_status(data: object) -> Response:
    return Accepted(data)


def send_other_status(data: object) -> Response:
    return JSONResponse(data, 203)


def send_body(data: object) -> Response:
    return Wrapped(data=data)


def send_field(data: object) -> Response:
    return Counted(data, total=3)


def send_redirect() -> Response:
    return RedirectResponse("/elsewhere", status_code=307)


def send_bare(data: object) -> Response:
    return Bare(data, 200)


def send_counted(data: object) -> Response:
    return Counted(data)
