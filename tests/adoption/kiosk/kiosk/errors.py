"""How errors are answered: machines get JSON, people a page."""

from __future__ import annotations

from starlette import responses as r
from starlette.exceptions import HTTPException
from starlette.requests import Request

from .pages import page


def for_machines(request: Request) -> bool:
    return request.url.path.startswith("/api/")


async def http_error(request: Request, exc: Exception) -> r.Response:
    assert isinstance(exc, HTTPException)
    if for_machines(request):
        return r.JSONResponse(
            {"error": exc.detail}, status_code=exc.status_code, headers=exc.headers
        )
    return r.HTMLResponse(
        page(exc.detail), status_code=exc.status_code, headers=exc.headers
    )


async def bug(request: Request, exc: Exception) -> r.Response:
    if for_machines(request):
        return r.JSONResponse({"error": "bug"}, status_code=500)
    return r.HTMLResponse(page("Something went wrong"), status_code=500)
