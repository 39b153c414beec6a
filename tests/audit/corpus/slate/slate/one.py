"""Handlers that lose the headers of what was raised."""

from fastapi import FastAPI, Request
from fastapi.exceptions import HTTPException
from fastapi.responses import JSONResponse

app = FastAPI()


@app.exception_handler(HTTPException)
async def on_http_error(request: Request, exc: HTTPException):  # R945
    return JSONResponse({"error": exc.detail}, status_code=exc.status_code)


class Missing(Exception):
    def __init__(self, what: str) -> None:
        self.what = what


@app.exception_handler(Missing)
async def on_missing(request: Request, exc: Missing):
    return JSONResponse({"missing": exc.what}, status_code=404)


@app.exception_handler(500)
async def on_crash(request: Request, exc: Exception):
    return JSONResponse({"error": "sorry"}, status_code=500)
