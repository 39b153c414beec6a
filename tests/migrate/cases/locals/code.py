"""Headers that are gathered before the call, and names that nobody needs afterwards."""

import sys

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


def send_names(data: object) -> Response:
    kind, status = "list", 200
    link = "<" + kind + ">"
    SEEN.extend(sorted(locals()))
    return JSONResponse(data, status, headers={"X-Kind": "list", "Link": link})


def send_passed(data: object) -> Response:
    headers = {"X-Kind": "list"}
    SEEN.append(locals())
    return JSONResponse(data, headers=headers)


def send_named(data: object) -> Response:
    SEEN.append(data)
    headers = {"X-Kind": "list"}
    headers["Link"] = "<" + eval("headers['X-Kind']") + ">"
    return JSONResponse(data, headers=headers)


def send_looked_at(data: object) -> Response:
    kind = "list"
    SEEN.append(sys._getframe().f_locals["kind"])
    return JSONResponse(data, headers={"X-Kind": kind})
