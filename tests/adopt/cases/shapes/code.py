"""What is made alike in three places or more."""

from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse, Response


def send_kind(kind: str) -> Response:
    if kind == "a":
        return JSONResponse({"error": "kind", "at": None}, status_code=400)
    if kind == "b":
        return JSONResponse({"error": kind, "at": None}, status_code=400)
    return JSONResponse({"error": "{other}", "at": None}, 400)


def send_made(thing: dict[str, Any], place: str) -> Response:
    if place == "/a":
        return JSONResponse(thing, 201, {"Location": "/a"})
    if place == "/b":
        return JSONResponse(thing, 201, headers={"location": place})
    return JSONResponse(thing, status_code=201, headers={"Location": f"/things/{place}"})


def send_nothing(number: int) -> Response:
    if number == 1:
        return Response(status_code=204)
    if number == 2:
        return Response(None, 204)
    return Response(status_code=204)


def send_page(page: str) -> HTMLResponse:
    if page == "a":
        return HTMLResponse("<p>{a}</p>", headers={"Cache-Control": "no-store"})
    if page == "b":
        response = HTMLResponse(page)
        response.headers["cache-control"] = "no-store"
        return response
    return HTMLResponse(page, headers={"Cache-Control": "no-store"})


def send_elsewhere(place: str) -> Response:
    if place == "/":
        return RedirectResponse("/", status_code=303)
    if place == "/b":
        return RedirectResponse("/b", 303)
    return RedirectResponse(place, status_code=303)


def twice(number: int) -> Response:
    if number == 1:
        return JSONResponse({"a": 1}, status_code=202)
    return JSONResponse({"a": number}, status_code=202)


def vague(request: Request, code: int, content: Any, name: str) -> Response:
    if code == 1:
        return JSONResponse({}, status_code=code)
    if code == 2:
        return JSONResponse({"a": 1, **content}, status_code=201)
    if code == 3:
        return JSONResponse({"a": 1}, headers=request.headers)
    if code == 4:
        return Response(content, media_type="application/x-thing")
    return JSONResponse(content, media_type=name)


def named_so() -> None:
    """The name of a class that is taken gets a number."""


def other_kind(kind: str) -> Response:
    if kind == "a":
        return JSONResponse({"errors": ["a"]}, status_code=400)
    if kind == "b":
        return JSONResponse({"errors": []}, status_code=400)
    return JSONResponse({"errors": [kind, kind]}, status_code=400)
