"""Names that get several responses keep the type that they had, and imports of functions stay there."""

from __future__ import annotations

from fastapi import Response
from fastapi.responses import JSONResponse


def send_returned(name: str) -> Response:
    if not name:
        response = JSONResponse({"error": name}, 404)
    else:
        response = JSONResponse({"error": name}, 409)
    response.headers["X-Name"] = "a" + str(len(name))
    return response


def send_same(name: str) -> Response:
    if name:
        response = JSONResponse({"error": name}, 404)
    else:
        response = JSONResponse({"error": "none"}, 404)
    return response


def send_kept(name: str) -> object:
    response = JSONResponse({"error": name}, 404)
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
        response = JSONResponse({"error": name}, 404)
    return response


def send_none(name: str) -> object:
    response = None
    if name == "plain":
        response = JSONResponse({"error": name}, 404)
    elif name:
        response = JSONResponse({"error": name}, 409)
    return [response or JSONResponse([])][0]


def send_imported(name: str) -> Response:
    if name:
        from starlette.responses import JSONResponse

        return JSONResponse({"error": name}, 404)
    return Response()


def send_helped(data: object) -> JSONResponse:
    return JSONResponse({"ok": True, "data": data})
