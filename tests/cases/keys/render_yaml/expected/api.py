"""Responses of api."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from fastapi import Response

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    complete_headers,
    yaml_body,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from starlette.background import BackgroundTask

    from ._support import (
        YamlContent,
    )

__all__ = [
    "Chosen",
    "Document",
]

safe_dump: Callable[..., str] = import_module("yaml").safe_dump


class Document(Response):
    """Document: application/yaml, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/yaml"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: YamlContent,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: YamlContent) -> bytes:
        return yaml_body(safe_dump, content, self.charset, sort_keys=False)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Chosen(Response):
    """Chosen: text/yaml, status 200.

    sort_keys: Sort the keys.
    indent: Spaces per level.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/yaml"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: dict[str, list[int] | str],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        sort_keys: bool = False,
        indent: int | None = None,
    ) -> None:
        self.sort_keys = sort_keys
        self.indent = indent
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: dict[str, list[int] | str]) -> bytes:
        return yaml_body(
            safe_dump,
            content,
            self.charset,
            sort_keys=self.sort_keys,
            default_flow_style=None,
            indent=self.indent,
            explicit_start=True,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
