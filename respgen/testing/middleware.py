"""ContractMiddleware: every response of an ASGI application, compared with the catalogue as it is sent.

Goes in: the messages of an application, which are passed on at once, as they are. Comes out: an
observation of each response, in a report.
"""

from __future__ import annotations

import atexit
import logging
import os
import re
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from respgen.core.response import Message as Event
from respgen.core.response import Receive, Scope, Send
from respgen.testing.catalogue import Catalogue, Match, catalogue_of
from respgen.testing.differences import printable
from respgen.testing.messages import Message, from_wire
from respgen.testing.report import Observed, Report

Application: TypeAlias = Any
"""What is called with scope, receive and send: every framework has a type of its own for it."""

MOST_BODY = 1 << 20
"""Bytes of a body that are kept to be compared; a larger one passes as it is."""
MOST_PATH = 500
"""Characters of a path in reports."""
_DOCUMENTS = ("openapi_url", "docs_url", "redoc_url", "swagger_ui_oauth2_redirect_url")
_log = logging.getLogger("respgen.testing")


class ContractMiddleware:
    """Compares every response with the classes that a project declares.

    `catalogue` is the package that respgen writes. `report` is a Report, or the path of a page of
    HTML that is written when the application shuts down, or the process ends. Without one, what
    nobody declares is logged as a warning. Nothing that is sent is changed, delayed or refused.
    """

    def __init__(
        self,
        app: Application,
        catalogue: str | Catalogue = "generated",
        report: Report | str | os.PathLike[str] | None = None,
    ) -> None:
        self.app = app
        known = catalogue_of(catalogue) if isinstance(catalogue, str) else catalogue
        self.catalogue = known
        self.report = report if isinstance(report, Report) else Report()
        self.report.declare(known)
        self._page: str | None = None
        if report is not None and not isinstance(report, Report):
            self._page = os.path.abspath(report)
        self._logs = report is None
        if self._page is not None:
            atexit.register(self._write)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan" and self._page is not None:
            await self.app(scope, receive, self._writing(send))
        elif scope["type"] != "http":
            await self.app(scope, receive, send)
        else:
            exchange = _Exchange(self, scope, send)
            try:
                await self.app(scope, receive, exchange.send)
            finally:
                exchange.end()

    def _writing(self, send: Send) -> Send:
        async def sent(event: Event) -> None:
            if event["type"].startswith("lifespan.shutdown."):
                self._write()
            await send(event)

        return sent

    def _write(self) -> None:
        if self._page is not None:
            self.report.write(self._page)

    def observe(self, scope: Scope, message: Message) -> None:
        """Note what a response is."""
        found = self.catalogue.match(message)
        seen = observed(scope, message, found, self.catalogue)
        self.report.add(seen)
        if self._logs and seen.is_undeclared:
            _log.warning("%s", seen.refusal)


@dataclass(slots=True)
class _Exchange:
    """One request, until its response is sent. Only a body that somebody declares is kept."""

    middleware: ContractMiddleware
    scope: Scope
    out: Send
    start: Event | None = None
    kept: list[bytes] | None = None
    size: int = field(default=0)

    async def send(self, event: Event) -> None:
        """Pass a message on; the response is compared before its end is sent."""
        if event["type"] == "http.response.start":
            # ASGI allows any iterable, and it is read twice
            self.start = event = {**event, "headers": [*event.get("headers", ())]}
            self.kept = [] if self._is_read(event) else None
        elif event["type"] == "http.response.body":
            self._keep(event.get("body", b""))
            if not event.get("more_body", False):
                self.end(complete=True)
        elif event["type"].startswith("http.response.") and "path" in event:
            self.end()  # pathsend: the server reads the file
        await self.out(event)

    def _is_read(self, start: Event) -> bool:
        """Whether a class that the response may be of says anything about bodies."""
        head = self._message(start, None)
        return any(
            each.body.is_read
            for each in self.middleware.catalogue.classes.values()
            if each.is_headed(head)
        )

    def _keep(self, part: bytes) -> None:
        if self.kept is None or not part:
            return
        self.size += len(part)
        if self.size > MOST_BODY:
            self.kept = None
        else:
            self.kept.append(part)

    def end(self, complete: bool = False) -> None:
        """Compare the response, once; of one that was cut off the body is not known."""
        start, self.start = self.start, None
        if start is not None:
            known = complete and self.kept is not None
            body = b"".join(self.kept or ()) if known else None
            self.middleware.observe(self.scope, self._message(start, body))

    def _message(self, start: Event, body: bytes | None) -> Message:
        scope = self.scope
        ranged = any(name.lower() == b"range" for name, _ in scope.get("headers", ()))
        return from_wire(
            start["status"], start["headers"], body, scope["method"], ranged
        )


def observed(
    scope: Scope, message: Message, found: Match, catalogue: Catalogue
) -> Observed:
    """A response as reports have it: its path is that of the route, where there is one."""
    status, method, path = message.status, printable(scope["method"]), scope["path"]
    shape = route_path(path, scope.get("path_params") or {})
    route = printable(shape)[:MOST_PATH]
    if found.classes:
        names = tuple(each.name for each in found.classes)
        return Observed(method, route, status, classes=names)
    allowed = _is_document(scope) or any(
        each.holds(status, method, one)
        for each in catalogue.project.contract
        for one in (path, shape)
    )
    nearest = found.nearest.name if found.nearest else ""
    places = tuple(each.where for each in found.differences)
    return Observed(
        method, route, status, (), allowed, nearest, found.differences, places
    )


def route_path(path: str, params: dict[str, Any]) -> str:
    """`/items/{item_id}` of `/items/7`: a route's own path lacks those of the routers around it."""
    for name, value in params.items():
        text = str(value)
        if text and "{" not in text:
            path = re.sub(
                rf"(?<=/){re.escape(text)}(?=/|\.|$)", f"{{{name}}}", path, count=1
            )
    return path


def _is_document(scope: Scope) -> bool:
    """Whether it is one of FastAPI's own pages about the application."""
    app, root = scope.get("app"), scope.get("root_path", "")
    inside = scope["path"].removeprefix(root)
    urls = [getattr(app, name, None) for name in _DOCUMENTS]
    return scope["method"] in ("GET", "HEAD") and inside in urls
