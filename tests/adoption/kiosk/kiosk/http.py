"""The framework's responses, from one place."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import *  # noqa: F403  # whoever imports from here says what
from starlette.responses import JSONResponse

try:
    import orjson
except ModuleNotFoundError:  # on the oldest machines
    orjson = None  # type: ignore[assignment]  # there is no such module then

__all__ = [
    "HTTPException",
    "JSONResponse",
    "RedirectResponse",  # noqa: F405
    "Request",
    "Response",  # noqa: F405
    "error",
    "parsed",
]


def error(code: str, status: int = 400) -> JSONResponse:
    """What the machines show in red."""
    return JSONResponse({"error": code}, status_code=status)


def parsed(body: bytes) -> object:
    if orjson is None:
        import json

        return json.loads(body)
    return orjson.loads(body)
