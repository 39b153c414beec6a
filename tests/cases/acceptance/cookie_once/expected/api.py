"""Responses of api."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from fastapi import Cookie, Response
from fastapi.responses import JSONResponse
from starlette.requests import HTTPConnection

from ._framework import (
    APPLY_CONSTANTS,
    RESPONSES,
    ROUTE,
    Answer,
    FastAPIResponseError,
    install_handlers,
)
from ._support import (
    Deferred,
    JsonValue,
    chunk_cookies,
    chunk_keys,
    complete_headers,
    cookie_attributes,
    cookie_fields,
    cookie_pair,
    cookie_prefix,
    cookie_signer,
    current,
    filled_key,
    joined_chunks,
    json_part,
    plain_cookie,
    plain_octets,
    put_cookies,
    read_plain_cookie,
    render_json,
    unsigned_value,
    yield_cookies,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from typing import Any

    import itsdangerous
    from starlette.applications import Starlette
    from starlette.background import BackgroundTask

    from tests.support import acme
else:
    itsdangerous = Deferred("itsdangerous", "itsdangerous", globals())
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "Account",
    "Denied",
    "JsonValue",
    "SeatCookie",
    "basket_cookie",
    "delete_basket_cookie",
    "delete_seat_cookie",
    "delete_session_cookie",
    "delete_theme_cookie",
    "delete_visitor_cookie",
    "install_error_handlers",
    "read_basket_cookie",
    "read_seat_cookie",
    "read_session_cookie",
    "read_theme_cookie",
    "read_visitor_cookie",
    "seat_cookie",
    "session_cookie",
    "set_basket_cookie",
    "set_seat_cookie",
    "set_session_cookie",
    "set_theme_cookie",
    "set_visitor_cookie",
    "theme_cookie",
    "visitor_cookie",
]


def set_session_cookie(response: Response, value: str) -> None:
    """Set the cookie __Host-session."""
    cookie = plain_cookie("__Host-session", value)
    put_cookies(
        response, cookie + b"; HttpOnly; Max-Age=1209600; Path=/; SameSite=lax; Secure"
    )


def delete_session_cookie(response: Response) -> None:
    """Delete the cookie __Host-session."""
    put_cookies(
        response,
        b"__Host-session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_session_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie __Host-session."""
    return read_plain_cookie(cookies.get("__Host-session"))


async def session_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="__Host-session")] = None,
) -> str | None:
    """For Depends: reads the cookie __Host-session of a request."""
    if cookie_value is None:
        return None
    return read_session_cookie({"__Host-session": cookie_value})


def set_theme_cookie(response: Response, value: str) -> None:
    """Set the cookie theme."""
    cookie = plain_cookie("theme", value)
    put_cookies(response, cookie + b"; Max-Age=31536000; Path=/; SameSite=lax; Secure")


def delete_theme_cookie(response: Response) -> None:
    """Delete the cookie theme."""
    put_cookies(
        response,
        b"theme=; expires=Thu, 01 Jan 1970 00:00:00 GMT; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_theme_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie theme."""
    return read_plain_cookie(cookies.get("theme"))


async def theme_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="theme")] = None,
) -> str | None:
    """For Depends: reads the cookie theme of a request."""
    if cookie_value is None:
        return None
    return read_theme_cookie({"theme": cookie_value})


def set_basket_cookie(response: Response, value: str) -> None:
    """Set the cookie basket.

    A large value is spread over up to 8 cookies.
    """
    put_cookies(
        response,
        *chunk_cookies(
            "basket",
            plain_octets("basket", value),
            b"; HttpOnly; Path=/shop; SameSite=lax; Secure",
            b"; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/shop; SameSite=lax; Secure",
        ),
    )


def delete_basket_cookie(response: Response) -> None:
    """Delete the cookie basket."""
    put_cookies(
        response,
        *[
            cookie_prefix(part) + deletion
            for deletion in [
                b"; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/shop; SameSite=lax; Secure",
                b"; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
            ]
            for part in chunk_keys("basket")
        ],
    )


def read_basket_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie basket."""
    return read_plain_cookie(joined_chunks(cookies, "basket"))


async def basket_cookie(
    connection: HTTPConnection,
    cookie_value: Annotated[str | None, Cookie(alias="basket")] = None,
) -> str | None:
    """For Depends: reads the cookie basket of a request."""
    if cookie_value is None:
        return None
    return read_basket_cookie(connection.cookies)


def set_visitor_cookie(response: Response, value: str) -> None:
    """Set the cookie visitor."""
    signer = cookie_signer(
        itsdangerous.TimestampSigner, "visitor", current(acme.settings.secrets)
    )
    cookie = cookie_pair("visitor", signer.sign(plain_octets("visitor", value)))
    put_cookies(
        response, cookie + b"; HttpOnly; Max-Age=86400; Path=/; SameSite=lax; Secure"
    )


def delete_visitor_cookie(response: Response) -> None:
    """Delete the cookie visitor."""
    put_cookies(
        response,
        b"visitor=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_visitor_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie visitor.

    Signed: None for a value that was changed, or is older than 86400 seconds.
    """
    signer = cookie_signer(
        itsdangerous.TimestampSigner, "visitor", current(acme.settings.secrets)
    )
    return read_plain_cookie(unsigned_value(signer, cookies.get("visitor"), 86400))


