"""What entries are called: by what is distinctive, and by a helper where all is its own."""

from typing import Any

from fastapi import HTTPException, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse


def denied(url: str) -> RedirectResponse:
    """Tells that it is denied."""
    return RedirectResponse(url, status_code=302)


def home(url: str) -> Response:
    return denied(url) if url else RedirectResponse("/", status_code=302)


def settled(number: int) -> Response:
    """It is settled."""
    return Response(f"<p>{number}</p>", media_type="text/html")


def health(flag: int) -> Response:
    if flag > 2:
        return Response(status_code=200)
    if flag > 1:
        return Response(status_code=500, headers={"X-Reason": "load"})
    return Response(status_code=500)


def worse(flag: int) -> Response:
    if flag > 1:
        return Response(status_code=500)
    return Response(status_code=500) if flag else JSONResponse([], status_code=500)


def worst(rows: list[int], flag: int) -> Response:
    return JSONResponse(rows, status_code=500) if flag else JSONResponse([1], 500)


def missing(flag: int) -> Response:
    if flag > 1:
        return JSONResponse({"error": "Task ID not found."}, status_code=404)
    if flag:
        return JSONResponse({"error": "Task ID not found."}, status_code=404)
    return JSONResponse({"error": "Task ID not found."}, status_code=404)


def unbuilt(body: dict[str, Any], flag: int) -> Response:
    if flag > 1:
        return JSONResponse(body, status_code=501)
    if flag:
        return JSONResponse(body, status_code=501)
    return JSONResponse(body, status_code=501)


def framed(body: str, flag: int) -> Response:
    if flag > 1:
        return HTMLResponse(body, headers={"X-Frame-Options": "DENY"})
    if flag:
        return HTMLResponse(body, headers={"X-Frame-Options": "DENY"})
    return HTMLResponse(body, headers={"X-Frame-Options": "DENY"})


def known(detail: str, flag: int) -> Response:
    if flag > 1:
        raise HTTPException(401, detail, headers={"WWW-Authenticate": "Basic"})
    if flag:
        raise HTTPException(401, detail, headers={"WWW-Authenticate": "Basic"})
    return JSONResponse({"detail": detail}, 401, {"WWW-Authenticate": "Basic"})
