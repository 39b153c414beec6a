import logging

from fastapi import FastAPI, Request
from fastapi.exception_handlers import http_exception_handler
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse

log = logging.getLogger(__name__)


async def short(request, exc):  # R945
    log.info("failed: %s", exc.detail)
    return JSONResponse(status_code=exc.status_code, content={"message": exc.detail})


async def whole(request: Request, exc: HTTPException):
    return JSONResponse(
        {"message": exc.detail}, status_code=exc.status_code, headers=exc.headers
    )


async def guarded(request: Request, exc: HTTPException):
    headers = getattr(exc, "headers", None)
    return JSONResponse({"message": exc.detail}, status_code=exc.status_code, headers=headers)


async def delegating(request: Request, exc: HTTPException):
    log.info("failed: %s", exc.detail)
    return await http_exception_handler(request, exc)


async def invalid(request: Request, exc: RequestValidationError):
    return JSONResponse({"errors": exc.errors()}, status_code=422)


def first() -> FastAPI:
    app = FastAPI()
    app.add_exception_handler(HTTPException, short)
    app.add_exception_handler(RequestValidationError, invalid)
    return app


def second() -> FastAPI:
    app = FastAPI()
    app.add_exception_handler(HTTPException, whole)
    return app


def third() -> FastAPI:
    app = FastAPI()
    app.add_exception_handler(HTTPException, guarded)
    return app


def fourth() -> FastAPI:
    app = FastAPI()
    app.add_exception_handler(HTTPException, delegating)
    return app
