"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Response

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    complete_headers,
    xml_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal
    from xml.etree.ElementTree import Element

    from starlette.background import BackgroundTask

    from ._support import (
        XmlContent,
    )

__all__ = [
    "Chosen",
    "Document",
    "Feed",
]


class Document(Response):
    """Document: application/xml, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/xml"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: XmlContent,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: XmlContent) -> bytes:
        return xml_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Feed(Response):
    """Feed: application/atom+xml, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/atom+xml"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: Element,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: Element) -> bytes:
        return xml_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Chosen(Response):
    """Chosen: text/xml, status 200.

    root: The name of the document's element.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/xml"
    charset = "iso-8859-1"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: dict[str, list[Decimal] | str | bool],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        root: str = "root",
    ) -> None:
        self.root = root
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: dict[str, list[Decimal] | str | bool]) -> bytes:
        return xml_body(content, self.charset, root=self.root, item="price")

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
