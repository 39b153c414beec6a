"""Mappings: in place, through aliases, and copies."""

from collections import ChainMap
from copy import copy

from starlette.responses import JSONResponse, PlainTextResponse, Response

SECURITY = {"X-Frame-Options": "DENY", "X-Content-Type-Options": "nosniff"}
CACHE: dict[str, str] = {"Cache-Control": "no-store"}

for _name in ("X-First", "X-Second"):
    CACHE[_name] = "1"


def one() -> Response:
    CACHE.pop("X-First")  # R942
    return PlainTextResponse("1", headers=CACHE)


def two(deep: bool) -> Response:
    headers = SECURITY
    if deep:
        headers.update({"X-Deep": "1"})  # R942
    return PlainTextResponse("2", headers=headers)


def three() -> Response:
    headers = copy(SECURITY)
    headers["X-Three"] = "3"
    return PlainTextResponse("3", headers=headers)


def four() -> Response:
    headers = dict(ChainMap({"X-Four": "4"}, SECURITY))
    headers["X-More"] = "4"
    return PlainTextResponse("4", headers=headers)


def five() -> Response:
    headers = {name: value for name, value in SECURITY.items()}
    headers.pop("X-Frame-Options")
    return PlainTextResponse("5", headers=headers)


def reply(content: object, headers: dict[str, str] | None = None) -> JSONResponse:
    headers = headers if headers is not None else {}
    headers.update(SECURITY)  # R943
    return JSONResponse(content, headers=headers)


def reply_well(content: object, headers: dict[str, str] | None = None) -> JSONResponse:
    merged = dict(SECURITY)
    merged.update(headers or {})
    return JSONResponse(content, headers=merged)


def reply_too(content: object, headers: dict[str, str] | None = None) -> JSONResponse:
    merged = SECURITY | (headers or {})
    merged["X-Reply"] = "too"
    return JSONResponse(content, headers=merged)
