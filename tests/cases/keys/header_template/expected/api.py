"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import RESPONSES, ROUTE
from ._support import (
    APPLY,
    apply_fields,
    complete_headers,
    content_disposition_field,
    filled,
    filled_url,
    middleware_of,
    text_body,
    text_field,
    url_field,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Literal
    from uuid import UUID

    from fastapi import Response
    from starlette.background import BackgroundTask

    from ._support import (
        Middleware,
    )

__all__ = [
    "Created",
]


def apply_by_id(response: Response, /, *, item_id: object) -> None:
    """Set the headers of the profile by_id on another response."""
    fields = [url_field(b"location", filled_url("location", "/items/{}", item_id))]
    apply_fields(response, fields)


class Created(PlainTextResponse):
    """Created: text/plain, status 201.

    X-Trace: The item in braces.
    Takes item_id, page, version.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know item_id.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"

    def __init__(
        self,
        status_code: int = 201,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        item_id: UUID | int,
        page: str | None = None,
        version: int | None = 3,
    ) -> None:
        self.item_id = item_id
        self.page = page
        self.version = version
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            url_field(b"location", filled_url("location", "/items/{}", self.item_id)),
        ]
        if self.page is not None:
            fields.append(
                url_field(
                    b"content-location",
                    filled_url(
                        "content-location", "/items/{}?page={}", self.item_id, self.page
                    ),
                )
            )
        if self.version is not None:
            fields.append(
                text_field(b"x-version", filled("x-version", "v{}", self.version))
            )
        fields += [
            text_field(b"x-trace", filled("x-trace", "{{{}}}", self.item_id)),
            content_disposition_field(
                b"content-disposition",
                filled("content-disposition", "item-{}.txt", self.item_id),
            ),
        ]
        self.raw_headers = complete_headers(
            self, fields, headers, locked=(b"content-location",)
        )

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            item_id: UUID | int,
            page: str | None = None,
            version: int | None = 3,
        ) -> None: ...

    else:
        apply = APPLY


if TYPE_CHECKING:

    def headers_middleware(
        profile: Literal["by_id"],
        /,
        *,
        methods: Collection[str] | None = None,
        below: int | None = None,
        exclude: Collection[str] = (),
        item_id: object,
    ) -> Middleware: ...

else:
    headers_middleware = middleware_of({"by_id": (apply_by_id, (), False)})
