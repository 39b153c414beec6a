"""The application."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import FastAPI, Request, Response

from .api import LibraryJSON, books, desk, loans, reports
from .auth import router as auth
from .errors import OutOfCopies, is_ours, no_such_thing, out_of_copies

app = FastAPI(title="Library", default_response_class=LibraryJSON)
for router in (auth, books, loans, desk, reports):
    app.include_router(router)
app.add_exception_handler(OutOfCopies, out_of_copies)
app.add_exception_handler(LookupError, no_such_thing)


@app.middleware("http")
async def harden(
    request: Request, call_next: Callable[[Request], Awaitable[Response]]
) -> Response:
    response = await call_next(request)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


@app.get("/health")
def health() -> dict[str, bool]:
    return {"ours": is_ours(LibraryJSON({}))}
