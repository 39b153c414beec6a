"""What can go wrong in the shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE, FastAPIResponseError
from ._support import (
    APPLY,
    complete_headers,
    filled,
    header_argument,
    locked_status,
    one_status,
    problem_body,
    reason_phrase,
    rounded_duration_field,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta
    from typing import Literal

    from fastapi import Response
    from starlette.background import BackgroundTask
    from starlette.datastructures import URL

__all__ = [
    "Gone",
    "Misunderstood",
    "Moved",
    "OutOfCredit",
    "Overdrawn",
]


class OutOfCredit(JSONResponse):
    """The account cannot pay for it.

    Takes retry_after, instance, balance, cost, accounts.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know balance, cost, accounts.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/problem+json"
    retry_after: timedelta | float | None = header_argument("retry_after")
    type = "https://shop.example/problems/out-of-credit"
    title = "You do not have enough credit."

    def __init__(
        self,
        detail: str | None = None,
        status_code: Literal[403] = 403,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        retry_after: timedelta | float | None = None,
        instance: str | URL | None = None,
        balance: int,
        cost: int,
        accounts: list[str],
    ) -> None:
        self._retry_after = retry_after
        self.instance = instance
        self.balance = balance
        self.cost = cost
        self.accounts = accounts
        super().__init__(
            detail, locked_status(status_code, 403), headers, media_type, background
        )

    def render(self, content: str | None) -> bytes:
        return problem_body(
            type=self.type,
            title=self.title,
            status=self.status_code,
            detail=content,
            instance=self.instance,
            balance=self.balance,
            cost=self.cost,
            accounts=self.accounts,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [(b"cache-control", b"no-store")]
        if self._retry_after is not None:
            fields.append(
                rounded_duration_field(b"retry-after", self._retry_after, "up")
            )
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls, response: Response, /, *, retry_after: timedelta | float | None = None
        ) -> None: ...

    else:
        apply = APPLY

    class Error(FastAPIResponseError):
        """Raised, it is answered as OutOfCredit."""

        def __init__(
            self,
            detail: str | None = None,
            status_code: Literal[403] = 403,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            retry_after: timedelta | float | None = None,
            instance: str | URL | None = None,
            balance: int,
            cost: int,
            accounts: list[str],
        ) -> None:
            response = OutOfCredit(
                detail,
                status_code,
                headers,
                media_type,
                background,
                retry_after=retry_after,
                instance=instance,
                balance=balance,
                cost=cost,
                accounts=accounts,
            )
            super().__init__(response, detail)

        def response(self) -> OutOfCredit:
            return self.renewed(OutOfCredit)


