"""Names that get several responses keep the type that they had, and imports of functions stay there."""

from __future__ import annotations

from fastapi import Response
from fastapi.responses import JSONResponse
from variables_catalogue.api import Conflict, NotFound, Settled


def send_returned(name: str) -> Response:
    if not name:
        response: Response = NotFound(error=name)
    else:
        response = Conflict(error=name)
    response.headers["X-Name"] = "a" + str(len(name))
    return response


def send_same(name: str) -> Response:
    if name:
        response = NotFound(error=name)
    else:
        response = NotFound(error="none")
    return response


def send_kept(name: str) -> object:
    response: JSONResponse = NotFound(error=name)
    if name:
        response = JSONResponse([name])
    return [response][0]


def send_unknown(name: str, other: object) -> object:
    response = JSONResponse({"error": name}, 404)
    if name:
        response = other
    return response


def send_later(name: str) -> Response:
    response = JSONResponse([name])
    if name:
        response = NotFound(error=name)
    return response


def send_none(name: str) -> object:
    response = None
    if name == "plain":
        response = JSONResponse({"error": name}, 404)
    elif name:
        response = Conflict(error=name)
    return [response or JSONResponse([])][0]


def send_imported(name: str) -> Response:
    if name:
        return NotFound(error=name)
    return Response()


def send_helped(data: object) -> JSONResponse:
    return Settled(data=data)
