"""Responses of api."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from fastapi import Cookie, Response
from fastapi.responses import JSONResponse
from starlette.requests import HTTPConnection

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    JsonValue,
    Secret,
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
    plain_cookie,
    plain_octets,
    put_cookies,
    read_json_cookie,
    read_plain_cookie,
    render_json,
    signing_keys,
    unsigned_value,
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
    "CartCookie",
    "JsonValue",
    "LoginCookie",
    "Secret",
    "Signed",
    "TicketCookie",
    "cart_cookie",
    "delete_cart_cookie",
    "delete_login_cookie",
    "delete_ticket_cookie",
    "login_cookie",
    "read_cart_cookie",
    "read_login_cookie",
    "read_ticket_cookie",
    "set_cart_cookie",
    "set_login_cookie",
    "set_ticket_cookie",
    "ticket_cookie",
]


def set_login_cookie(
    response: Response,
    value: str,
    *,
    cookie_name: str,
    max_age: int | None = None,
    path: str = "/",
    domain: str | None = None,
    secure: bool = True,
    httponly: bool = True,
    samesite: Literal["lax", "strict", "none"] | None = "lax",
) -> None:
    """Set the cookie login.

    Who is signed in, by a library that has several applications.
    """
    key = filled_key("{}", cookie_name)
    cookie = plain_cookie(key, value)
    attributes = cookie_attributes(
        key,
        max_age=max_age,
        path=path,
        domain=domain,
        secure=secure,
        httponly=httponly,
        samesite=samesite,
    )
    put_cookies(response, cookie + attributes)


def delete_login_cookie(
    response: Response,
    *,
    cookie_name: str,
    path: str,
    domain: str | None,
    secure: bool = True,
    httponly: bool = True,
    samesite: Literal["lax", "strict", "none"] | None = "lax",
) -> None:
    """Delete the cookie login.

    Who is signed in, by a library that has several applications.
    """
    key = filled_key("{}", cookie_name)
    deletion = cookie_attributes(
        key,
        max_age=0,
        expires="Thu, 01 Jan 1970 00:00:00 GMT",
        path=path,
        domain=domain,
        secure=secure,
        httponly=httponly,
        samesite=samesite,
    )
    put_cookies(response, cookie_prefix(key) + deletion)


def read_login_cookie(cookies: Mapping[str, str], *, cookie_name: str) -> str | None:
    """Read the cookie login.

    Who is signed in, by a library that has several applications.
    """
    key = filled_key("{}", cookie_name)
    return read_plain_cookie(cookies.get(key))


def login_cookie(*, cookie_name: str) -> Callable[..., Awaitable[str | None]]:
    """For Depends: makes what reads the cookie login of a request.

    Who is signed in, by a library that has several applications.
    """
    key = filled_key("{}", cookie_name)
    cookie = Cookie(
        default=None,
        alias=key,
        description="Who is signed in, by a library that has several applications.",
    )

    async def dependency(cookie_value: str | None = cookie) -> str | None:
        if cookie_value is None:
            return None
        return read_login_cookie({key: cookie_value}, cookie_name=cookie_name)

    return dependency


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginCookie:
    """The cookie login, with settings that are checked here.

    Who is signed in, by a library that has several applications.
    """

    cookie_name: str
    max_age: int | None = None
    path: str = "/"
    domain: str | None = None
    secure: bool = True
    httponly: bool = True
    samesite: Literal["lax", "strict", "none"] | None = "lax"

    def __post_init__(self) -> None:
        key = filled_key("{}", self.cookie_name)
        cookie_prefix(key)
        cookie_attributes(
            key,
            max_age=self.max_age,
            path=self.path,
            domain=self.domain,
            secure=self.secure,
            httponly=self.httponly,
            samesite=self.samesite,
        )

    def set(self, response: Response, value: str) -> None:
        """Set the cookie."""
        set_login_cookie(
            response,
            value,
            cookie_name=self.cookie_name,
            max_age=self.max_age,
            path=self.path,
            domain=self.domain,
            secure=self.secure,
            httponly=self.httponly,
            samesite=self.samesite,
        )

    def delete(self, response: Response) -> None:
        """Delete the cookie."""
        delete_login_cookie(
            response,
            cookie_name=self.cookie_name,
            path=self.path,
            domain=self.domain,
            secure=self.secure,
            httponly=self.httponly,
            samesite=self.samesite,
        )

    def read(self, cookies: Mapping[str, str]) -> str | None:
        """Read the cookie."""
        return read_login_cookie(cookies, cookie_name=self.cookie_name)


def set_ticket_cookie(response: Response, value: JsonValue, *, secret: Secret) -> None:
    """Set the cookie ticket."""
    signer = cookie_signer(itsdangerous.TimestampSigner, "ticket", secret)
    cookie = cookie_pair("ticket", signer.sign(json_octets("ticket", value)))
    put_cookies(
        response, cookie + b"; HttpOnly; Max-Age=300; Path=/; SameSite=lax; Secure"
    )


def delete_ticket_cookie(response: Response) -> None:
    """Delete the cookie ticket."""
    put_cookies(
        response,
        b"ticket=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_ticket_cookie(
    cookies: Mapping[str, str], *, secret: Secret
) -> JsonValue | None:
    """Read the cookie ticket.

    Signed: None for a value that was changed, or is older than 300 seconds.
    """
    signer = cookie_signer(itsdangerous.TimestampSigner, "ticket", secret)
    return read_json_cookie(unsigned_value(signer, cookies.get("ticket"), 300))


def ticket_cookie(*, secret: Secret) -> Callable[..., Awaitable[JsonValue | None]]:
    """For Depends: makes what reads the cookie ticket of a request."""
    cookie = Cookie(default=None, alias="ticket")

    async def dependency(cookie_value: str | None = cookie) -> JsonValue | None:
        if cookie_value is None:
            return None
        return read_ticket_cookie({"ticket": cookie_value}, secret=secret)

    return dependency


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketCookie:
    """The cookie ticket, with settings that are checked here."""

    secret: Secret = field(repr=False)

    def __post_init__(self) -> None:
        signing_keys(self.secret)

    def set(self, response: Response, value: JsonValue) -> None:
        """Set the cookie."""
        set_ticket_cookie(response, value, secret=self.secret)

    def delete(self, response: Response) -> None:
        """Delete the cookie."""
        delete_ticket_cookie(response)

    def read(self, cookies: Mapping[str, str]) -> JsonValue | None:
        """Read the cookie."""
        return read_ticket_cookie(cookies, secret=self.secret)


def set_cart_cookie(response: Response, value: str, *, shop: str, path: str) -> None:
    """Set the cookie cart-{shop}-parts.

    A large value is spread over up to 8 cookies.
    """
    key = filled_key("cart-{}-parts", shop)
    domain: str | None = current(acme.settings.cookie_domain)
    attributes = cookie_attributes(
        key, path=path, domain=domain, secure=True, httponly=True, samesite="lax"
    )
    put_cookies(
        response,
        *chunk_cookies(
            key,
            plain_octets(key, value),
            attributes,
            cookie_attributes(
                key,
                max_age=0,
                expires="Thu, 01 Jan 1970 00:00:00 GMT",
                path=path,
                domain=domain,
                secure=True,
                httponly=True,
                samesite="lax",
            ),
        ),
    )


def delete_cart_cookie(response: Response, *, shop: str, path: str) -> None:
    """Delete the cookie cart-{shop}-parts."""
    key = filled_key("cart-{}-parts", shop)
    domain: str | None = current(acme.settings.cookie_domain)
    put_cookies(
        response,
        *[
            cookie_prefix(part) + deletion
            for deletion in [
                cookie_attributes(
                    key,
                    max_age=0,
                    expires="Thu, 01 Jan 1970 00:00:00 GMT",
                    path=path,
                    domain=domain,
                    secure=True,
                    httponly=True,
                    samesite="lax",
                )
                for path, domain in [(path, domain), ("/old", domain)]
            ]
            for part in chunk_keys(key)
        ],
    )


def read_cart_cookie(cookies: Mapping[str, str], *, shop: str) -> str | None:
    """Read the cookie cart-{shop}-parts."""
    key = filled_key("cart-{}-parts", shop)
    return read_plain_cookie(joined_chunks(cookies, key))


def cart_cookie(*, shop: str) -> Callable[..., Awaitable[str | None]]:
    """For Depends: makes what reads the cookie cart-{shop}-parts of a request."""
    key = filled_key("cart-{}-parts", shop)
    cookie = Cookie(default=None, alias=key)

    async def dependency(
        connection: HTTPConnection, cookie_value: str | None = cookie
    ) -> str | None:
        if cookie_value is None:
            return None
        return read_cart_cookie(connection.cookies, shop=shop)

    return dependency


@dataclass(frozen=True, slots=True, kw_only=True)
class CartCookie:
    """The cookie cart, with settings that are checked here."""

    shop: str
    path: str

    def __post_init__(self) -> None:
        key = filled_key("cart-{}-parts", self.shop)
        cookie_prefix(key)
        cookie_attributes(
            key, path=self.path, secure=True, httponly=True, samesite="lax"
        )

    def set(self, response: Response, value: str) -> None:
        """Set the cookie."""
        set_cart_cookie(response, value, shop=self.shop, path=self.path)

    def delete(self, response: Response) -> None:
        """Delete the cookie."""
        delete_cart_cookie(response, shop=self.shop, path=self.path)

    def read(self, cookies: Mapping[str, str]) -> str | None:
        """Read the cookie."""
        return read_cart_cookie(cookies, shop=self.shop)


class Signed(JSONResponse):
    """Signed: application/json, status 200.

    Cookies: login (callers give its name, cookie_name), ticket, cart-{shop}-parts
    (callers give shop).
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    render = render_json
    apply = APPLY_CONSTANTS
    set_login_cookie = set_login_cookie
    delete_login_cookie = delete_login_cookie
    set_ticket_cookie = set_ticket_cookie
    delete_ticket_cookie = delete_ticket_cookie
    set_cart_cookie = set_cart_cookie
    delete_cart_cookie = delete_cart_cookie

    def __init__(
        self,
        content: JsonValue,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
