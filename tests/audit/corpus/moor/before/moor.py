"""A file of the baseline is gone; this one has moved lines and white space."""

from starlette.responses import PlainTextResponse


def one():
    return PlainTextResponse("1", headers={  # R207
        "Connection": "close",
    })


def two():
    return PlainTextResponse("2", headers={"X-Limit": "10"})
