"""Responses of common."""

from __future__ import annotations

from collections.abc import Mapping

from ._support import (
    JsonValue,
    Response,
    json_cookie,
    plain_cookie,
    read_json_cookie,
    read_plain_cookie,
)

__all__ = [
    "delete_preferences_cookie",
    "delete_session_cookie",
    "read_preferences_cookie",
    "read_session_cookie",
    "set_preferences_cookie",
    "set_session_cookie",
]


def set_session_cookie(response: Response, value: str) -> None:
    """Set the cookie session."""
    cookie = plain_cookie("session", value)
    response.raw_headers.append(
        (
            b"set-cookie",
            cookie + b"; HttpOnly; Max-Age=1209600; Path=/; SameSite=lax; Secure",
        ),
    )


def delete_session_cookie(response: Response) -> None:
    """Delete the cookie session."""
    response.raw_headers.append(
        (
            b"set-cookie",
            b"session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
        ),
    )


def read_session_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie session."""
    return read_plain_cookie(cookies.get("session"))


def set_preferences_cookie(response: Response, value: JsonValue) -> None:
    """Set the cookie preferences."""
    cookie = json_cookie("preferences", value)
    response.raw_headers.append(
        (b"set-cookie", cookie + b"; HttpOnly; Path=/; SameSite=lax; Secure"),
    )


def delete_preferences_cookie(response: Response) -> None:
    """Delete the cookie preferences."""
    response.raw_headers += [
        (
            b"set-cookie",
            b"preferences=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
        ),
        (
            b"set-cookie",
            b"preferences=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/old; SameSite=lax; Secure",
        ),
    ]


def read_preferences_cookie(cookies: Mapping[str, str]) -> JsonValue | None:
    """Read the cookie preferences."""
    return read_json_cookie(cookies.get("preferences"))
