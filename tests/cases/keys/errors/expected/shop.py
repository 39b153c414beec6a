"""Responses of shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse

from ._framework import (
    APPLY_CONSTANTS,
    RESPONSES,
    ROUTE,
    Answer,
    FastAPIResponseError,
    install_handlers,
    install_validation,
)
from ._support import (
    Deferred,
    complete_headers,
    json_part,
    locked_status,
    problem_body,
)
from .common import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from starlette.applications import Starlette
    from starlette.background import BackgroundTask
    from starlette.datastructures import URL

    from tests.behaviour import shop_errors
else:
    shop_errors = Deferred("tests.behaviour.shop_errors", "shop_errors", globals())

__all__ = [
    "Invalid",
    "NotFound",
    "ServerError",
    "Unauthorized",
    "install_error_handlers",
]


class Unauthorized(JSONResponse):
    """Unauthorized: application/json, status 401.

    Takes message.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know message.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: Literal[401] = 401,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        message: str,
    ) -> None:
        self.message = message
        super().__init__(
            None, locked_status(status_code, 401), headers, media_type, background
        )

    def render(self, content: None) -> bytes:
        return b'{"detail":%b}' % json_part("message", self.message)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self, [(b"www-authenticate", b"Bearer")], headers
        )

    class Error(FastAPIResponseError):
        """Raised, it is answered as Unauthorized."""

        def __init__(
            self,
            status_code: Literal[401] = 401,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            message: str,
        ) -> None:
            response = Unauthorized(
                status_code, headers, media_type, background, message=message
            )
            super().__init__(response, message)

        def response(self) -> Unauthorized:
            return self.renewed(Unauthorized)


class NotFound(JSONResponse):
    """NotFound: application/problem+json, status 404.

    Takes instance.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/problem+json"
    type = "about:blank"
    title = "Not Found"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        detail: str | None = None,
        status_code: Literal[404] = 404,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        instance: str | URL | None = None,
    ) -> None:
        self.instance = instance
        super().__init__(
            detail, locked_status(status_code, 404), headers, media_type, background
        )

    def render(self, content: str | None) -> bytes:
        return problem_body(
            type=self.type,
            title=self.title,
            status=self.status_code,
            detail=content,
            instance=self.instance,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)

    class Error(FastAPIResponseError):
        """Raised, it is answered as NotFound."""

        def __init__(
            self,
            detail: str | None = None,
            status_code: Literal[404] = 404,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            instance: str | URL | None = None,
        ) -> None:
            response = NotFound(
                detail, status_code, headers, media_type, background, instance=instance
            )
            super().__init__(response, detail)

        def response(self) -> NotFound:
            return self.renewed(NotFound)


class Invalid(JSONResponse):
    """Invalid: application/problem+json, status 422.

    Takes instance, errors.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know errors.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/problem+json"
    type = "about:blank"
    title = "Unprocessable Content"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        detail: str | None = None,
        status_code: Literal[422] = 422,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        instance: str | URL | None = None,
        errors: list[dict[str, str]],
    ) -> None:
        self.instance = instance
        self.errors = errors
        super().__init__(
            detail, locked_status(status_code, 422), headers, media_type, background
        )

    def render(self, content: str | None) -> bytes:
        return problem_body(
            type=self.type,
            title=self.title,
            status=self.status_code,
            detail=content,
            instance=self.instance,
            errors=self.errors,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)

    class Error(FastAPIResponseError):
        """Raised, it is answered as Invalid."""

        def __init__(
            self,
            detail: str | None = None,
            status_code: Literal[422] = 422,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            instance: str | URL | None = None,
            errors: list[dict[str, str]],
        ) -> None:
            response = Invalid(
                detail,
                status_code,
                headers,
                media_type,
                background,
                instance=instance,
                errors=errors,
            )
            super().__init__(response, detail)

        def response(self) -> Invalid:
            return self.renewed(Invalid)


class ServerError(JSONResponse):
    """ServerError: application/problem+json, status 500.

    Takes instance.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/problem+json"
    type = "about:blank"
    title = "Internal Server Error"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: Literal[500] = 500,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        instance: str | URL | None = None,
    ) -> None:
        self.instance = instance
        super().__init__(
            None, locked_status(status_code, 500), headers, media_type, background
        )

    def render(self, content: None) -> bytes:
        return problem_body(
            type=self.type,
            title=self.title,
            status=self.status_code,
            detail="It is not your fault.",
            instance=self.instance,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)

    class Error(FastAPIResponseError):
        """Raised, it is answered as ServerError."""

        def __init__(
            self,
            status_code: Literal[500] = 500,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            instance: str | URL | None = None,
        ) -> None:
            response = ServerError(
                status_code, headers, media_type, background, instance=instance
            )
            super().__init__(response, "It is not your fault.")

        def response(self) -> ServerError:
            return self.renewed(ServerError)


def install_error_handlers(app: Starlette) -> None:
    """Let an application answer its errors so; call it before the first request.

    http: Problem.
    404: NotFound.
    401: Unauthorized.
    validation: Invalid.
    unhandled: ServerError.
    tests.behaviour.shop_errors.OutOfStock: Problem.
    builtins.ZeroDivisionError: Problem.
    """
    install_handlers(
        app,
        http=Answer(
            lambda detail, headers: Problem(detail, headers=headers),
            statuses=(400, 404, 409),
        ),
        unhandled=Answer(lambda _, headers: ServerError(headers=headers)),
        statuses={
            404: Answer(lambda detail, headers: NotFound(detail, headers=headers)),
            401: Answer(
                lambda detail, headers: Unauthorized(message=detail, headers=headers),
                phrase=True,
            ),
        },
        exceptions={
            shop_errors.OutOfStock: Answer(
                lambda detail, headers: Problem(detail, headers=headers),
                statuses=(400, 404, 409),
                text=True,
            ),
            ZeroDivisionError: Answer(
                lambda detail, headers: Problem(detail, headers=headers),
                statuses=(400, 404, 409),
            ),
        },
    )
    install_validation(
        app,
        Answer(lambda errors, headers: Invalid(errors=errors, headers=headers)),
        lambda: Invalid.openapi,
    )
