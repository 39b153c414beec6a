"""Responses of api."""

from __future__ import annotations

from dataclasses import dataclass
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
    cookie_pair,
    cookie_prefix,
    cookie_signer,
    current,
    filled_key,
    joined_chunks,
    json_octets,
    plain_octets,
    put_cookies,
    read_json_cookie,
    read_plain_cookie,
    text_body,
    unsigned_value,
    yield_cookies,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    import itsdangerous
    from starlette.background import BackgroundTask

    from tests.support import acme
else:
    itsdangerous = Deferred("itsdangerous", "itsdangerous", globals())
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "AccessCookie",
    "JsonValue",
    "Listed",
    "SeatCookie",
    "access_cookie",
    "campaign_cookie",
    "delete_access_cookie",
    "delete_campaign_cookie",
    "delete_guest_cookie",
    "delete_seat_cookie",
    "guest_cookie",
    "read_access_cookie",
    "read_campaign_cookie",
    "read_guest_cookie",
    "read_seat_cookie",
    "seat_cookie",
    "set_access_cookie",
    "set_campaign_cookie",
    "set_guest_cookie",
    "set_seat_cookie",
]


def set_guest_cookie(response: Response, value: JsonValue) -> None:
    """Set the cookie guest."""
    signer = cookie_signer(
        itsdangerous.TimestampSigner, "guest", current(acme.settings.secrets)
    )
    cookie = cookie_pair("guest", signer.sign(json_octets("guest", value)))
    put_cookies(
        response, cookie + b"; HttpOnly; Max-Age=2592000; Path=/; SameSite=lax; Secure"
    )


def delete_guest_cookie(response: Response) -> None:
    """Delete the cookie guest."""
    put_cookies(
        response,
        b"guest=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_guest_cookie(cookies: Mapping[str, str]) -> JsonValue | None:
    """Read the cookie guest.

    Signed: None for a value that was changed, or is older than 2592000 seconds.
    """
    signer = cookie_signer(
        itsdangerous.TimestampSigner, "guest", current(acme.settings.secrets)
    )
    return read_json_cookie(unsigned_value(signer, cookies.get("guest"), 2592000))


async def guest_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="guest")] = None,
) -> JsonValue | None:
    """For Depends: reads the cookie guest of a request."""
    if cookie_value is None:
        return None
    return read_guest_cookie({"guest": cookie_value})


def set_access_cookie(response: Response, value: str, *, client: str) -> None:
    """Set the cookie access-{client}-parts.

    A large value is spread over up to 8 cookies.
    """
    key = filled_key("access-{}-parts", client)
    signer = cookie_signer(
        itsdangerous.TimestampSigner, key, current(acme.settings.secrets)
    )
    attributes = cookie_attributes(key, secure=True, httponly=True, samesite="lax")
    put_cookies(
        response,
        *chunk_cookies(
            key,
            signer.sign(plain_octets(key, value)),
            attributes,
            cookie_attributes(
                key,
                max_age=0,
                expires="Thu, 01 Jan 1970 00:00:00 GMT",
                secure=True,
                httponly=True,
                samesite="lax",
            ),
        ),
    )


def delete_access_cookie(response: Response, *, client: str) -> None:
    """Delete the cookie access-{client}-parts."""
    key = filled_key("access-{}-parts", client)
    deletion = cookie_attributes(
        key,
        max_age=0,
        expires="Thu, 01 Jan 1970 00:00:00 GMT",
        secure=True,
        httponly=True,
        samesite="lax",
    )
    put_cookies(response, *[cookie_prefix(part) + deletion for part in chunk_keys(key)])


def read_access_cookie(cookies: Mapping[str, str], *, client: str) -> str | None:
    """Read the cookie access-{client}-parts.

    Signed: None for a value that was changed, or is older than 3600 seconds.
    """
    key = filled_key("access-{}-parts", client)
    signer = cookie_signer(
        itsdangerous.TimestampSigner, key, current(acme.settings.secrets)
    )
    return read_plain_cookie(unsigned_value(signer, joined_chunks(cookies, key), 3600))


def access_cookie(*, client: str) -> Callable[..., Awaitable[str | None]]:
    """For Depends: makes what reads the cookie access-{client}-parts of a request."""
    key = filled_key("access-{}-parts", client)
    cookie = Cookie(default=None, alias=key)

    async def dependency(
        connection: HTTPConnection, cookie_value: str | None = cookie
    ) -> str | None:
        if cookie_value is None:
            return None
        return read_access_cookie(connection.cookies, client=client)

    return dependency


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessCookie:
    """The cookie access, with settings that are checked here."""

    client: str

    def __post_init__(self) -> None:
        key = filled_key("access-{}-parts", self.client)
        cookie_prefix(key)
        cookie_attributes(key, secure=True, httponly=True, samesite="lax")

    def set(self, response: Response, value: str) -> None:
        """Set the cookie."""
        set_access_cookie(response, value, client=self.client)

    def delete(self, response: Response) -> None:
        """Delete the cookie."""
        delete_access_cookie(response, client=self.client)

    def read(self, cookies: Mapping[str, str]) -> str | None:
        """Read the cookie."""
        return read_access_cookie(cookies, client=self.client)


