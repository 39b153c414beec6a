"""The errors of an application, answered as a schema declares.

Goes in: an application, and what answers each kind of error. Comes out: its handlers. They never
raise: what an exception says and the answer refuses is left out.
"""

import http.client
from collections.abc import Awaitable, Callable, Iterable, Mapping
from inspect import isawaitable
from typing import Any, cast

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import HTTPConnection
from starlette.responses import Response

from respgen.core.grammar import exact, typed_text
from respgen.core.problems import problem_body
from respgen.core.statuses import reason_phrase
from respgen.frameworks.exceptions import ResponseError

# What may end an exchange (RFC 9110 15).
STATUSES = range(200, 600)
# What takes an exception of a connection, and says what is sent.
ErrorHandler = Callable[[Any, Exception], Awaitable[Response | None]]


class Answer:
    """What answers an error.

    `make` gets the detail, or what takes its place, and the headers. `statuses` are those
    that a problem has; where there are none, any will do. `status` is sent where the
    error has none. `phrase`: the status's phrase stands for a detail that is left out.
    `text`: the detail is the exception's own text.
    """

    def __init__(
        self,
        make: Callable[[Any, Mapping[str, str] | None], Response],
        *,
        statuses: tuple[int, ...] = (),
        status: int | None = None,
        phrase: bool = False,
        text: bool = False,
    ) -> None:
        self.make = make
        self.statuses = statuses
        self.status = status
        self.phrase = phrase
        self.text = text


def install_handlers(
    app: Starlette,
    *,
    http: Answer | None = None,
    statuses: Mapping[int, Answer] | None = None,
    unhandled: Answer | None = None,
    exceptions: Mapping[type[Exception], Answer] | None = None,
) -> None:
    """Let the application answer its errors so, unless more specific handlers do.

    Starlette asks handlers of a status before those of a class, and those of a class
    before those of the classes above.
    """
    if app.middleware_stack is not None:
        raise RuntimeError("error handlers must be installed before the first request")
    handlers: dict[Any, Any] = dict(app.exception_handlers)
    before = handlers.get(HTTPException, ExceptionMiddleware(app).http_exception)
    handlers[HTTPException] = http_handler(http, statuses or {}, before)
    for kind, answer in (exceptions or {}).items():
        handlers[kind] = exception_handler(answer)
    if unhandled is not None:
        # Of Exception and 500, which name the same handler, the last one counts.
        handlers = {Exception: unhandled_handler(unhandled), **without(handlers)}
    app.exception_handlers = handlers


def without(handlers: Mapping[Any, Any]) -> dict[Any, Any]:
    """The handlers but the one for whatever has no other."""
    return {key: value for key, value in handlers.items() if key is not Exception}


def http_handler(
    http: Answer | None,
    statuses: Mapping[int, Answer],
    before: Callable[[Any, Exception], object],
) -> ErrorHandler:
    """What answers every HTTPException; `before` is what did, and does for WebSockets."""

    async def handle(connection: HTTPConnection, error: Exception) -> Response | None:
        if connection.scope["type"] == "http" and isinstance(error, HTTPException):
            if isinstance(error, ResponseError):
                return sent(connection, error.response())
            status = final(said(error, "status_code"))
            answer = statuses.get(status, http)
            if answer is not None:
                detail = told(said(error, "detail"), status)
                return sent(connection, answered(answer, status, detail, error))
        result = before(connection, error)
        return cast("Response | None", await result if isawaitable(result) else result)

    return handle


def exception_handler(answer: Answer) -> ErrorHandler:
    """What answers an exception of the project's own."""

    async def handle(connection: HTTPConnection, error: Exception) -> Response:
        if connection.scope["type"] != "http":
            raise error
        detail = shown(error) if answer.text else None
        return sent(connection, answered(answer, answer.status, detail, error))

    return handle


