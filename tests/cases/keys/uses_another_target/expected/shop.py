"""Responses of shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    JsonValue,
    chunk_cookies,
    chunk_keys,
    complete_headers,
    cookie_attributes,
    cookie_prefix,
    cookie_signer,
    current,
    filled_key,
    json_cookie,
    plain_cookie,
    plain_octets,
    put_cookies,
    render_json,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import itsdangerous
    from starlette.background import BackgroundTask

    from tests.support import acme
else:
    itsdangerous = Deferred("itsdangerous", "itsdangerous", globals())
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "Item",
    "JsonValue",
]


class Item(JSONResponse):
    """Item: application/json, status 200.

    Cookies: session, preferences, tenant-{name}-parts (callers give name).
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    render = render_json
    apply = APPLY_CONSTANTS

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

    def set_session_cookie(self, value: str) -> None:
        """Set the cookie session."""
        cookie = plain_cookie("session", value)
        put_cookies(
            self, cookie + b"; HttpOnly; Max-Age=1209600; Path=/; SameSite=lax; Secure"
        )

    def delete_session_cookie(self) -> None:
        """Delete the cookie session."""
        put_cookies(
            self,
            b"session=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
        )

    def set_preferences_cookie(self, value: JsonValue) -> None:
        """Set the cookie preferences."""
        cookie = json_cookie("preferences", value)
        put_cookies(self, cookie + b"; HttpOnly; Path=/; SameSite=lax; Secure")

    def delete_preferences_cookie(self) -> None:
        """Delete the cookie preferences."""
        put_cookies(
            self,
            b"preferences=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=lax; Secure",
            b"preferences=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/old; SameSite=lax; Secure",
        )

    def set_tenant_cookie(self, value: str, *, name: str, path: str) -> None:
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
            self,
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

    def delete_tenant_cookie(self, *, name: str, path: str) -> None:
        """Delete the cookie tenant-{name}-parts."""
        key = filled_key("tenant-{}-parts", name)
        domain: str | None = current(acme.settings.cookie_domain)
        put_cookies(
            self,
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
