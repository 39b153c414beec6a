"""Responses of common."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ._support import (
    Deferred,
    JsonValue,
    Response,
    chunk_cookies,
    chunk_keys,
    cookie_attributes,
    cookie_prefix,
    cookie_signer,
    current,
    filled_key,
    joined_chunks,
    json_cookie,
    plain_cookie,
    plain_octets,
    put_cookies,
    read_json_cookie,
    read_plain_cookie,
    unsigned_value,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import itsdangerous

    from tests.support import acme
else:
    itsdangerous = Deferred("itsdangerous", "itsdangerous", globals())
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "JsonValue",
    "TenantCookie",
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
    put_cookies(
        response, cookie + b"; HttpOnly; Max-Age=1209600; Path=/; SameSite=lax; Secure"
    )


def delete_session_cookie(response: Response) -> None:
    """Delete the cookie session."""
    put_cookies(
        response,
        b"session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
    )


def read_session_cookie(cookies: Mapping[str, str]) -> str | None:
    """Read the cookie session."""
    return read_plain_cookie(cookies.get("session"))


def set_preferences_cookie(response: Response, value: JsonValue) -> None:
    """Set the cookie preferences."""
    cookie = json_cookie("preferences", value)
    put_cookies(response, cookie + b"; HttpOnly; Path=/; SameSite=lax; Secure")


def delete_preferences_cookie(response: Response) -> None:
    """Delete the cookie preferences."""
    put_cookies(
        response,
        b"preferences=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
        b"preferences=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/old; SameSite=lax; Secure",
    )


def read_preferences_cookie(cookies: Mapping[str, str]) -> JsonValue | None:
    """Read the cookie preferences."""
    return read_json_cookie(cookies.get("preferences"))


def set_tenant_cookie(response: Response, value: str, *, name: str, path: str) -> None:
    """Set the cookie tenant-{name}-parts.

    A large value is spread over up to 8 cookies.
    """
    key = filled_key("tenant-{}-parts", name)
    domain: str | None = current(acme.settings.cookie_domain)
    signer = cookie_signer(
        itsdangerous.TimestampSigner, key, current(acme.settings.secrets)
    )
    deletion = cookie_attributes(
        key,
        max_age=0,
        expires="Thu, 01 Jan 1970 00:00:00 GMT",
        path="/old",
        domain=domain,
        secure=True,
        httponly=True,
        samesite="lax",
    )
    attributes = cookie_attributes(
        key, path=path, domain=domain, secure=True, httponly=True, samesite="lax"
    )
    put_cookies(
        response,
        *[cookie_prefix(part) + deletion for part in chunk_keys(key)],
        *chunk_cookies(
            key,
            signer.sign(plain_octets(key, value)),
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


def delete_tenant_cookie(response: Response, *, name: str, path: str) -> None:
    """Delete the cookie tenant-{name}-parts."""
    key = filled_key("tenant-{}-parts", name)
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


def read_tenant_cookie(cookies: Mapping[str, str], *, name: str) -> str | None:
    """Read the cookie tenant-{name}-parts.

    Signed: None for a value that was changed, or is older than 3600 seconds.
    """
    key = filled_key("tenant-{}-parts", name)
    signer = cookie_signer(
        itsdangerous.TimestampSigner, key, current(acme.settings.secrets)
    )
    return read_plain_cookie(unsigned_value(signer, joined_chunks(cookies, key), 3600))


@dataclass(frozen=True, slots=True, kw_only=True)
class TenantCookie:
    """The cookie tenant, with settings that are checked here."""

    name: str
    path: str

    def __post_init__(self) -> None:
        key = filled_key("tenant-{}-parts", self.name)
        cookie_prefix(key)
        cookie_attributes(
            key, path=self.path, secure=True, httponly=True, samesite="lax"
        )

    def set(self, response: Response, value: str) -> None:
        """Set the cookie."""
        set_tenant_cookie(response, value, name=self.name, path=self.path)

    def delete(self, response: Response) -> None:
        """Delete the cookie."""
        delete_tenant_cookie(response, name=self.name, path=self.path)

    def read(self, cookies: Mapping[str, str]) -> str | None:
        """Read the cookie."""
        return read_tenant_cookie(cookies, name=self.name)
