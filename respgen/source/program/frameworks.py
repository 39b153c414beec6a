"""What the frameworks define, under one name each, and what their functions take.

Nothing goes in; what comes out are tables by import path. `fastapi.Response` and what
`fastapi.responses` passes on are Starlette's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from http import HTTPStatus
from types import MappingProxyType

RESPONSE = "starlette.responses.Response"
_STARLETTE = (
    *("Response", "HTMLResponse", "PlainTextResponse", "JSONResponse"),
    *("RedirectResponse", "StreamingResponse", "FileResponse"),
)
_FASTAPI = ("ORJSONResponse", "UJSONResponse")
TEMPLATE = "starlette.templating._TemplateResponse"
EVENTS = "sse_starlette.sse.EventSourceResponse"
FASTAPI_EVENTS = "fastapi.sse.EventSourceResponse"
HTTP_EXCEPTION = "starlette.exceptions.HTTPException"
FASTAPI_EXCEPTION = "fastapi.exceptions.HTTPException"
APPS = ("starlette.applications.Starlette", "starlette.routing.Router")
FASTAPI_APPS = ("fastapi.applications.FastAPI", "fastapi.routing.APIRouter")
HEADERS = "starlette.datastructures.MutableHeaders"
MIDDLEWARE = "starlette.middleware.base.BaseHTTPMiddleware"
SESSIONS = "starlette.middleware.sessions.SessionMiddleware"

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "fastapi.Response": RESPONSE,
        **{f"fastapi.responses.{n}": f"starlette.responses.{n}" for n in _STARLETTE},
        "starlette.templating.TemplateResponse": TEMPLATE,
        "fastapi.responses.EventSourceResponse": FASTAPI_EVENTS,
        "sse_starlette.EventSourceResponse": EVENTS,
        "fastapi.HTTPException": "fastapi.exceptions.HTTPException",
        "fastapi.FastAPI": "fastapi.applications.FastAPI",
        "fastapi.APIRouter": "fastapi.routing.APIRouter",
        "fastapi.Request": "starlette.requests.Request",
        "fastapi.requests.Request": "starlette.requests.Request",
        "fastapi.UploadFile": "fastapi.datastructures.UploadFile",
        "fastapi.templating.Jinja2Templates": "starlette.templating.Jinja2Templates",
        **{
            f"fastapi.{n}": f"fastapi.param_functions.{n}"
            for n in (
                "Depends",
                "Security",
                "Path",
                "Query",
                "File",
                "Form",
                "Header",
                "Body",
            )
        },
        "fastapi.status": "starlette.status",
        "fastapi.datastructures.Headers": "starlette.datastructures.Headers",
        "fastapi.middleware.Middleware": "starlette.middleware.Middleware",
    }
)

PARENTS: Mapping[str, str] = MappingProxyType(
    {
        **{f"starlette.responses.{n}": RESPONSE for n in _STARLETTE if n != "Response"},
        **{
            f"fastapi.responses.{n}": "starlette.responses.JSONResponse"
            for n in _FASTAPI
        },
        TEMPLATE: "starlette.responses.HTMLResponse",
        EVENTS: RESPONSE,
        FASTAPI_EVENTS: "starlette.responses.StreamingResponse",
        "fastapi.exceptions.HTTPException": HTTP_EXCEPTION,
        "fastapi.applications.FastAPI": "starlette.applications.Starlette",
        "fastapi.routing.APIRouter": "starlette.routing.Router",
    }
)
"""The class above each, by their names here."""

PUBLIC: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "starlette.responses": _STARLETTE,
        "fastapi.responses": (*_STARLETTE, *_FASTAPI, "EventSourceResponse"),
        "starlette.exceptions": ("HTTPException",),
        "fastapi.exceptions": ("HTTPException",),
        "fastapi": (
            *("APIRouter", "Depends", "FastAPI", "HTTPException", "Request"),
            *("Response", "UploadFile"),
        ),
    }
)
"""What `import *` brings from their modules, as far as it matters here."""

_BODY = ("content", "status_code", "headers", "media_type", "background")
_COOKIE_SCOPE = ("path", "domain", "secure", "httponly", "samesite")
SIGNATURES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        RESPONSE: _BODY,
        "starlette.responses.StreamingResponse": _BODY,
        "starlette.responses.RedirectResponse": (
            *("url", "status_code", "headers", "background"),
        ),
        "starlette.responses.FileResponse": (
            *("path", "status_code", "headers", "media_type", "background"),
            *("filename", "stat_result", "method", "content_disposition_type"),
        ),
        TEMPLATE: (
            *("request", "name", "context", "status_code", "headers"),
            *("media_type", "background"),
        ),
        EVENTS: (
            *("content", "status_code", "headers", "media_type", "background"),
            *("ping", "sep", "ping_message_factory", "data_sender_callable"),
        ),
        HTTP_EXCEPTION: ("status_code", "detail", "headers"),
        "set_cookie": (
            *("key", "value", "max_age", "expires"),
            *(*_COOKIE_SCOPE, "partitioned"),
        ),
        "delete_cookie": ("key", *_COOKIE_SCOPE, "partitioned"),
        SESSIONS: (
            *("app", "secret_key", "session_cookie", "max_age", "path"),
            *("same_site", "https_only", "domain", "partitioned"),
        ),
    }
)
"""The positional parameters of constructors and methods, by the nearest class that has them."""

STATUSES: Mapping[str, int] = MappingProxyType(
    {
        RESPONSE: 200,
        "starlette.responses.RedirectResponse": 307,
    }
)
"""The status that a constructor sends unless told otherwise."""

MEDIA_TYPES: Mapping[str, str | None] = MappingProxyType(
    {
        RESPONSE: None,
        "starlette.responses.HTMLResponse": "text/html",
        "starlette.responses.PlainTextResponse": "text/plain",
        "starlette.responses.JSONResponse": "application/json",
        EVENTS: "text/event-stream",
        FASTAPI_EVENTS: "text/event-stream",
    }
)


METHODS: Mapping[tuple[str, str], str] = MappingProxyType(
    {("starlette.templating.Jinja2Templates", "TemplateResponse"): TEMPLATE}
)
"""The classes of the responses that methods make."""


_STATUS = re.compile(r"(?:starlette|fastapi)\.status\.HTTP_(\d{3})_\w+")
_ENUM = "http.HTTPStatus."
_MANY = 10_000


def status(path: str) -> int | None:
    """The number that a name for a status stands for."""
    if found := _STATUS.fullmatch(path):
        return int(found[1])
    name = path.removeprefix(_ENUM) if path.startswith(_ENUM) else ""
    return HTTPStatus[name].value if name in HTTPStatus.__members__ else None


def canonical(path: str) -> str:
    """The one name of what has several."""
    return _NAMES.get(path, path)


@lru_cache(_MANY)
def lineage(path: str) -> tuple[str, ...]:
    """A class of the frameworks and those above it, the nearest first."""
    found = [canonical(path)]
    while above := PARENTS.get(found[-1]):
        found.append(above)
    return tuple(found)


def derives(of: str, base: str) -> bool:
    """Whether a class of the frameworks is another one, or below it."""
    return base in lineage(of)


def nearest(path: str, table: Mapping[str, object]) -> str | None:
    """The first class of the line that a table has."""
    return next((each for each in lineage(path) if each in table), None)
