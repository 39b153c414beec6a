"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Cookie, Response
from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    JsonValue,
    base64url_cookie,
    complete_headers,
    cookie_fields,
    json_cookie,
    put_cookies,
    read_base64url_cookie,
    read_json_cookie,
    text_body,
    yield_cookies,
)
from ._support import (
    percent_cookie as support_percent_cookie,
)
from ._support import (
    plain_cookie as support_plain_cookie,
)
from ._support import (
    quoted_cookie as support_quoted_cookie,
)
from ._support import (
    read_percent_cookie as support_read_percent_cookie,
)
from ._support import (
    read_plain_cookie as support_read_plain_cookie,
)
from ._support import (
    read_quoted_cookie as support_read_quoted_cookie,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

__all__ = [
    "JsonValue",
    "Welcome",
    "coded_cookie",
    "delete_coded_cookie",
    "delete_greeting_cookie",
    "delete_percent_cookie",
    "delete_plain_cookie",
    "delete_quoted_cookie",
    "delete_structured_cookie",
    "greeting_cookie",
    "percent_cookie",
    "plain_cookie",
    "quoted_cookie",
    "read_coded_cookie",
    "read_greeting_cookie",
    "read_percent_cookie",
    "read_plain_cookie",
    "read_quoted_cookie",
    "read_structured_cookie",
    "set_coded_cookie",
    "set_greeting_cookie",
    "set_percent_cookie",
    "set_plain_cookie",
    "set_quoted_cookie",
    "set_structured_cookie",
    "structured_cookie",
]


def set_plain_cookie(response: Response, value: str) -> None:
    """Set the cookie plain."""
    cookie = support_plain_cookie("plain", value)
    put_cookies(response, cookie + b"; HttpOnly; Path=/; SameSite=lax; Secure")


def delete_plain_cookie(response: Response) -> None:
    """Delete the cookie plain."""
    put_cookies(
        response,
        b"plain=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_plain_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie plain."""
    return support_read_plain_cookie(cookies.get("plain"))


async def plain_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="plain")] = None,
) -> str | None:
    """For Depends: reads the cookie plain of a request."""
    if cookie_value is None:
        return None
    return read_plain_cookie({"plain": cookie_value})


def set_percent_cookie(response: Response, value: str) -> None:
    """Set the cookie percent."""
    cookie = support_percent_cookie("percent", value)
    put_cookies(response, cookie + b"; HttpOnly; Path=/; SameSite=lax; Secure")


def delete_percent_cookie(response: Response) -> None:
    """Delete the cookie percent."""
    put_cookies(
        response,
        b"percent=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_percent_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie percent."""
    return support_read_percent_cookie(cookies.get("percent"))


async def percent_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="percent")] = None,
) -> str | None:
    """For Depends: reads the cookie percent of a request."""
    if cookie_value is None:
        return None
    return read_percent_cookie({"percent": cookie_value})


def set_coded_cookie(response: Response, value: str) -> None:
    """Set the cookie coded."""
    cookie = base64url_cookie("coded", value)
    put_cookies(response, cookie + b"; HttpOnly; Path=/; SameSite=lax; Secure")


def delete_coded_cookie(response: Response) -> None:
    """Delete the cookie coded."""
    put_cookies(
        response,
        b"coded=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_coded_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie coded."""
    return read_base64url_cookie(cookies.get("coded"))


async def coded_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="coded")] = None,
) -> str | None:
    """For Depends: reads the cookie coded of a request."""
    if cookie_value is None:
        return None
    return read_coded_cookie({"coded": cookie_value})


def set_structured_cookie(response: Response, value: JsonValue) -> None:
    """Set the cookie structured."""
    cookie = json_cookie("structured", value)
    put_cookies(response, cookie + b"; HttpOnly; Path=/; SameSite=lax; Secure")


def delete_structured_cookie(response: Response) -> None:
    """Delete the cookie structured."""
    put_cookies(
        response,
        b"structured=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_structured_cookie(cookies: Mapping[str, str]) -> JsonValue | None:
    """Read the cookie structured."""
    return read_json_cookie(cookies.get("structured"))


async def structured_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="structured")] = None,
) -> JsonValue | None:
    """For Depends: reads the cookie structured of a request."""
    if cookie_value is None:
        return None
    return read_structured_cookie({"structured": cookie_value})


def set_quoted_cookie(response: Response, value: str) -> None:
    """Set the cookie quoted."""
    cookie = support_quoted_cookie("quoted", value)
    put_cookies(
        response, cookie + b"; HttpOnly; Max-Age=5; Path=/; SameSite=lax; Secure"
    )


def delete_quoted_cookie(response: Response) -> None:
    """Delete the cookie quoted."""
    put_cookies(
        response,
        b"quoted=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_quoted_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie quoted."""
    return support_read_quoted_cookie(cookies.get("quoted"))


async def quoted_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="quoted")] = None,
) -> str | None:
    """For Depends: reads the cookie quoted of a request."""
    if cookie_value is None:
        return None
    return read_quoted_cookie({"quoted": cookie_value})


def set_greeting_cookie(response: Response, value: str) -> None:
    """Set the cookie greeting."""
    cookie = support_quoted_cookie("greeting", value)
    put_cookies(response, cookie + b"; HttpOnly; Path=/; SameSite=lax; Secure")


def delete_greeting_cookie(response: Response) -> None:
    """Delete the cookie greeting."""
    put_cookies(
        response,
        b"greeting=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_greeting_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie greeting."""
    return support_read_quoted_cookie(cookies.get("greeting"))


async def greeting_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="greeting")] = None,
) -> str | None:
    """For Depends: reads the cookie greeting of a request."""
    if cookie_value is None:
        return None
    return read_greeting_cookie({"greeting": cookie_value})


class Welcome(PlainTextResponse):
    """Welcome: text/plain, status 200.

    Cookies: greeting (always set).
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS
    set_greeting_cookie = set_greeting_cookie
    delete_greeting_cookie = delete_greeting_cookie

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
        self.raw_headers += cookie_fields(
            b'greeting="Gr\\374\\337 Gott\\073 \\"hello\\""; HttpOnly; Path=/; SameSite=lax; Secure'
        )
        if headers is not None:
            yield_cookies(self)
