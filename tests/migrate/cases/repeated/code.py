"""Headers of what nobody knows may be those of a response, which has a name twice; a mapping has not."""

from collections.abc import Mapping

from fastapi import Response
from fastapi.responses import JSONResponse, RedirectResponse


def doubled():
    response = Response(headers={"X-Other": "1"})
    del response.headers["content-length"]
    response.headers.append("vary", "accept")
    response.headers.append("vary", "origin")
    return response


def moved(url, response):
    return RedirectResponse(url, headers=response.headers)


def send_moved(url: str) -> Response:
    return moved(url, doubled())


def send_held(content: object) -> Response:
    found = {"a": doubled()}
    return JSONResponse(content, 201, headers=found["a"].headers)


def send_called(content: object) -> Response:
    return JSONResponse(content, 201, headers=doubled().headers)


def send_either(content: object, is_moved: bool) -> Response:
    response = doubled()
    return JSONResponse(content, 201, headers=response.headers if is_moved else None)


def stored(content: object, headers: Mapping[str, str]) -> Response:
    return JSONResponse(content, 201, headers)


def send_stored(content: object) -> Response:
    return stored(content, {"vary": "accept"})
