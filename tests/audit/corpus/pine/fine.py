# -*- coding: latin-1 -*-
"""Every declared encoding is read: café."""

from starlette.responses import JSONResponse

NAME = "café"


def one():
    return JSONResponse({"name": NAME}, headers={"E-Tag": '"v1"'})  # R202


def two():
    return JSONResponse({"name": NAME}, headers={"X-Two": "2"})