def unhandled_handler(answer: Answer) -> ErrorHandler:
    """What answers an exception that nothing else does: nothing of it is told."""

    async def handle(connection: HTTPConnection, error: Exception) -> Response:
        del error
        return sent(connection, answered(answer, answer.status, None, None))

    return handle


def answered(
    answer: Answer, status: int | None, detail: object, error: Exception | None
) -> Response:
    """The response, with the error's headers. A `status` that its class has not is about:blank."""
    if detail is None and answer.phrase:
        detail = reason_phrase(status or answer.make("", None).status_code)
    kept = fields(error) if error else None
    try:
        made = answer.make(detail, kept)
    except REFUSED:
        kept = accepted(answer, detail, kept or {})
        made = answer.make(detail, kept)
    if status is None or status == made.status_code:
        return made
    made.status_code = status
    if answer.statuses:
        text = detail if isinstance(detail, str) else None
        known = status in answer.statuses
        made.body = made.render(text) if known else blank(status, text)
    made.init_headers(kept)
    return made


def blank(status: int, detail: str | None) -> bytes:
    """A problem that is what its status says (RFC 9457 4.2.1)."""
    return problem_body(
        type="about:blank",
        title=reason_phrase(status) or None,
        status=status,
        detail=detail,
        instance=None,
    )


def final(status: object) -> int:
    """The status that is sent: a server cannot send any other."""
    number = exact(status)
    return number if type(number) is int and number in STATUSES else 500


def said(error: Exception, name: str) -> object:
    """What an exception says of itself, None where it fails to."""
    try:
        return getattr(error, name, None)
    except Exception:  # the project's own code answers
        return None


def fields(error: Exception) -> Headers | None:
    """An exception's headers that are text, without those about its body."""
    given: Any = said(error, "headers")
    if given is None:
        return None
    body = ("content-length", "content-type")
    try:
        if not isinstance(given, Mapping):
            return None
        pairs = cast("Mapping[object, object]", given).items()
        texts = [(exact(name), exact(value)) for name, value in pairs]
    except Exception:  # the project's own mapping answers
        return None
    return several(
        (name, value)
        for name, value in texts
        if type(name) is str and type(value) is str and name.lower() not in body
    )


def several(pairs: Iterable[tuple[str, str]]) -> Headers:
    """Headers, of which Set-Cookie may repeat. What no field can hold is left out."""
    raw: list[tuple[bytes, bytes]] = []
    for name, value in pairs:
        try:
            raw.append((name.encode("latin-1"), value.encode("latin-1")))
        except UnicodeEncodeError:
            continue
    return Headers(raw=raw)


def accepted(answer: Answer, detail: object, headers: Mapping[str, str]) -> Headers:
    """The headers without those that are refused."""
    return several((n, v) for n, v in headers.items() if takes(answer, detail, {n: v}))


REFUSED = (TypeError, ValueError)


def takes(answer: Answer, detail: object, headers: Mapping[str, str]) -> bool:
    """Whether a class sends these headers."""
    try:
        answer.make(detail, headers)
    except REFUSED:
        return False
    return True


def told(detail: object, status: int) -> str | None:
    """A detail that tells more than the status does: text, and not its phrase."""
    text = exact(detail)
    if not isinstance(text, str):
        return None
    phrases = (http.client.responses.get(status, ""), reason_phrase(status), "")
    return None if text in phrases else printable(text)


def shown(error: Exception) -> str | None:
    """The text of an exception, if it has one."""
    try:
        return printable(typed_text("detail", str(error))) or None
    except Exception:  # the project's own code makes the text
        return None


def printable(text: str) -> str:
    """Text that UTF-8 can hold."""
    return text if text.isascii() else text.encode(errors="replace").decode()


def sent(connection: HTTPConnection, response: Response) -> Response:
    """The response as it is sent: to HEAD without its body (RFC 9110 9.3.2)."""
    if connection.scope["method"] == "HEAD":
        response.body = b""
    return response
