"""The service."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from .envelope import FRESH, fail
from .routes import accounts, auth, entries, years

app = FastAPI(title="Ledger", version="3.2")
for part in (auth, accounts, entries, years):
    app.include_router(part.router)


@app.exception_handler(HTTPException)
async def http_error(request: Request, error: HTTPException) -> JSONResponse:
    code = {401: "unauthenticated", 403: "forbidden", 404: "unknown"}.get(error.status_code, "error")
    return JSONResponse(
        {"success": False, "error": {"code": code, "message": error.detail}},
        status_code=error.status_code,
        headers={**FRESH, **(error.headers or {})},
    )


@app.exception_handler(RequestValidationError)
async def invalid(request: Request, error: RequestValidationError) -> JSONResponse:
    where = ".".join(str(part) for part in error.errors()[0]["loc"])
    return fail("invalid", f"{where} is not valid", 422)


@app.get("/health")
def health() -> JSONResponse:
    return JSONResponse({"success": True, "data": None}, headers={"Cache-Control": "no-store"})
