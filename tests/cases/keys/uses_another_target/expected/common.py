"""Responses of common."""

from __future__ import annotations

from collections.abc import Mapping

from itsdangerous import TimestampSigner
from tests.support.acme import settings

from ._support import (
    JsonValue,
    Response,
    chunk_fields,
    chunk_keys,
    cookie_signer,
    current,
    deletion_attributes,
    deletion_fields,
    joined_chunks,
    json_cookie,
    late_attributes,
    plain_cookie,
    plain_octets,
    read_json_cookie,
    read_plain_cookie,
    unsigned_value,
)

__all__ = [
    "delete_preferences_cookie",
    "delete_session_cookie",
    "delete_tenant_cookie",
    "read_preferences_cookie",
    "read_session_cookie",
    "read_tenant_cookie",
    "set_preferences_cookie",
    "set_session_cookie",
    "set_tenant_cookie",
]


def set_session_cookie(response: Response, value: str) -> None:
    """Set the cookie session."""
    cookie = plain_cookie("session", value)
    response.raw_headers.append(
        (
            b"set-cookie",
            cookie + b"; HttpOnly; Max-Age=1209600; Path=/; SameSite=lax; Secure",
        )
    )


def delete_session_cookie(response: Response) -> None:
    """Delete the cookie session."""
    response.raw_headers.append(
        (
            b"set-cookie",
            b"session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
        )
    )


def read_session_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie session."""
    return read_plain_cookie(cookies.get("session"))


def set_preferences_cookie(response: Response, value: JsonValue) -> None:
    """Set the cookie preferences."""
    cookie = json_cookie("preferences", value)
    response.raw_headers.append(
        (b"set-cookie", cookie + b"; HttpOnly; Path=/; SameSite=lax; Secure")
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


def set_tenant_cookie(response: Response, value: str, *, name: str, path: str) -> None:
    """Set the cookie tenant-{name}-parts.

    A large value is spread over up to 8 cookies.
    """
    key = "tenant-" + name + "-parts"
    domain: str | None = current(settings.cookie_domain)
    signer = cookie_signer(TimestampSigner, key, current(settings.secrets))
    attributes = late_attributes(
        key, path=path, domain=domain, secure=True, httponly=True, samesite="lax"
    )
    deletion = deletion_attributes(
        path=path, domain=domain, secure=True, httponly=True, samesite="lax"
    )
    response.raw_headers += [
        *deletion_fields(
            chunk_keys(key),
            [("/old", domain)],
            secure=True,
            httponly=True,
            samesite="lax",
        ),
        *chunk_fields(key, signer.sign(plain_octets(key, value)), attributes, deletion),
    ]


def delete_tenant_cookie(response: Response, *, name: str, path: str) -> None:
    """Delete the cookie tenant-{name}-parts."""
    key = "tenant-" + name + "-parts"
    domain: str | None = current(settings.cookie_domain)
    response.raw_headers += deletion_fields(
        chunk_keys(key),
        [(path, domain), ("/old", domain)],
        secure=True,
        httponly=True,
        samesite="lax",
    )


def read_tenant_cookie(cookies: Mapping[str, str], *, name: str) -> str | None:
    """Read the cookie tenant-{name}-parts.

    Signed: None for a value that was changed, or is older than 3600 seconds.
    """
    key = "tenant-" + name + "-parts"
    signer = cookie_signer(TimestampSigner, key, current(settings.secrets))
    return read_plain_cookie(unsigned_value(signer, joined_chunks(cookies, key), 3600))
