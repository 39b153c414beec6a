"""Headers that are gathered before the call, and names that nobody needs afterwards."""

from fastapi import Response
from fastapi.responses import JSONResponse
from locals_catalogue.api import Created, Listed

SEEN: list[object] = []


def seen(value: object) -> object:
    SEEN.append(value)
    return value


def send_gathered(data: object, url: str) -> JSONResponse:
    return Created(data, location="/" + url)


def send_added(data: object, total: int) -> Response:
    return Listed(total=int(total), content=seen(data))


def send_conditional(data: object, url: str, total: int) -> Response:
    response = Listed(
        data,
        link=(f"<{url}>") if url else None,
        total=int(total) if (total > 0) else None,
    )
    return response


def send_constant(data: object) -> Response:
    SEEN.clear()
    return Listed(data)


def send_required(data: object, url: str) -> Response:
    headers = {}
    if url:
        headers["Location"] = url
    return JSONResponse(data, 201, headers=headers)


def send_shared(data: object, url: str) -> Response:
    headers = {"Location": url}
    SEEN.append(headers)
    return JSONResponse(data, 201, headers=headers)


def send_branches(data: object, url: str) -> Response:
    headers = {"Location": url}
    if url:
        return JSONResponse(data, 201, headers=headers)
    return Response()


def send_parameter(data: object, kind: str) -> Response:
    headers = {"X-Kind": "list"}
    url, headers["X-Kind"] = kind, "list"
    return Listed(data)


def send_lost(data: object) -> Response:
    first, status = "a", 200
    return JSONResponse(data, status, {"X-Kind": "list"})


def send_called(data: object) -> Response:
    status = len(SEEN[:0]) + 200
    kind = seen("list") and "list"
    return JSONResponse(data, headers={"X-Kind": kind})
