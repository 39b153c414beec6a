"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE, unmodified
from ._support import (
    JsonValue,
    body_digest,
    body_tag,
    complete_headers,
    etag_field,
    has_content,
    is_rendered,
    render_json,
    weak_etag_field,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

__all__ = [
    "Draft",
    "Item",
    "JsonValue",
]


class Item(JSONResponse):
    """Item: application/json, status 200.

    Repr-Digest: Of what is sent.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    render = render_json
    not_modified = unmodified
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: JsonValue,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if is_rendered(self):
            fields.append(etag_field(b"etag", body_tag(self.body)))
        if is_rendered(self):
            fields.append((b"repr-digest", body_digest(self.body, "sha-256")))
        if has_content(self):
            fields.append((b"content-digest", body_digest(self.body, "sha-512")))
        self.raw_headers = complete_headers(self, fields, headers)


class Draft(Item):
    """Draft: application/json, status 200.

    Repr-Digest: Of what is sent.
    """

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if is_rendered(self):
            fields.append(weak_etag_field(b"etag", body_tag(self.body)))
        if is_rendered(self):
            fields.append((b"repr-digest", body_digest(self.body, "sha-256")))
        if has_content(self):
            fields.append((b"content-digest", body_digest(self.body, "sha-512")))
        self.raw_headers = complete_headers(self, fields, headers, locked=(b"etag",))
