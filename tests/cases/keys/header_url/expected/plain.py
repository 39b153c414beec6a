"""Responses of plain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._support import (
    APPLY,
    APPLY_CONSTANTS,
    RedirectResponse,
    Response,
    allowed_url_field,
    complete_headers,
    header_argument,
    one_status,
    text_body,
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
    "Redirected",
    "Typed",
]


class Typed(Response):
    """Typed: text/plain, status 200.

    origin: The page's own origin, or the request that is answered: URLs may lead there.
    Also takes location.
    """

    media_type = "text/plain"
    location: str | Address = header_argument("location")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: Callable[[], Awaitable[object]] | None = None,
        *,
        location: str | Address,
        origin: str | Address | Asked | None = None,
    ) -> None:
        self._location = location
        self.origin = origin
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            allowed_url_field(
                b"location", self._location, ("same_origin",), origin=self.origin
            ),
        ]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            location: str | Address,
            origin: str | Address | Asked | None = None,
        ) -> None: ...

    else:
        apply = APPLY


class Redirected(RedirectResponse):
    """Redirected: a redirect, status 307."""

    apply = APPLY_CONSTANTS

    def __init__(
        self,
        url: str | Address,
        status_code: Literal[301, 302, 303, 307, 308] = 307,
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
        self.raw_headers = complete_headers(self, [], headers)
