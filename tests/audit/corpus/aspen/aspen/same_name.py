"""A class called like its base, and classes bound to names."""

import sys

import fastapi
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse
from starlette.responses import Response as Base


class JSONResponse(JSONResponse):  # noqa: F811
    media_type = "application/vnd.aspen+json"


Text = PlainTextResponse
Text2 = Text
Markup = HTMLResponse if sys.platform != "win32" else Base
CLASSES = {"json": JSONResponse, "text": Text}


def one():
    return JSONResponse({"one": 1}, headers={"Retry-Afer": "3"})  # R202


def two():
    return Text("2", headers={"Set-Cookie": "a=1"})  # R946 warning


def three() -> fastapi.Response:
    return Text2("3", headers={"Vary": "Accept, *"})  # R225


def four():
    return JSONResponse({"four": 4}, headers={"Retry-After": "3"})


def five():
    kind = CLASSES["text"]
    return kind("5")


def six() -> Base:
    return Text2("6", headers={"Vary": "Accept, Origin"})


def seven(value):
    if isinstance(value, (Text, JSONResponse)):
        return value
    return Markup("<p>7</p>")