class Overdrawn(JSONResponse):
    """Overdrawn: application/problem+json, status 403.

    Takes instance, balance, cost.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know balance, cost.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/problem+json"
    type = "https://bank.example/overdrawn"
    title = "The account is overdrawn."
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: Literal[403] = 403,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        instance: str | URL | None = None,
        balance: int,
        cost: float,
    ) -> None:
        self.instance = instance
        self.balance = balance
        self.cost = cost
        super().__init__(
            None, locked_status(status_code, 403), headers, media_type, background
        )

    def render(self, content: None) -> bytes:
        return problem_body(
            type=self.type,
            title=self.title,
            status=self.status_code,
            detail=filled(
                "detail",
                "Your balance is {}, but that costs {}: {{no}}.",
                self.balance,
                self.cost,
            ),
            instance=self.instance,
            balance=self.balance,
            cost=self.cost,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self, [(b"cache-control", b"no-store")], headers
        )

    class Error(FastAPIResponseError):
        """Raised, it is answered as Overdrawn."""

        def __init__(
            self,
            status_code: Literal[403] = 403,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            instance: str | URL | None = None,
            balance: int,
            cost: float,
        ) -> None:
            response = Overdrawn(
                status_code,
                headers,
                media_type,
                background,
                instance=instance,
                balance=balance,
                cost=cost,
            )
            super().__init__(
                response,
                filled(
                    "detail",
                    "Your balance is {}, but that costs {}: {{no}}.",
                    balance,
                    cost,
                ),
            )

        def response(self) -> Overdrawn:
            return self.renewed(Overdrawn)


class Misunderstood(JSONResponse):
    """Misunderstood: application/problem+json, status 400.

    errors: What is wrong where.
    Also takes instance.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/problem+json"
    type = "about:blank"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        detail: str | None = None,
        status_code: Literal[400, 422] = 400,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        instance: str | URL | None = None,
        errors: list[dict[str, str]] | None = None,
    ) -> None:
        self.instance = instance
        self.errors = errors
        super().__init__(
            detail, one_status(status_code, (400, 422)), headers, media_type, background
        )

    def render(self, content: str | None) -> bytes:
        return problem_body(
            type=self.type,
            title=reason_phrase(self.status_code),
            status=self.status_code,
            detail=content,
            instance=self.instance,
            errors=self.errors,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self, [(b"cache-control", b"no-store")], headers
        )

    class Error(FastAPIResponseError):
        """Raised, it is answered as Misunderstood."""

        def __init__(
            self,
            detail: str | None = None,
            status_code: Literal[400, 422] = 400,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            instance: str | URL | None = None,
            errors: list[dict[str, str]] | None = None,
        ) -> None:
            response = Misunderstood(
                detail,
                status_code,
                headers,
                media_type,
                background,
                instance=instance,
                errors=errors,
            )
            super().__init__(response, detail)

        def response(self) -> Misunderstood:
            return self.renewed(Misunderstood)


class Moved(JSONResponse):
    """Moved: application/problem+json, status 410.

    Takes instance, successor, mirrors.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know successor.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/problem+json"
    type = "https://shop.example/problems/moved"
    title = "It is somewhere else."
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        detail: str | None = None,
        status_code: Literal[410] = 410,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        instance: str | URL | None = None,
        successor: URL,
        mirrors: list[URL] | None = None,
    ) -> None:
        self.instance = instance
        self.successor = successor
        self.mirrors = mirrors
        super().__init__(
            detail, locked_status(status_code, 410), headers, media_type, background
        )

    def render(self, content: str | None) -> bytes:
        return problem_body(
            type=self.type,
            title=self.title,
            status=self.status_code,
            detail=content,
            instance=self.instance,
            successor=self.successor,
            mirrors=self.mirrors,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self, [(b"cache-control", b"no-store")], headers
        )

    class Error(FastAPIResponseError):
        """Raised, it is answered as Moved."""

        def __init__(
            self,
            detail: str | None = None,
            status_code: Literal[410] = 410,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            instance: str | URL | None = None,
            successor: URL,
            mirrors: list[URL] | None = None,
        ) -> None:
            response = Moved(
                detail,
                status_code,
                headers,
                media_type,
                background,
                instance=instance,
                successor=successor,
                mirrors=mirrors,
            )
            super().__init__(response, detail)

        def response(self) -> Moved:
            return self.renewed(Moved)


class Gone(JSONResponse):
    """Gone: application/problem+json, status 410.

    Takes instance.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/problem+json"
    type = "https://shop.example/problems/gone"
    title = "It is gone."
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: Literal[410] = 410,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        instance: str | URL | None = None,
    ) -> None:
        self.instance = instance
        super().__init__(
            None, locked_status(status_code, 410), headers, media_type, background
        )

    def render(self, content: None) -> bytes:
        return problem_body(
            type=self.type,
            title=self.title,
            status=self.status_code,
            detail="Nobody knows where.",
            instance=self.instance,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self, [(b"cache-control", b"no-store")], headers
        )

    class Error(FastAPIResponseError):
        """Raised, it is answered as Gone."""

        def __init__(
            self,
            status_code: Literal[410] = 410,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            instance: str | URL | None = None,
        ) -> None:
            response = Gone(
                status_code, headers, media_type, background, instance=instance
            )
            super().__init__(response, "Nobody knows where.")

        def response(self) -> Gone:
            return self.renewed(Gone)
