"""The peers of whole requests: what teams write for FastAPI, each route in an application of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from typing import Any

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, RedirectResponse, StreamingResponse

from tests.benchmarks.models import ITEMS, Item

SECURE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
}
CONTENT = {"id": 7, "name": "Teapot", "price": 19.5, "tags": ["kitchen", "tea"]}
VALUE = "c0ffee-7f3a-4c1d"
LIFE = 14 * 24 * 3600
TYPES = "https://shop.example/problems/"


class SecureJSON(JSONResponse):
    """JSON with the headers of every response."""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        super().init_headers({**SECURE, **(headers or {})})


class SecureLines(StreamingResponse):
    """Text with the same headers."""

    media_type = "text/plain"

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        super().init_headers({**SECURE, **(headers or {})})


class OutOfCreditError(Exception):
    """What a route raises."""

    def __init__(self, detail: str, balance: int) -> None:
        super().__init__(detail)
        self.detail = detail
        self.balance = balance


def problem(code: int, /, **members: Any) -> JSONResponse:
    """A problem as RFC 9457 has it."""
    kept = {name: value for name, value in members.items() if value is not None}
    return JSONResponse(kept, code, SECURE, "application/problem+json")


def application(route: Callable[[FastAPI], None]) -> FastAPI:
    """An application of one route, which answers its errors as problems."""
    app = FastAPI()
    route(app)
    _handlers(app)
    return app


def instance(app: FastAPI) -> None:
    @app.get("/x", status_code=201)
    async def endpoint() -> Response:
        response = JSONResponse(CONTENT, 201, {**SECURE, "Location": "/items/7"})
        _remember(response)
        return response


def data(app: FastAPI) -> None:
    @app.get("/x", response_class=SecureJSON)
    async def endpoint() -> dict[str, Any]:
        return CONTENT


def model(app: FastAPI) -> None:
    @app.get("/x")
    async def endpoint(response: Response) -> Item:
        response.headers.update(SECURE)
        return ITEMS[7]


def models(app: FastAPI) -> None:
    @app.get("/x")
    async def endpoint(response: Response) -> list[Item]:
        response.headers.update(SECURE)
        return ITEMS


def injected(app: FastAPI) -> None:
    @app.get("/x", response_model=None)
    async def endpoint(response: Response) -> dict[str, Any]:
        response.headers.update(SECURE)
        _remember(response)
        return CONTENT


def redirect(app: FastAPI) -> None:
    @app.get("/x")
    async def endpoint() -> Response:
        return RedirectResponse("/items/7", 303, SECURE)


def stream(app: FastAPI) -> None:
    @app.get("/x")
    async def endpoint() -> Response:
        return StreamingResponse(texts(), headers=SECURE, media_type="text/plain")


def generator(app: FastAPI) -> None:
    @app.get("/x", response_class=SecureLines)
    async def endpoint() -> AsyncIterator[str]:
        async for text in texts():
            yield text


def raised(app: FastAPI) -> None:
    @app.get("/x")
    async def endpoint() -> None:
        raise OutOfCreditError("Go and earn some.", 30)


def missing(app: FastAPI) -> None:
    @app.get("/x")
    async def endpoint() -> None:
        raise HTTPException(404, "There is no such item.")


def invalid(app: FastAPI) -> None:
    @app.get("/{number}")
    async def endpoint(number: int) -> None:
        del number


def _remember(response: Response) -> None:
    response.set_cookie("session", VALUE, max_age=LIFE, secure=True, httponly=True)


def _handlers(app: FastAPI) -> None:
    @app.exception_handler(OutOfCreditError)
    async def out_of_credit(request: Request, error: OutOfCreditError) -> Response:
        del request
        title = "You do not have enough credit."
        return problem(
            403,
            type=f"{TYPES}out-of-credit",
            title=title,
            status=403,
            detail=error.detail,
            balance=error.balance,
        )

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        del request
        title = "Not Found"
        status = error.status_code
        return problem(
            status, type="about:blank", title=title, status=status, detail=error.detail
        )

    @app.exception_handler(RequestValidationError)
    async def validation(request: Request, error: RequestValidationError) -> Response:
        del request
        mistakes = [
            {
                "pointer": "#/" + "/".join(str(step) for step in found["loc"][1:]),
                "detail": found["msg"],
                "location": found["loc"][0],
                "type": found["type"],
            }
            for found in error.errors()
        ]
        return problem(
            422,
            type=f"{TYPES}invalid",
            title="The request cannot be read.",
            status=422,
            errors=mistakes,
        )


async def texts() -> AsyncIterator[str]:
    """Small texts."""
    for number in range(20):
        yield f"{number}\n"
