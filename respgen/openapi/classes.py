"""The classes of the catalogue, as routes see them.

Goes in: what an application names. Comes out: whether it is a class of responses that says what it
sends, and its status.
"""

from collections.abc import Mapping
from inspect import signature
from typing import Any, TypeGuard, cast

from starlette.responses import Response


def declares(kind: object) -> TypeGuard[type[Response]]:
    """Whether a class of responses says what it sends."""
    return (
        isinstance(kind, type)
        and issubclass(kind, Response)
        and isinstance(getattr(kind, "openapi", None), Mapping)
    )


def declared(kind: type[Response]) -> dict[int | str, dict[str, Any]]:
    """What a class sends, as FastAPI's `responses=` has it."""
    said: dict[int | str, dict[str, Any]] = cast(Any, kind).openapi
    return said


def default_status(kind: type[Response]) -> int:
    """The status of a class where its caller names none."""
    given = signature(kind).parameters.get("status_code")
    if given is not None and isinstance(given.default, int):
        return int(given.default)
    return next(status for status in declared(kind) if isinstance(status, int))
