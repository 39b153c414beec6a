"""Headers that are gathered before the call, and names that nobody needs afterwards."""

from fastapi import Response
from fastapi.responses import JSONResponse

SEEN: list[object] = []


def seen(value: object) -> object:
    SEEN.append(value)
    return value


def send_gathered(data: object, url: str) -> JSONResponse:
    headers = {"Location": "/" + url}
    return JSONResponse(data, status_code=201, headers=headers)


def send_added(data: object, total: int) -> Response:
    headers: dict[str, str] = {"X-Kind": "list"}
    headers["X-Total"] = str(int(total))
    return JSONResponse(seen(data), headers=headers)


def send_conditional(data: object, url: str, total: int) -> Response:
    headers = {"x-kind": "list"}
    if url:
        headers["Link"] = f"<{url}>"
    if total > 0:
        headers["X-Total"] = str(int(total))
    response = JSONResponse(data, headers=headers)
    return response


def send_constant(data: object) -> Response:
    kind = "list"
    headers = {"X-Kind": kind}
    status = 200
    SEEN.clear()
    return JSONResponse(data, status, headers)


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
    return JSONResponse(data, 200, headers)


def send_lost(data: object) -> Response:
    first, status = "a", 200
    return JSONResponse(data, status, {"X-Kind": "list"})


def send_called(data: object) -> Response:
    status = len(SEEN[:0]) + 200
    kind = seen("list") and "list"
    return JSONResponse(data, headers={"X-Kind": kind})
