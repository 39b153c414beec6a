"""What FastAPI finds wrong in a request, answered as a schema declares.

Goes in: an application and what answers. Comes out: its handler, which tells where each mistake is
and what is wrong, and never what was sent.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast
from urllib.parse import quote

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.applications import Starlette
from starlette.requests import HTTPConnection
from starlette.responses import Response

from respgen.frameworks.errors import Answer, ErrorHandler, answered, printable, sent
from respgen.frameworks.operations import ByStatus, Documented, document_validation

# RFC 3986 3.5: what a fragment may hold as it is
FRAGMENT = "!$&'()*+,;=:@/?-._~"


def install_validation(
    app: Starlette, answer: Answer, declared: Callable[[], ByStatus] | None = None
) -> None:
    """Let the application answer requests so that FastAPI cannot read.

    `declared` is what the class of the answer declares, for the application's document.
    """
    handlers: dict[Any, Any] = app.exception_handlers
    handler = validation_handler(answer)
    handlers[RequestValidationError] = handler
    if declared is not None and isinstance(app, FastAPI):
        document_validation(app, Documented(declared, answer.status, handler))


def validation_handler(answer: Answer) -> ErrorHandler:
    """What answers such a request."""

    async def handle(connection: HTTPConnection, error: Exception) -> Response:
        return sent(connection, answered(answer, answer.status, mistakes(error), None))

    return handle


def mistakes(error: Exception) -> list[dict[str, str]]:
    """Those of a request; of what an application raises by hand, as far as it looks the same."""
    try:
        found: Any = error.errors() if isinstance(error, RequestValidationError) else ()
        return [
            mistake(cast("Any", each)) for each in found if isinstance(each, Mapping)
        ]
    except Exception:  # whatever it holds may answer
        return []


def mistake(found: Mapping[str, Any]) -> dict[str, str]:
    """One mistake: where it is, as a JSON pointer (RFC 6901 6), and what is wrong."""
    where = cast("Sequence[object]", found.get("loc"))
    if not isinstance(cast(object, where), tuple | list) or not where:
        where = ("",)
    kind = str(found.get("type", ""))
    # Of what is no JSON, the path is the place in its text.
    path = () if kind == "json_invalid" else where[1:]
    return {
        "pointer": pointer(path),
        "detail": explained(kind, found),
        "location": printable(str(where[0])),
        "type": printable(kind),
    }


def pointer(path: Sequence[object]) -> str:
    """The pointer as a fragment of a URI."""
    steps = (str(step).replace("~", "~0").replace("/", "~1") for step in path)
    text = "".join(f"/{step}" for step in steps)
    return "#" + quote(text, safe=FRAGMENT, errors="replace")


def explained(kind: str, found: Mapping[str, Any]) -> str:
    """What is wrong, without the value that was sent."""
    text = str(found.get("msg", ""))
    context: Mapping[str, object] = found.get("ctx") or {}
    if kind == "uuid_parsing":
        return text.partition(",")[0]
    secrets: list[object] = [context["tag"]] if "tag" in context else []
    if "error" in context:
        secrets.append(found.get("input"))
    for secret in secrets:
        if isinstance(secret, str) and secret:
            text = text.replace(secret, "...")
    return printable(text)
