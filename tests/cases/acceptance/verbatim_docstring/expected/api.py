"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse
from orjson import OPT_INDENT_2, OPT_NON_STR_KEYS, OPT_SERIALIZE_NUMPY, dumps

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    complete_headers,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from starlette.background import BackgroundTask

__all__ = [
    "Indented",
    "Numbers",
]


class Numbers(JSONResponse):
    """JSON for numbers.

    Summary
    -------
    Keys that are not text and arrays of numbers are written too; "quotes", 'quotes',
    \\backslashes and {braces} stand as they are.

    Options
    -------
    OPT_NON_STR_KEYS
        Dictionaries may have integers, dates and the like as keys.
    OPT_SERIALIZE_NUMPY
        Arrays become lists.

    Example::

        >>> Numbers({1: 2}).body
        b'{"1":2}'

    Notes
    -----
    Twenty lines of text, more or less, and none of them is lost.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: Any,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: Any) -> bytes:
        return dumps(content, option=OPT_NON_STR_KEYS | OPT_SERIALIZE_NUMPY)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Indented(JSONResponse):
    """The same for people who read it."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: Any,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: Any) -> bytes:
        return dumps(content, option=OPT_INDENT_2)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
