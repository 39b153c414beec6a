from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse


class Unauthorized(HTTPException):
    def __init__(self, detail: str) -> None:
        super().__init__(401, detail, headers={"WWW-Authenticate": "Bearer"})


class Upstream(Exception):
    headers: dict[str, str] = {}


def install(app: FastAPI) -> None:
    @app.exception_handler(Unauthorized)
    async def unauthorized(request: Request, exc: Unauthorized) -> JSONResponse:
        return JSONResponse({"detail": exc.detail}, exc.status_code, headers=exc.headers)

    @app.exception_handler(Upstream)
    async def upstream(request: Request, exc: Upstream) -> JSONResponse:
        return JSONResponse({"detail": "upstream"}, status_code=502)
