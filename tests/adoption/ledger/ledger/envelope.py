"""The one shape of everything that is answered: `{"success": ..., "data": ..., "message": ...}`."""

from collections.abc import Mapping
from typing import Any

from fastapi import status
from fastapi.responses import JSONResponse

# Read by the monitoring: whatever comes from a cache is no measurement.
FRESH = {"Cache-Control": "no-store"}


def ok(data: Any = None) -> JSONResponse:
    return JSONResponse({"success": True, "data": data}, headers=FRESH)


def created(data: Any, location: str) -> JSONResponse:
    return JSONResponse(
        {"success": True, "data": data},
        status_code=status.HTTP_201_CREATED,
        headers={"Location": location, **FRESH},
    )


def fail(code: str, message: str, status_code: int = 400) -> JSONResponse:
    return JSONResponse(
        status_code=status_code,
        content={"success": False, "error": {"code": code, "message": message}},
        headers=FRESH,
    )


def paged(data: list[Any], total: int, next_page: str | None = None) -> JSONResponse:
    """One page of a list; the last one has no Link."""
    headers = {"X-Total-Count": str(total)}
    if next_page:
        headers["Link"] = f'<{next_page}>; rel="next"'
    return JSONResponse({"success": True, "data": data}, headers=headers)


def answer(data: Any, **extra: Any) -> JSONResponse:
    """For what has further members, whichever they are."""
    return JSONResponse({"success": True, "data": data, **extra}, headers=FRESH)


def merged(*answers: JSONResponse, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """Several answers in one."""
    bodies = [bytes(one.body).decode() for one in answers]
    return JSONResponse({"success": True, "data": bodies}, headers={**FRESH, **(headers or {})})
