"""Functions whose whole job is one response."""

from typing import Any

from starlette.responses import JSONResponse, Response

FRESH = {"Cache-Control": "no-store"}


def send_ok(data: Any = None) -> JSONResponse:
    """It went well. Really."""
    return JSONResponse({"success": True, "data": data}, headers=FRESH)


def not_found_problem(detail: str, number: int, note: str | None) -> JSONResponse:
    return JSONResponse(
        {"title": "Not Found", "status": 404, "detail": detail, "more": [number, note], "n": number, "note": note},
        status_code=404,
        media_type="application/problem+json",
    )


def send_csv(text: str) -> Response:
    """A table."""
    return Response(text, media_type="text/csv")


def send_bytes(data: bytes) -> Response:
    return Response(data, media_type="image/png")


def fail(code: str, status: int = 400) -> JSONResponse:
    return JSONResponse({"error": code}, status_code=status)


def linked(data: Any, link: str | None) -> JSONResponse:
    return JSONResponse(data, headers={"Link": link})


def use(flag: bool) -> Response:
    if flag:
        return JSONResponse({"success": True, "data": 1}, headers=FRESH)
    return send_ok(1)


def send_failures(code: str) -> Response:
    if code == "a":
        return problem("a", 404)
    if code == "b":
        return JSONResponse({"problem": "b"}, status_code=400)
    if code == "c":
        return JSONResponse({"problem": code}, status_code=400)
    return JSONResponse({"problem": "d"}, 400)


def problem(code: str, status: int = 400) -> JSONResponse:
    return JSONResponse({"problem": code}, status_code=status)


def settled(data: Any) -> JSONResponse:
    return JSONResponse({"settled": True, "data": data})


def bare(data: Any) -> JSONResponse:
    return JSONResponse(data)
