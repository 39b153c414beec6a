"""What responses seldom need: it is imported when it is first called.

Goes in: what classes and modules call. Comes out: what the modules that are imported here make of
it. In a generated package those become `_later.py`, so that importing the classes stays cheap.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, Protocol

from respgen.core.grammar import FieldError
from respgen.core.response import Receive, Response, Scope, Send

App = Callable[[Scope, Receive, Send], Awaitable[None]]


class Sending(Protocol):
    """What a response is here: the fields that it sends."""

    raw_headers: list[tuple[bytes, bytes]]


class Middleware(Protocol):
    """Middleware for an application, as `add_middleware` takes it."""

    def __call__(self, app: App) -> App: ...


def apply_class(cls: type[Any], response: Sending, /, **given: object) -> None:
    """Set the headers that a class declares on a response that was made elsewhere.

    What the response sends already counts as the caller's headers: it stays, joins what
    is declared, or raises ValueError, as the policy of its name says. Status and body
    stay as they are. Raises TypeError for an argument too many or too few.
    """
    from respgen.core.applying import set_declared

    set_declared(cls, response, given)


# One for all classes: to make it takes as long as to make a method.
APPLY = classmethod(apply_class)
# Where no header takes an argument, type checkers can read all of it here.
APPLY_CONSTANTS: classmethod[Any, [Response], None] = classmethod(apply_class)


def apply_fields(
    response: Sending,
    declared: list[tuple[bytes, bytes]],
    locked: tuple[bytes, ...] = (),
    append: tuple[bytes, ...] = (),
) -> None:
    """Set the fields of a header profile on a response that was made elsewhere.

    As `apply_class` does those of a class.
    """
    from respgen.core.applying import set_fields

    set_fields(response, declared, locked, append)


# The classes of a package share a few names.
@cache
def header_argument(name: str) -> Any:
    """An attribute that is kept as `_name`, and whose header follows what is assigned."""

    def assign(response: Any, value: object) -> None:
        from respgen.core.assigning import reassign

        reassign(response, "_" + name, value)

    return property(attrgetter("_" + name), assign)


def middleware_of(
    profiles: Mapping[str, tuple[Callable[..., None], tuple[bytes, ...], bool]],
) -> Callable[..., Middleware]:
    """What makes middleware of a module's profiles, each by its name.

    Each has what sets its fields, the names of its lists, and whether it reads something
    for each response.
    """

    def headers_middleware(profile: str, /, **given: Any) -> Middleware:
        from respgen.core.adding import AddedHeaders

        if profile not in profiles:
            names = ", ".join(map(repr, profiles))
            raise FieldError("headers_middleware", f"one of {names} expected")
        return AddedHeaders(*profiles[profile], **given)

    return headers_middleware


def unmodified(response: Response, request: Mapping[str, Any]) -> Response | None:
    """The 304 for a client that has the representation already; `request` is its ASGI scope.

    None where the response itself is to be sent.
    """
    from respgen.core.conditions import unmodified_fields

    fields = unmodified_fields(response, request)
    if fields is None:
        return None
    answer = Response(None, 304, background=response.background)
    answer.raw_headers = fields
    return answer
