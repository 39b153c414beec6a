"""What was in the baseline has been mended."""

from starlette.responses import JSONResponse


def one():
    return JSONResponse({"one": 1}, headers={"ETag": '"1"'})


def two():
    return JSONResponse({"two": 2}, headers={"X-Two": 2})  # R944


def three():
    return JSONResponse({"three": 3}, headers={"X-Three": "3"})
