"""More handlers."""

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import HTMLResponse, JSONResponse, PlainTextResponse
from starlette import exceptions as ex

api = FastAPI()
pages = FastAPI()
plain = FastAPI()
other = FastAPI()


@api.exception_handler(ex.HTTPException)
async def as_problem(request: Request, error: ex.HTTPException) -> JSONResponse:  # R945
    body = {"title": error.detail, "status": error.status_code}
    return JSONResponse(body, error.status_code, media_type="application/problem+json")


@pages.exception_handler(HTTPException)
def as_page(request: Request, _: HTTPException):  # R945
    return HTMLResponse("<h1>No</h1>", status_code=400)


async def as_text(request: Request, exc: Exception) -> PlainTextResponse:  # R945
    assert isinstance(exc, HTTPException)
    response = PlainTextResponse(exc.detail, status_code=exc.status_code)
    response.headers["X-Handled"] = "yes"
    return response


plain.add_exception_handler(HTTPException, as_text)


@other.exception_handler(HTTPException)
async def with_headers(request: Request, exc: HTTPException) -> PlainTextResponse:
    return PlainTextResponse(exc.detail, exc.status_code, exc.headers)


@other.exception_handler(404)
async def not_found(request: Request, exc: HTTPException) -> PlainTextResponse:  # R945?
    return PlainTextResponse("not here", status_code=404)


@other.exception_handler(KeyError)
async def no_key(request: Request, exc: KeyError) -> PlainTextResponse:
    return PlainTextResponse("no key", status_code=400)


async def forward(request: Request, exc: ex.HTTPException):
    more = {**(exc.headers or {}), "X-Handled": "yes"}
    return JSONResponse({"d": exc.detail}, status_code=exc.status_code, headers=more)


other.add_exception_handler(ex.HTTPException, forward)
