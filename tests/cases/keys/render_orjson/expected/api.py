"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse
from orjson import (
    OPT_INDENT_2,
    OPT_NON_STR_KEYS,
    OPT_SERIALIZE_NUMPY,
    OPT_SORT_KEYS,
    dumps,
)

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    complete_headers,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from starlette.background import BackgroundTask

    from tests.support import acme
    from tests.support.acme import Parcel as AcmeParcel

    from ._support import (
        OrjsonContent,
    )
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "Chosen",
    "Fast",
    "Keyed",
    "Parcel",
]


class Fast(JSONResponse):
    """Fast: application/json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: OrjsonContent,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: OrjsonContent) -> bytes:
        return dumps(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Keyed(JSONResponse):
    """Keyed: application/json, status 200."""

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
        return dumps(
            content,
            default=acme.listed,
            option=OPT_INDENT_2
            | OPT_NON_STR_KEYS
            | OPT_SERIALIZE_NUMPY
            | OPT_SORT_KEYS,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Chosen(JSONResponse):
    """Chosen: application/vnd.acme+json, status 200.

    option: Flags of orjson, such as indent_2 for OPT_INDENT_2.
    default: A function that is called with what orjson cannot hold.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/vnd.acme+json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: dict[str, list[int]],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        option: int | None = None,
        default: Callable[[Any], Any] | None = None,
    ) -> None:
        self.option = option
        self.default = default
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: dict[str, list[int]]) -> bytes:
        return dumps(content, default=self.default, option=self.option)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Parcel(JSONResponse):
    """Parcel: application/json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: list[AcmeParcel],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        _: OrjsonContent = content
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: list[AcmeParcel]) -> bytes:
        return dumps(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
