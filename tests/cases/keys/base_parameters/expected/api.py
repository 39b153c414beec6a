"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.acme import Tenanted, Ticket

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    APPLY,
    based_headers,
    filled,
    given_names,
    header_argument,
    locked_status,
    passed_on,
    text_field,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta
    from typing import Literal

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "Door",
    "Hall",
    "Room",
    "Stated",
]


class Room(Tenanted):
    """Room: a body, status 409.

    Takes tenant, trace, size, x_request_id.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know tenant, x_request_id.
    """

    openapi = RESPONSES
    route = ROUTE
    x_request_id: str = header_argument("x_request_id")

    def __init__(
        self,
        data: dict[str, int],
        status_code: int = 409,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        tenant: str,
        trace: bool = False,
        size: timedelta | None = None,
        x_request_id: str,
    ) -> None:
        self._given = given_names(headers)
        self._x_request_id = x_request_id
        super().__init__(
            data,
            status_code=status_code,
            tenant=tenant,
            trace=trace,
            headers=headers,
            media_type=media_type,
            background=background,
            **passed_on(size=size),
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [(b"x-version", b"2"), text_field(b"x-request-id", self._x_request_id)]
        self.raw_headers = based_headers(self, fields, headers, self._given)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, x_request_id: str) -> None: ...

    else:
        apply = APPLY


class Hall(Room):
    """Hall: a body, status 202.

    Takes trace, size, x_request_id, tenant.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know x_request_id, tenant.
    """

    def __init__(
        self,
        data: dict[str, int],
        status_code: Literal[202] = 202,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        trace: bool = False,
        size: timedelta | None = None,
        x_request_id: str,
        tenant: str,
    ) -> None:
        self._given = given_names(headers)
        self._x_request_id = x_request_id
        self.tenant = tenant
        super(Room, self).__init__(
            data,
            status_code=locked_status(status_code, 202),
            tenant=tenant,
            trace=trace,
            headers=headers,
            media_type=media_type,
            background=background,
            **passed_on(size=size),
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"x-version", b"2"),
            text_field(b"x-request-id", self._x_request_id),
            text_field(b"x-tenant", filled("x-tenant", "t-{}", self.tenant)),
        ]
        self.raw_headers = based_headers(self, fields, headers, self._given)

    if TYPE_CHECKING:

        @classmethod
        def apply(  # type: ignore[override, unused-ignore]  # its own headers
            cls, response: Response, /, *, x_request_id: str, tenant: str
        ) -> None: ...


class Stated(Tenanted):
    """Stated: a body, status 200.

    Takes tenant, trace, size.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know tenant.
    """

    openapi = RESPONSES
    route = ROUTE
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: dict[str, int],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        tenant: str,
        trace: bool = True,
        size: timedelta | None = None,
    ) -> None:
        self._given = given_names(headers)
        super().__init__(
            content,
            tenant=tenant,
            trace=trace,
            status_code=status_code,
            headers=headers,
            media_type=media_type,
            background=background,
            **passed_on(size=size),
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = based_headers(self, [], headers, self._given)


class Door(Ticket):
    """Door: a redirect.

    Takes room.
    """

    openapi = RESPONSES
    route = ROUTE
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        number: int,
        *,
        room: Literal["a", "b"] = "a",
    ) -> None:
        super().__init__(number, room=room)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = based_headers(
            self, [(b"x-version", b"2")], headers, frozenset()
        )
