"""Responses of api."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse

from ._framework import RESPONSES, ROUTE, FastAPIResponseError
from ._support import (
    APPLY,
    allowed_url,
    allowed_url_field,
    allowed_url_value,
    apply_fields,
    complete_headers,
    filled_url,
    header_argument,
    list_fields,
    locked_status,
    middleware_of,
    one_status,
    problem_body,
    text_body,
    url_field,
    url_value,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
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
    "Elsewhere",
    "Filled",
    "Onward",
    "Redirected",
    "Typed",
]


def apply_onward(
    response: Response,
    /,
    *,
    x_next: str | URL | None = None,
    origin: str | URL | Request | None = None,
    otherwise: str | URL,
) -> None:
    """Set the headers of the profile onward on another response."""
    fields: list[tuple[bytes, bytes]] = []
    if x_next is not None:
        fields.append(
            allowed_url_field(
                b"x-next", x_next, ("same_origin",), origin=origin, fallback=otherwise
            )
        )
    apply_fields(response, fields)


class Typed(PlainTextResponse):
    """Typed: text/plain, status 200.

    Takes location, x_mirrors.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know location.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    location: str | URL = header_argument("location")
    x_mirrors: Sequence[str | URL] | None = header_argument("x_mirrors")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        location: str | URL,
        x_mirrors: Sequence[str | URL] | None = None,
    ) -> None:
        self._location = location
        self._x_mirrors = x_mirrors
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [url_field(b"location", self._location)]
        if self._x_mirrors is not None:
            fields += list_fields(b"x-mirrors", self._x_mirrors, url_value)
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            location: str | URL,
            x_mirrors: Sequence[str | URL] | None = None,
        ) -> None: ...

    else:
        apply = APPLY


class Filled(PlainTextResponse):
    """Filled: text/plain, status 200.

    Takes back.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know back.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        back: URL,
    ) -> None:
        self.back = back
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            url_field(b"location", filled_url("location", "/login?next={}", self.back)),
        ]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, back: URL) -> None: ...

    else:
        apply = APPLY


class Back(PlainTextResponse):
    """Back: text/plain, status 200.

    origin: The page's own origin, or the request that is answered: URLs may lead there.
    Also takes location, content_location, x_mirrors, tenant.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know location.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    location: str | URL = header_argument("location")
    content_location: str | URL | None = header_argument("content_location")
    x_mirrors: Sequence[str | URL] | None = header_argument("x_mirrors")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        location: str | URL,
        content_location: str | URL | None = None,
        x_mirrors: Sequence[str | URL] | None = None,
        tenant: str = "acme",
        origin: str | URL | Request | None = None,
    ) -> None:
        self._location = location
        self._content_location = content_location
        self._x_mirrors = x_mirrors
        self.tenant = tenant
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
        if self._content_location is not None:
            fields.append(
                allowed_url_field(
                    b"content-location",
                    self._content_location,
                    ("same_origin", "https://cdn.example"),
                    origin=self.origin,
                    fallback="/",
                )
            )
        if self._x_mirrors is not None:
            fields += list_fields(
                b"x-mirrors",
                self._x_mirrors,
                partial(allowed_url_value, allow=("https://cdn.example",)),
            )
        fields.append(
            allowed_url_field(
                b"x-tenant",
                filled_url("x-tenant", "/of/{}", self.tenant),
                ("same_origin",),
                origin=self.origin,
            )
        )
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            location: str | URL,
            content_location: str | URL | None = None,
            x_mirrors: Sequence[str | URL] | None = None,
            tenant: str = "acme",
            origin: str | URL | Request | None = None,
        ) -> None: ...

    else:
        apply = APPLY


