"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Cookie, Response
from fastapi.responses import PlainTextResponse
from starlette.requests import HTTPConnection

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    JsonValue,
    chunk_cookies,
    chunk_keys,
    complete_headers,
    cookie_attributes,
    cookie_prefix,
    current,
    joined_chunks,
    json_octets,
    plain_octets,
    put_cookies,
    read_json_cookie,
    read_plain_cookie,
    text_body,
    yield_cookies,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

    from tests.support import acme
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "JsonValue",
    "Listed",
    "basket_cookie",
    "delete_basket_cookie",
    "delete_notice_cookie",
    "delete_tokens_cookie",
    "notice_cookie",
    "read_basket_cookie",
    "read_notice_cookie",
    "read_tokens_cookie",
    "set_basket_cookie",
    "set_notice_cookie",
    "set_tokens_cookie",
    "tokens_cookie",
]


def set_tokens_cookie(response: Response, value: str) -> None:
    """Set the cookie tokens.

    A large value is spread over up to 8 cookies.
    """
    put_cookies(
        response,
        *chunk_cookies(
            "tokens",
            plain_octets("tokens", value),
            b"; HttpOnly; Path=/api; SameSite=lax; Secure",
            b"; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/api; SameSite=lax; Secure",
        ),
    )


def delete_tokens_cookie(response: Response) -> None:
    """Delete the cookie tokens."""
    put_cookies(
        response,
        *[
            cookie_prefix(part) + deletion
            for deletion in [
                b"; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/api; SameSite=lax; Secure",
                b"; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
            ]
            for part in chunk_keys("tokens")
        ],
    )


def read_tokens_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie tokens."""
    return read_plain_cookie(joined_chunks(cookies, "tokens"))


async def tokens_cookie(
    connection: HTTPConnection,
    cookie_value: Annotated[str | None, Cookie(alias="tokens")] = None,
) -> str | None:
    """For Depends: reads the cookie tokens of a request."""
    if cookie_value is None:
        return None
    return read_tokens_cookie(connection.cookies)


def set_basket_cookie(response: Response, value: JsonValue) -> None:
    """Set the cookie basket.

    A large value is spread over up to 8 cookies.
    """
    put_cookies(
        response,
        *[
            cookie_prefix(part)
            + b"; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/shop; SameSite=lax; Secure"
            for part in chunk_keys("basket")
        ],
        *chunk_cookies(
            "basket",
            json_octets("basket", value),
            b"; HttpOnly; Path=/; SameSite=lax; Secure",
            b"; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
        ),
    )


def delete_basket_cookie(response: Response) -> None:
    """Delete the cookie basket."""
    put_cookies(
        response,
        *[
            cookie_prefix(part) + deletion
            for deletion in [
                b"; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
                b"; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/shop; SameSite=lax; Secure",
            ]
            for part in chunk_keys("basket")
        ],
    )


def read_basket_cookie(cookies: Mapping[str, str]) -> JsonValue | None:
    """Read the cookie basket."""
    return read_json_cookie(joined_chunks(cookies, "basket"))


async def basket_cookie(
    connection: HTTPConnection,
    cookie_value: Annotated[str | None, Cookie(alias="basket")] = None,
) -> JsonValue | None:
    """For Depends: reads the cookie basket of a request."""
    if cookie_value is None:
        return None
    return read_basket_cookie(connection.cookies)


def set_notice_cookie(response: Response, value: str) -> None:
    """Set the cookie notice.

    A large value is spread over up to 8 cookies.
    """
    domain: str | None = current(acme.settings.cookie_domain)
    attributes = cookie_attributes(
        "notice", domain=domain, secure=True, httponly=True, samesite="lax"
    )
    put_cookies(
        response,
        *chunk_cookies(
            "notice",
            plain_octets("notice", value),
            attributes,
            cookie_attributes(
                "notice",
                max_age=0,
                expires="Thu, 01 Jan 1970 00:00:00 GMT",
                domain=domain,
                secure=True,
                httponly=True,
                samesite="lax",
            ),
        ),
    )


def delete_notice_cookie(response: Response) -> None:
    """Delete the cookie notice."""
    domain: str | None = current(acme.settings.cookie_domain)
    deletion = cookie_attributes(
        "notice",
        max_age=0,
        expires="Thu, 01 Jan 1970 00:00:00 GMT",
        domain=domain,
        secure=True,
        httponly=True,
        samesite="lax",
    )
    put_cookies(
        response, *[cookie_prefix(part) + deletion for part in chunk_keys("notice")]
    )


def read_notice_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie notice."""
    return read_plain_cookie(joined_chunks(cookies, "notice"))


async def notice_cookie(
    connection: HTTPConnection,
    cookie_value: Annotated[str | None, Cookie(alias="notice")] = None,
) -> str | None:
    """For Depends: reads the cookie notice of a request."""
    if cookie_value is None:
        return None
    return read_notice_cookie(connection.cookies)


class Listed(PlainTextResponse):
    """Listed: text/plain, status 200.

    Cookies: tokens, basket, notice (always set).
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS
    set_tokens_cookie = set_tokens_cookie
    delete_tokens_cookie = delete_tokens_cookie
    set_basket_cookie = set_basket_cookie
    delete_basket_cookie = delete_basket_cookie
    set_notice_cookie = set_notice_cookie
    delete_notice_cookie = delete_notice_cookie

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
        self.set_notice_cookie("a")
        if headers is not None:
            yield_cookies(self)
