"""Responses of api."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from fastapi import Response
from fastapi.responses import PlainTextResponse
from starlette.requests import HTTPConnection

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    JsonValue,
    Secret,
    checked_key,
    chunk_cookies,
    chunk_keys,
    complete_headers,
    cookie_attributes,
    cookie_pair,
    cookie_prefix,
    cookie_signer,
    current,
    joined_chunks,
    json_octets,
    plain_cookie,
    plain_octets,
    put_cookies,
    quoted_cookie,
    read_json_cookie,
    read_plain_cookie,
    read_quoted_cookie,
    signing_keys,
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
    "JsonValue",
    "Listed",
    "PrivateCookie",
    "Secret",
    "TicketCookie",
    "delete_private_cookie",
    "delete_session_cookie",
    "delete_ticket_cookie",
    "delete_tokens_cookie",
    "private_cookie",
    "read_private_cookie",
    "read_session_cookie",
    "read_ticket_cookie",
    "read_tokens_cookie",
    "session_cookie",
    "set_private_cookie",
    "set_session_cookie",
    "set_ticket_cookie",
    "set_tokens_cookie",
    "ticket_cookie",
    "tokens_cookie",
]


def set_session_cookie(response: Response, value: str) -> None:
    """Set the cookie session.

    Its name the settings say.

    Its name is read from tests.support.acme:settings.cookie_name.
    """
    key = checked_key(current(acme.settings.cookie_name))
    cookie = plain_cookie(key, value)
    attributes = cookie_attributes(
        key, max_age=3600, secure=True, httponly=True, samesite="lax"
    )
    put_cookies(response, cookie + attributes)


def delete_session_cookie(response: Response) -> None:
    """Delete the cookie session.

    Its name the settings say.

    Its name is read from tests.support.acme:settings.cookie_name.
    """
    key = checked_key(current(acme.settings.cookie_name))
    put_cookies(
        response,
        *[
            cookie_prefix(key) + deletion
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
                for path, domain in [("/", None), ("/old", None)]
            ]
        ],
    )


def read_session_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie session.

    Its name the settings say.

    Its name is read from tests.support.acme:settings.cookie_name.
    """
    key = checked_key(current(acme.settings.cookie_name))
    return read_plain_cookie(cookies.get(key))


async def session_cookie(connection: HTTPConnection) -> str | None:
    """For Depends: reads the cookie session of a request.

    Its name the settings say.
    """
    return read_session_cookie(connection.cookies)


def set_ticket_cookie(response: Response, value: str, *, domain: str | None) -> None:
    """Set the cookie ticket.

    Its name is read from tests.support.acme:settings.cookie_name.
    """
    key = checked_key(current(acme.settings.cookie_name))
    path: str = current(acme.settings.cookie_path)
    cookie = quoted_cookie(key, value)
    attributes = cookie_attributes(
        key, path=path, domain=domain, secure=True, httponly=True, samesite="lax"
    )
    put_cookies(response, cookie + attributes)


def delete_ticket_cookie(response: Response, *, domain: str | None) -> None:
    """Delete the cookie ticket.

    Its name is read from tests.support.acme:settings.cookie_name.
    """
    key = checked_key(current(acme.settings.cookie_name))
    path: str = current(acme.settings.cookie_path)
    deletion = cookie_attributes(
        key,
        max_age=0,
        expires="Thu, 01 Jan 1970 00:00:00 GMT",
        path=path,
        domain=domain,
        secure=True,
        httponly=True,
        samesite="lax",
    )
    put_cookies(response, cookie_prefix(key) + deletion)