class Onward(PlainTextResponse):
    """Onward: text/plain, status 200.

    origin: The page's own origin, or the request that is answered: URLs may lead there.
    otherwise: What is sent in place of a URL that leads elsewhere.
    Also takes x_next.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know otherwise.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    x_next: str | URL | None = header_argument("x_next")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        x_next: str | URL | None = None,
        origin: str | URL | Request | None = None,
        otherwise: str | URL,
    ) -> None:
        self._x_next = x_next
        self.origin = origin
        self.otherwise = otherwise
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if self._x_next is not None:
            fields.append(
                allowed_url_field(
                    b"x-next",
                    self._x_next,
                    ("same_origin",),
                    origin=self.origin,
                    fallback=self.otherwise,
                )
            )
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            x_next: str | URL | None = None,
            origin: str | URL | Request | None = None,
            otherwise: str | URL,
        ) -> None: ...

    else:
        apply = APPLY


class Redirected(RedirectResponse):
    """What its URL goes by decides of the header, too.

    origin: The page's own origin, or the request that is answered: URLs may lead there.
    otherwise: What is sent in place of a URL that leads elsewhere.
    Also takes x_next.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know otherwise.
    """

    openapi = RESPONSES
    route = ROUTE
    x_next: str | URL | None = header_argument("x_next")

    def __init__(
        self,
        url: str | URL,
        status_code: Literal[301, 302, 303, 307, 308] = 307,
        headers: Mapping[str, str] | None = None,
        background: BackgroundTask | None = None,
        *,
        x_next: str | URL | None = None,
        origin: str | URL | Request | None = None,
        otherwise: str | URL,
    ) -> None:
        self._x_next = x_next
        self.origin = origin
        self.otherwise = otherwise
        super().__init__(
            allowed_url(url, ("same_origin",), origin=origin, fallback="/"),
            one_status(status_code, (301, 302, 303, 307, 308)),
            headers,
            background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if self._x_next is not None:
            fields.append(
                allowed_url_field(
                    b"x-next",
                    self._x_next,
                    ("same_origin",),
                    origin=self.origin,
                    fallback=self.otherwise,
                )
            )
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            x_next: str | URL | None = None,
            origin: str | URL | Request | None = None,
            otherwise: str | URL,
        ) -> None: ...

    else:
        apply = APPLY


class Elsewhere(JSONResponse):
    """Elsewhere: application/problem+json, status 404.

    origin: The page's own origin, or the request that is answered: URLs may lead there.
    Also takes location, instance.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/problem+json"
    location: str | URL | None = header_argument("location")
    type = "about:blank"
    title = "Not Found"

    def __init__(
        self,
        detail: str | None = None,
        status_code: Literal[404] = 404,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        location: str | URL | None = None,
        instance: str | URL | None = None,
        origin: str | URL | Request | None = None,
    ) -> None:
        self._location = location
        self.instance = instance
        self.origin = origin
        super().__init__(
            detail, locked_status(status_code, 404), headers, media_type, background
        )

    def render(self, content: str | None) -> bytes:
        return problem_body(
            type=self.type,
            title=self.title,
            status=self.status_code,
            detail=content,
            instance=self.instance,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if self._location is not None:
            fields.append(
                allowed_url_field(
                    b"location", self._location, ("same_origin",), origin=self.origin
                )
            )
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            location: str | URL | None = None,
            origin: str | URL | Request | None = None,
        ) -> None: ...

    else:
        apply = APPLY

    class Error(FastAPIResponseError):
        """Raised, it is answered as Elsewhere."""

        def __init__(
            self,
            detail: str | None = None,
            status_code: Literal[404] = 404,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            location: str | URL | None = None,
            instance: str | URL | None = None,
            origin: str | URL | Request | None = None,
        ) -> None:
            response = Elsewhere(
                detail,
                status_code,
                headers,
                media_type,
                background,
                location=location,
                instance=instance,
                origin=origin,
            )
            super().__init__(response, detail)

        def response(self) -> Elsewhere:
            return self.renewed(Elsewhere)


if TYPE_CHECKING:

    def headers_middleware(
        profile: Literal["onward"],
        /,
        *,
        methods: Collection[str] | None = None,
        below: int | None = None,
        exclude: Collection[str] = (),
        x_next: str | URL | None = None,
        origin: str | URL | Request | None = None,
        otherwise: str | URL,
    ) -> Middleware: ...

else:
    headers_middleware = middleware_of({"onward": (apply_onward, (), False)})