async def visitor_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="visitor")] = None,
) -> str | None:
    """For Depends: reads the cookie visitor of a request."""
    if cookie_value is None:
        return None
    return read_visitor_cookie({"visitor": cookie_value})


def set_seat_cookie(response: Response, value: str, *, row: str) -> None:
    """Set the cookie seat-{row}."""
    key = filled_key("seat-{}", row)
    cookie = plain_cookie(key, value)
    attributes = cookie_attributes(key, secure=True, httponly=True, samesite="lax")
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
                for path, domain in [("/old", None), ("/", "shop.example")]
            ]
        ],
        cookie + attributes,
    )


def delete_seat_cookie(response: Response, *, row: str) -> None:
    """Delete the cookie seat-{row}."""
    key = filled_key("seat-{}", row)
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
                for path, domain in [("/", None), ("/old", None), ("/", "shop.example")]
            ]
        ],
    )


def read_seat_cookie(cookies: Mapping[str, str], *, row: str) -> str | None:
    """Read the cookie seat-{row}."""
    key = filled_key("seat-{}", row)
    return read_plain_cookie(cookies.get(key))


def seat_cookie(*, row: str) -> Callable[..., Awaitable[str | None]]:
    """For Depends: makes what reads the cookie seat-{row} of a request."""
    key = filled_key("seat-{}", row)
    cookie = Cookie(default=None, alias=key)

    async def dependency(cookie_value: str | None = cookie) -> str | None:
        if cookie_value is None:
            return None
        return read_seat_cookie({key: cookie_value}, row=row)

    return dependency


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatCookie:
    """The cookie seat, with settings that are checked here."""

    row: str

    def __post_init__(self) -> None:
        key = filled_key("seat-{}", self.row)
        cookie_prefix(key)
        cookie_attributes(key, secure=True, httponly=True, samesite="lax")

    def set(self, response: Response, value: str) -> None:
        """Set the cookie."""
        set_seat_cookie(response, value, row=self.row)

    def delete(self, response: Response) -> None:
        """Delete the cookie."""
        delete_seat_cookie(response, row=self.row)

    def read(self, cookies: Mapping[str, str]) -> str | None:
        """Read the cookie."""
        return read_seat_cookie(cookies, row=self.row)


class Account(JSONResponse):
    """Account: application/json, status 200.

    Cookies: __Host-session, theme (always set), basket, visitor (always set),
    seat-{row} (callers give row).
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    render = render_json
    apply = APPLY_CONSTANTS
    set_session_cookie = set_session_cookie
    delete_session_cookie = delete_session_cookie
    set_theme_cookie = set_theme_cookie
    delete_theme_cookie = delete_theme_cookie
    set_basket_cookie = set_basket_cookie
    delete_basket_cookie = delete_basket_cookie
    set_visitor_cookie = set_visitor_cookie
    delete_visitor_cookie = delete_visitor_cookie
    set_seat_cookie = set_seat_cookie
    delete_seat_cookie = delete_seat_cookie

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
        self.raw_headers += cookie_fields(
            b"theme=light; Max-Age=31536000; Path=/; SameSite=lax; Secure"
        )
        self.set_visitor_cookie("guest")
        if headers is not None:
            yield_cookies(self)


class Denied(Account):
    """Denied: application/json, status 403.

    Takes detail.
    Cookies: __Host-session, theme (always set), basket, visitor (always set),
    seat-{row} (callers give row).
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know detail.
    """

    def __init__(
        self,
        status_code: int = 403,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        detail: str,
    ) -> None:
        self.detail = detail
        super(Account, self).__init__(
            None, status_code, headers, media_type, background
        )

    def render(self, content: Any) -> bytes:
        return b'{"detail":%b}' % json_part("detail", self.detail)

    class Error(FastAPIResponseError):
        """Raised, it is answered as Denied."""

        def __init__(
            self,
            status_code: int = 403,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            detail: str,
        ) -> None:
            response = Denied(
                status_code, headers, media_type, background, detail=detail
            )
            super().__init__(response, detail)

        def response(self) -> Denied:
            return self.renewed(Denied)


def install_error_handlers(app: Starlette) -> None:
    """Let an application answer its errors so; call it before the first request.

    http: Denied.
    """
    install_handlers(
        app,
        http=Answer(
            lambda detail, headers: Denied(detail=detail, headers=headers), phrase=True
        ),
    )
