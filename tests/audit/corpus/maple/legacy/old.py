"""per_file_ignores speaks of this folder."""

from starlette.responses import PlainTextResponse


def one():
    return PlainTextResponse("1", headers={"Content-Type": "text/x-one", "X-Size": 1})


def two():
    return PlainTextResponse("2", headers={"Accept-Range": "bytes"})  # R202


def three():
    return PlainTextResponse("3", headers={"X-Three": "3"})