def read_ticket_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie ticket.

    Its name is read from tests.support.acme:settings.cookie_name.
    """
    key = checked_key(current(acme.settings.cookie_name))
    return read_quoted_cookie(cookies.get(key))


async def ticket_cookie(connection: HTTPConnection) -> str | None:
    """For Depends: reads the cookie ticket of a request."""
    return read_ticket_cookie(connection.cookies)


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketCookie:
    """The cookie ticket, with settings that are checked here."""

    domain: str | None

    def __post_init__(self) -> None:
        key = checked_key(current(acme.settings.cookie_name))
        cookie_attributes(
            key, domain=self.domain, secure=True, httponly=True, samesite="lax"
        )

    def set(self, response: Response, value: str) -> None:
        """Set the cookie."""
        set_ticket_cookie(response, value, domain=self.domain)

    def delete(self, response: Response) -> None:
        """Delete the cookie."""
        delete_ticket_cookie(response, domain=self.domain)

    def read(self, cookies: Mapping[str, str]) -> str | None:
        """Read the cookie."""
        return read_ticket_cookie(cookies)


def set_tokens_cookie(response: Response, value: JsonValue) -> None:
    """Set the cookie tokens.

    Its name is read from tests.support.acme:tokens_name.

    A large value is spread over up to 8 cookies.
    """
    key = checked_key(current(acme.tokens_name))
    signer = cookie_signer(
        itsdangerous.TimestampSigner, key, current(acme.settings.secrets)
    )
    deletion = cookie_attributes(
        key,
        max_age=0,
        expires="Thu, 01 Jan 1970 00:00:00 GMT",
        path="/old",
        secure=True,
        httponly=True,
        samesite="lax",
    )
    attributes = cookie_attributes(key, secure=True, httponly=True, samesite="lax")
    put_cookies(
        response,
        *[cookie_prefix(part) + deletion for part in chunk_keys(key)],
        *chunk_cookies(
            key,
            signer.sign(json_octets(key, value)),
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


def delete_tokens_cookie(response: Response) -> None:
    """Delete the cookie tokens.

    Its name is read from tests.support.acme:tokens_name.
    """
    key = checked_key(current(acme.tokens_name))
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
                for path, domain in [("/", None), ("/old", None)]
            ]
            for part in chunk_keys(key)
        ],
    )


def read_tokens_cookie(cookies: Mapping[str, str]) -> JsonValue | None:
    """Read the cookie tokens.

    Its name is read from tests.support.acme:tokens_name.

    Signed: None for a value that was changed, or is older than 3600 seconds.
    """
    key = checked_key(current(acme.tokens_name))
    signer = cookie_signer(
        itsdangerous.TimestampSigner, key, current(acme.settings.secrets)
    )
    return read_json_cookie(unsigned_value(signer, joined_chunks(cookies, key), 3600))


async def tokens_cookie(connection: HTTPConnection) -> JsonValue | None:
    """For Depends: reads the cookie tokens of a request."""
    return read_tokens_cookie(connection.cookies)


def set_private_cookie(response: Response, value: str, *, secret: Secret) -> None:
    """Set the cookie private.

    Its name is read from tests.support.acme:tokens_name.
    """
    key = checked_key(current(acme.tokens_name))
    signer = cookie_signer(itsdangerous.TimestampSigner, key, secret)
    cookie = cookie_pair(key, signer.sign(plain_octets(key, value)))
    attributes = cookie_attributes(
        key, path="/account", secure=True, httponly=True, samesite="lax"
    )
    put_cookies(response, cookie + attributes)


def delete_private_cookie(response: Response) -> None:
    """Delete the cookie private.

    Its name is read from tests.support.acme:tokens_name.
    """
    key = checked_key(current(acme.tokens_name))
    deletion = cookie_attributes(
        key,
        max_age=0,
        expires="Thu, 01 Jan 1970 00:00:00 GMT",
        path="/account",
        secure=True,
        httponly=True,
        samesite="lax",
    )
    put_cookies(response, cookie_prefix(key) + deletion)


def read_private_cookie(cookies: Mapping[str, str], *, secret: Secret) -> str | None:
    """Read the cookie private.

    Its name is read from tests.support.acme:tokens_name.

    Signed: None for a value that was changed, or is older than 3600 seconds.
    """
    key = checked_key(current(acme.tokens_name))
    signer = cookie_signer(itsdangerous.TimestampSigner, key, secret)
    return read_plain_cookie(unsigned_value(signer, cookies.get(key), 3600))


def private_cookie(*, secret: Secret) -> Callable[..., Awaitable[str | None]]:
    """For Depends: makes what reads the cookie private of a request."""

    async def dependency(connection: HTTPConnection) -> str | None:
        return read_private_cookie(connection.cookies, secret=secret)

    return dependency


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateCookie:
    """The cookie private, with settings that are checked here."""

    secret: Secret = field(repr=False)

    def __post_init__(self) -> None:
        signing_keys(self.secret)

    def set(self, response: Response, value: str) -> None:
        """Set the cookie."""
        set_private_cookie(response, value, secret=self.secret)

    def delete(self, response: Response) -> None:
        """Delete the cookie."""
        delete_private_cookie(response)

    def read(self, cookies: Mapping[str, str]) -> str | None:
        """Read the cookie."""
        return read_private_cookie(cookies, secret=self.secret)


class Listed(PlainTextResponse):
    """Listed: text/plain, status 200.

    Cookies: ticket, private, session (always set).
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS
    set_ticket_cookie = set_ticket_cookie
    delete_ticket_cookie = delete_ticket_cookie
    set_private_cookie = set_private_cookie
    delete_private_cookie = delete_private_cookie
    set_session_cookie = set_session_cookie
    delete_session_cookie = delete_session_cookie

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
        self.set_session_cookie("1")
        if headers is not None:
            yield_cookies(self)
