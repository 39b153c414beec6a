"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import Cookie, Response

from ._support import (
    plain_cookie,
    put_cookies,
    read_plain_cookie,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "delete_moved_cookie",
    "moved_cookie",
    "read_moved_cookie",
    "set_moved_cookie",
]


def set_moved_cookie(response: Response, value: str) -> None:
    """Set the cookie moved."""
    cookie = plain_cookie("moved", value)
    put_cookies(response, cookie + b"; HttpOnly; Path=/shop; SameSite=lax; Secure")


def delete_moved_cookie(response: Response) -> None:
    """Delete the cookie moved."""
    put_cookies(
        response,
        b"moved=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/shop; SameSite=lax; Secure",
        b"moved=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
        b"moved=; Domain=shop.example; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/shop; SameSite=lax; Secure",
        b"moved=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/old; SameSite=lax; Secure",
    )


def read_moved_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie moved."""
    return read_plain_cookie(cookies.get("moved"))


async def moved_cookie(
    cookie_value: Annotated[str | None, Cookie(alias="moved")] = None,
) -> str | None:
    """For Depends: reads the cookie moved of a request."""
    if cookie_value is None:
        return None
    return read_moved_cookie({"moved": cookie_value})
