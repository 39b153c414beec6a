"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Response

from ._framework import RESPONSES, ROUTE
from ._support import (
    APPLY,
    complete_headers,
    filled,
    json_field,
    present,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

__all__ = [
    "Toast",
]


class Toast(Response):
    """Toast: no body, status 204.

    HX-Trigger: What the page does then.
    Takes text, level, tags.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know text.
    """

    openapi = RESPONSES
    route = ROUTE

    def __init__(
        self,
        content: None = None,
        status_code: int = 204,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        text: str,
        level: int = 1,
        tags: list[str] | None = None,
    ) -> None:
        self.text = text
        self.level = level
        self.tags = tags
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            json_field(
                b"hx-trigger",
                {
                    "toast": present(
                        {
                            "text": self.text,
                            "tags": self.tags,
                            "title": filled(
                                "hx-trigger", "{{{}}} ({})", self.text, self.level
                            ),
                            "sticky": True,
                            "at": [1, self.level, None],
                        }
                    ),
                },
            ),
        ]
        self.raw_headers = complete_headers(
            self, fields, headers, locked=(b"hx-trigger",)
        )

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            text: str,
            level: int = 1,
            tags: list[str] | None = None,
        ) -> None: ...

    else:
        apply = APPLY
