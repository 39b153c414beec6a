"""Bodies without a byte, however they are written; JSON's "" and null are none."""

from typing import Annotated

from fastapi import Query, status
from fastapi.responses import JSONResponse, PlainTextResponse, Response


def send_lines(name: Annotated[str, Query(description="Asked of anybody, whatever the status.")]) -> Response:
    if name == "a":
        return Response(content="", media_type="application/x-ndjson")
    if name == "b":
        return Response(b"", media_type="application/x-ndjson")
    return Response(media_type="application/x-ndjson")


def send_text() -> Response:
    return PlainTextResponse("", status.HTTP_404_NOT_FOUND)


def send_value() -> Response:
    return JSONResponse(None, 410)


def send_empty_value() -> Response:
    return JSONResponse("", 410)
