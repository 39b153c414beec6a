"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse, RedirectResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    APPLY,
    allowed_url,
    apply_fields,
    complete_headers,
    filled_url,
    header_argument,
    locked_status,
    middleware_of,
    one_status,
    text_body,
    url_field,
    url_text,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Literal

    from fastapi import Response
    from starlette.background import BackgroundTask
    from starlette.datastructures import URL
    from starlette.requests import Request

    from ._support import (
        Middleware,
    )

__all__ = [
    "Back",
    "Framework",
    "Given",
    "Home",
    "Moved",
    "Onward",
    "Page",
    "Shown",
    "Tenant",
]


def apply_no_store(response: Response, /) -> None:
    """Set the headers of the profile no_store on another response."""
    apply_fields(response, [(b"cache-control", b"no-store")])


class Onward(RedirectResponse):
    """Anywhere."""

    openapi = RESPONSES
    route = ROUTE
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        url: str | URL,
        status_code: Literal[301, 302, 303, 307, 308] = 307,
        headers: Mapping[str, str] | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            url_text("url", url),
            one_status(status_code, (301, 302, 303, 307, 308)),
            headers,
            background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self, [(b"cache-control", b"no-store")], headers
        )


class Shown(Onward):
    """Shown: a redirect, status 303.

    Takes item_id, tab.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know item_id.
    """

    def __init__(
        self,
        status_code: Literal[301, 302, 303, 307, 308] = 303,
        headers: Mapping[str, str] | None = None,
        background: BackgroundTask | None = None,
        *,
        item_id: int,
        tab: str = "all",
    ) -> None:
        self.item_id = item_id
        self.tab = tab
        super(Onward, self).__init__(
            filled_url("url", "/items/{}?tab={}", item_id, tab),
            one_status(status_code, (301, 302, 303, 307, 308)),
            headers,
            background,
        )


class Back(Onward):
    """Back: a redirect, status 307."""

    def __init__(
        self,
        url: str | URL,
        status_code: Literal[301, 302, 303, 307, 308] = 307,
        headers: Mapping[str, str] | None = None,
        background: BackgroundTask | None = None,
        *,
        origin: str | URL | Request | None = None,
    ) -> None:
        super(Onward, self).__init__(
            allowed_url(url, ("same_origin", "https://login.example"), origin=origin),
            one_status(status_code, (301, 302, 303, 307, 308)),
            headers,
            background,
        )


class Home(RedirectResponse):
    """Home: a redirect, status 303."""

    openapi = RESPONSES
    route = ROUTE
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        url: str | URL,
        status_code: Literal[303] = 303,
        headers: Mapping[str, str] | None = None,
        background: BackgroundTask | None = None,
        *,
        origin: str | URL | Request | None = None,
    ) -> None:
        super().__init__(
            allowed_url(url, ("same_origin",), origin=origin, fallback="/"),
            locked_status(status_code, 303),
            headers,
            background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Given(RedirectResponse):
    """Given: a redirect, status 307."""

    openapi = RESPONSES
    route = ROUTE
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        url: str | URL,
        status_code: Literal[301, 302, 303, 307, 308] = 307,
        headers: Mapping[str, str] | None = None,
        background: BackgroundTask | None = None,
        *,
        origin: str | URL | Request | None = None,
        fallback: str | URL,
    ) -> None:
        super().__init__(
            allowed_url(url, ("same_origin",), origin=origin, fallback=fallback),
            one_status(status_code, (301, 302, 303, 307, 308)),
            headers,
            background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Tenant(RedirectResponse):
    """Tenant: a redirect, status 307.

    Takes tenant.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know tenant.
    """

    openapi = RESPONSES
    route = ROUTE
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: Literal[301, 302, 303, 307, 308] = 307,
        headers: Mapping[str, str] | None = None,
        background: BackgroundTask | None = None,
        *,
        tenant: str,
    ) -> None:
        self.tenant = tenant
        super().__init__(
            allowed_url(
                filled_url("url", "https://{}.example/", tenant),
                ("https://acme.example",),
            ),
            one_status(status_code, (301, 302, 303, 307, 308)),
            headers,
            background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Page(PlainTextResponse):
    """Page: text/plain, status 201.

    Takes location, unused.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know location.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    location: str | URL = header_argument("location")

    def __init__(
        self,
        content: str,
        status_code: int = 201,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        location: str | URL,
        unused: str = "",
    ) -> None:
        self._location = location
        self.unused = unused
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"cache-control", b"no-store"),
            url_field(b"location", self._location),
        ]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, location: str | URL) -> None: ...

    else:
        apply = APPLY


class Moved(RedirectResponse):
    """Of its parent, another kind, only headers and params remain.

    Takes unused.
    """

    openapi = RESPONSES
    route = ROUTE
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        url: str | URL,
        status_code: Literal[301, 302, 303, 307, 308] = 307,
        headers: Mapping[str, str] | None = None,
        background: BackgroundTask | None = None,
        *,
        unused: str = "",
    ) -> None:
        self.unused = unused
        super().__init__(
            url_text("url", url),
            one_status(status_code, (301, 302, 303, 307, 308)),
            headers,
            background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self, [(b"cache-control", b"no-store")], headers
        )


class Framework(RedirectResponse):
    """Framework: a redirect, status 303."""

    openapi = RESPONSES
    route = ROUTE
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        url: str | URL,
        status_code: Literal[301, 302, 303, 307, 308] = 303,
        headers: Mapping[str, str] | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            url_text("url", url),
            one_status(status_code, (301, 302, 303, 307, 308)),
            headers,
            background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


if TYPE_CHECKING:

    def headers_middleware(
        profile: Literal["no_store"],
        /,
        *,
        methods: Collection[str] | None = None,
        below: int | None = None,
        exclude: Collection[str] = (),
    ) -> Middleware: ...

else:
    headers_middleware = middleware_of({"no_store": (apply_no_store, (), False)})
