# respgen: ignore-file[R94, R207]
"""The whole file is silent about two families."""

from starlette.responses import JSONResponse, PlainTextResponse


def one():
    return JSONResponse({}, headers={"Connection": "close", "X-Size": 1})


def two():
    return PlainTextResponse("2", headers={"Content-Type": "text/x-two"})


def three():
    return PlainTextResponse("3", headers={"Accept-Range": "bytes"})  # R202
