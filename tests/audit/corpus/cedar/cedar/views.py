"""Imports in all their forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional

import fastapi
import starlette.responses
from fastapi import Depends, params
from fastapi import responses as fr

import cedar
from cedar import Answer, Sheet
from cedar import PublicAnswer as P

if TYPE_CHECKING:
    from starlette.responses import Response

router = fastapi.APIRouter()


@router.get("/1")
def one():
    return P({"one": 1}, headers={"E-Tag": '"1"'})  # R202


@router.get("/2")
def two():
    return cedar.Tagged({"two": 2}, headers={"Connection": "close"})  # R207


@router.get("/3")
def three():
    return Sheet("<p/>", headers={"Content-Type": "text/html"})  # R940


@router.get("/4")
def four():
    return starlette.responses.Response("4", headers={"Accept-Range": "bytes"})  # R202


@router.get("/5")
def five():
    return fr.PlainTextResponse("5", headers={"Cache-Control": "public, private"})  # R405


@router.get("/6")
def six(response: fastapi.Response):
    response.headers["X-Size"] = 6  # R944
    return {}


def finish(response: "Response") -> "Response":
    response.headers.pop("X-Draft")  # R951 error
    return response


def finish_maybe(response: Optional[Response]) -> None:
    if response is not None:
        response.headers["X-Count"] = 1  # R944


def finish_annotated(response: Annotated[Response, "the one that goes out"]) -> None:
    response.headers["X-Count"] = 2  # R944


def finish_unknown(response) -> None:
    response.headers["X-Count"] = 3
    response.headers.pop("X-Draft")


def finish_other(response: params.Body) -> None:
    response.headers["X-Count"] = 3


@router.get("/7")
def seven(answer: Answer = Depends(lambda: Answer({}))):
    return answer


@router.get("/8")
def eight():
    return Answer({"eight": 8}, headers={"X-Eight": "8", "ETag": '"8"'})


@router.get("/9")
def nine():
    return fr.Response(b"9", media_type="image/png", headers={"Cache-Control": "no-store"})