def set_campaign_cookie(response: Response, value: str) -> None:
    """Set the cookie campaign."""
    signer = cookie_signer(
        itsdangerous.TimestampSigner, "campaign", current(acme.settings.secrets)
    )
    cookie = cookie_pair("campaign", signer.sign(plain_octets("campaign", value)))
    put_cookies(
        response, cookie + b"; HttpOnly; Max-Age=86400; Path=/; SameSite=lax; Secure"
    )


def delete_campaign_cookie(response: Response) -> None:
    """Delete the cookie campaign."""
    put_cookies(
        response,
        b"campaign=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_campaign_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie campaign.

    Signed: None for a value that was changed, or is older than 86400 seconds.
    """
    signer = cookie_signer(
        itsdangerous.TimestampSigner, "campaign", current(acme.settings.secrets)
    )
    return read_plain_cookie(unsigned_value(signer, cookies.get("campaign"), 86400))


async def campaign_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="campaign")] = None,
) -> str | None:
    """For Depends: reads the cookie campaign of a request."""
    if cookie_value is None:
        return None
    return read_campaign_cookie({"campaign": cookie_value})


def set_seat_cookie(response: Response, value: str, *, shop: str, place: str) -> None:
    """Set the cookie seat-{shop}-{place}."""
    key = filled_key("seat-{}-{}", shop, place)
    signer = cookie_signer(
        itsdangerous.TimestampSigner, key, current(acme.settings.secrets)
    )
    cookie = cookie_pair(key, signer.sign(plain_octets(key, value)))
    attributes = cookie_attributes(key, secure=True, httponly=True, samesite="lax")
    put_cookies(response, cookie + attributes)


def delete_seat_cookie(response: Response, *, shop: str, place: str) -> None:
    """Delete the cookie seat-{shop}-{place}."""
    key = filled_key("seat-{}-{}", shop, place)
    deletion = cookie_attributes(
        key,
        max_age=0,
        expires="Thu, 01 Jan 1970 00:00:00 GMT",
        secure=True,
        httponly=True,
        samesite="lax",
    )
    put_cookies(response, cookie_prefix(key) + deletion)


def read_seat_cookie(
    cookies: Mapping[str, str], *, shop: str, place: str
) -> str | None:
    """Read the cookie seat-{shop}-{place}.

    Signed: None for a value that was changed, or is older than 3600 seconds.
    """
    key = filled_key("seat-{}-{}", shop, place)
    signer = cookie_signer(
        itsdangerous.TimestampSigner, key, current(acme.settings.secrets)
    )
    return read_plain_cookie(unsigned_value(signer, cookies.get(key), 3600))


def seat_cookie(*, shop: str, place: str) -> Callable[..., Awaitable[str | None]]:
    """For Depends: makes what reads the cookie seat-{shop}-{place} of a request."""
    key = filled_key("seat-{}-{}", shop, place)
    cookie = Cookie(default=None, alias=key)

    async def dependency(cookie_value: str | None = cookie) -> str | None:
        if cookie_value is None:
            return None
        return read_seat_cookie({key: cookie_value}, shop=shop, place=place)

    return dependency


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatCookie:
    """The cookie seat, with settings that are checked here."""

    shop: str
    place: str

    def __post_init__(self) -> None:
        key = filled_key("seat-{}-{}", self.shop, self.place)
        cookie_prefix(key)
        cookie_attributes(key, secure=True, httponly=True, samesite="lax")

    def set(self, response: Response, value: str) -> None:
        """Set the cookie."""
        set_seat_cookie(response, value, shop=self.shop, place=self.place)

    def delete(self, response: Response) -> None:
        """Delete the cookie."""
        delete_seat_cookie(response, shop=self.shop, place=self.place)

    def read(self, cookies: Mapping[str, str]) -> str | None:
        """Read the cookie."""
        return read_seat_cookie(cookies, shop=self.shop, place=self.place)


class Listed(PlainTextResponse):
    """Listed: text/plain, status 200.

    Cookies: guest, access-{client}-parts (callers give client), campaign (always set).
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS
    set_guest_cookie = set_guest_cookie
    delete_guest_cookie = delete_guest_cookie
    set_access_cookie = set_access_cookie
    delete_access_cookie = delete_access_cookie
    set_campaign_cookie = set_campaign_cookie
    delete_campaign_cookie = delete_campaign_cookie

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
        self.set_campaign_cookie("spring")
        if headers is not None:
            yield_cookies(self)
