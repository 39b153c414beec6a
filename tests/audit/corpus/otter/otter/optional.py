"""Imports that may fail, and classes that may be missing."""

try:
    from sse_starlette.sse import EventSourceResponse
except ImportError:  # pragma: no cover
    EventSourceResponse = None

try:
    from fastapi.responses import ORJSONResponse as DefaultJSON
except ImportError:  # pragma: no cover
    from starlette.responses import JSONResponse as DefaultJSON

from starlette.responses import Response, StreamingResponse


def one() -> Response:
    return DefaultJSON({"one": 1}, headers={"Cache-Control": "private; max-age=1"})  # R401


def two(events) -> Response:
    if EventSourceResponse is None:
        return Response("no events here", status_code=501)
    return EventSourceResponse(events)


def three() -> Response:
    response = DefaultJSON({"three": 3})
    response.headers["X-A"] = "1"; response.headers["X-B"] = "2"
    return response


def four(chunks) -> Response:
    return StreamingResponse(chunks, media_type="application/octet-stream")


def five() -> Response:
    response = DefaultJSON({"five": 5})
    with open("/srv/five") as file:
        response.headers["X-Five"] = file.readline().strip()
    return response
