"""What the library sends: every class of response that is not the framework's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fastapi import Response
from fastapi.responses import JSONResponse
from starlette.background import BackgroundTask
from starlette.types import Receive, Scope, Send


class LibraryJSON(JSONResponse):
    """Every JSON answer: nothing is stored, and it says which library it is."""

    media_type = "application/vnd.library+json"

    def __init__(
        self,
        content: Any,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)
        self.headers.setdefault("Cache-Control", "no-store")
        self.headers.setdefault("X-Library", "central")


class Created(LibraryJSON):
    """Something is new, and Location says where it is."""

    def __init__(self, content: Any, location: str) -> None:
        super().__init__(content, 201, {"Location": location})


class Counted(LibraryJSON):
    """A page of a list, and how long the list is."""

    def __init__(self, content: Any, total: int) -> None:
        super().__init__(content, headers={"X-Total-Count": str(total)})


class NotFoundProblem(JSONResponse):
    """RFC 9457, as far as we need it."""

    media_type = "application/problem+json"

    def __init__(self, detail: str) -> None:
        super().__init__(
            {"type": "about:blank", "title": "Not Found", "status": 404, "detail": detail},
            status_code=404,
        )


class Problem(JSONResponse):
    """The problems without a class: what is None is left out."""

    media_type = "application/problem+json"

    def __init__(self, status: int, title: str, detail: str | None = None) -> None:
        content: dict[str, Any] = {"type": "about:blank", "title": title, "status": status}
        if detail is not None:
            content["detail"] = detail
        super().__init__(content, status_code=status)


class MembersCsv(Response):
    """The members' list, for the city's office."""

    media_type = "text/csv"

    def __init__(self, content: str) -> None:
        super().__init__(
            content, headers={"Content-Disposition": 'attachment; filename="members.csv"'}
        )


class CsvDownload(Response):
    """Any table, under any name."""

    media_type = "text/csv"

    def __init__(self, rows: Iterable[Sequence[str]], name: str) -> None:
        super().__init__(
            "".join(f"{','.join(row)}\r\n" for row in rows),
            headers={"Content-Disposition": f'attachment; filename="{name}"'},
        )


class Slow(LibraryJSON):
    """Counts what it has refused since the start: the third time it says so."""

    refused = 0

    def __init__(self, content: Any) -> None:
        Slow.refused += 1
        super().__init__(content, 429, {"Retry-After": str(10 * Slow.refused)})


class Closing(Response):
    """Tells the server to close the connection after it, whatever the middleware says."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.headers["Connection"] = "close"
        await super().__call__(scope, receive, send)
