"""What the proxy in front of the shop answers with files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Response

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    complete_headers,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from starlette.background import BackgroundTask

    from tests.support import acme
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "Archive",
]


class Archive(Response):
    """A list of files that the proxy (nginx with mod_zip) sends as one archive.

    files: Their lines: checksum, size, path and name.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know files.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        files: Sequence[str],
    ) -> None:
        self.files = files
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return acme.listed_files(content, files=self.files)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"x-archive-files", b"zip"),
            (b"content-disposition", b'attachment; filename="orders.zip"'),
        ]
        self.raw_headers = complete_headers(self, fields, headers)
