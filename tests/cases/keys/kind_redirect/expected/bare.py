"""Responses of bare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import (
    APPLY_CONSTANTS,
    RedirectResponse,
    allowed_url,
    complete_headers,
    filled_url,
    one_status,
    url_text,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from typing import Literal

    from ._support import (
        Address,
        Asked,
    )

__all__ = [
    "Back",
    "Onward",
    "Shown",
]


class Onward(RedirectResponse):
    """Onward: a redirect, status 303."""

    apply = APPLY_CONSTANTS

    def __init__(
        self,
        url: str | Address,
        status_code: Literal[301, 302, 303, 307, 308] = 303,
        headers: Mapping[str, str] | None = None,
        background: Callable[[], Awaitable[object]] | None = None,
    ) -> None:
        super().__init__(
            url_text("url", url),
            one_status(status_code, (301, 302, 303, 307, 308)),
            headers,
            background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [(b"x-a", b"1")], headers)


class Back(RedirectResponse):
    """Back: a redirect, status 307."""

    apply = APPLY_CONSTANTS

    def __init__(
        self,
        url: str | Address,
        status_code: Literal[301, 302, 303, 307, 308] = 307,
        headers: Mapping[str, str] | None = None,
        background: Callable[[], Awaitable[object]] | None = None,
        *,
        origin: str | Address | Asked | None = None,
    ) -> None:
        super().__init__(
            allowed_url(
                url,
                ("same_origin", "https://login.example"),
                origin=origin,
                fallback="/",
            ),
            one_status(status_code, (301, 302, 303, 307, 308)),
            headers,
            background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Shown(RedirectResponse):
    """Shown: a redirect, status 307.

    Takes name.
    """

    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: Literal[301, 302, 303, 307, 308] = 307,
        headers: Mapping[str, str] | None = None,
        background: Callable[[], Awaitable[object]] | None = None,
        *,
        name: str,
    ) -> None:
        self.name = name
        super().__init__(
            filled_url("url", "/items/{}#top", name),
            one_status(status_code, (301, 302, 303, 307, 308)),
            headers,
            background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
