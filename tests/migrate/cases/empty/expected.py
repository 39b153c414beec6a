"""Bodies without a byte, however they are written; JSON's "" and null are none."""

from typing import Annotated

from fastapi import Query
from fastapi.responses import JSONResponse, Response
from empty_catalogue.api import NoLines, NoText, NoValue


def send_lines(name: Annotated[str, Query(description="Asked of anybody, whatever the status.")]) -> Response:
    if name == "a":
        return NoLines()
    if name == "b":
        return NoLines()
    return NoLines()


def send_text() -> Response:
    return NoText()


def send_value() -> Response:
    return NoValue()


def send_empty_value() -> Response:
    return JSONResponse("", 410)
