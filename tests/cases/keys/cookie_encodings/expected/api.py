"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Cookie, Response

from ._support import (
    JsonValue,
    base64url_cookie,
    json_cookie,
    put_cookies,
    read_base64url_cookie,
    read_json_cookie,
)
from ._support import (
    percent_cookie as support_percent_cookie,
)
from ._support import (
    plain_cookie as support_plain_cookie,
)
from ._support import (
    read_percent_cookie as support_read_percent_cookie,
)
from ._support import (
    read_plain_cookie as support_read_plain_cookie,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "JsonValue",
    "coded_cookie",
    "delete_coded_cookie",
    "delete_percent_cookie",
    "delete_plain_cookie",
    "delete_structured_cookie",
    "percent_cookie",
    "plain_cookie",
    "read_coded_cookie",
    "read_percent_cookie",
    "read_plain_cookie",
    "read_structured_cookie",
    "set_coded_cookie",
    "set_percent_cookie",
    "set_plain_cookie",
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
