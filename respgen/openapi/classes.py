"""The classes of the catalogue, as routes see them.

Goes in: what an application names. Comes out: whether it is a class of the catalogue, and what it
sends.
"""

from dataclasses import dataclass
from inspect import signature
from typing import Any, TypeGuard, cast

from starlette.responses import Response

from respgen.openapi.declaring import declared


@dataclass(frozen=True)
class Sends:
    """What a class sends, by statuses; nobody changes it.

    `referring`: the same for routes of its own, where FastAPI refers to the schemas of models.
    `status` is sent where the caller of the class names none. `as_is`: it renders content itself, and
    not what FastAPI's JSON encoder makes of it. `dumps`: as pydantic does for the type, unless told more.
    """

    responses: dict[int | str, dict[str, Any]]
    referring: dict[int | str, dict[str, Any]]
    status: int
    as_is: bool
    dumps: bool


# Worked out once: many routes have the same class.
KNOWN: dict[type[Response], Sends] = {}


def is_generated(kind: object) -> TypeGuard[type[Response]]:
    """Whether it is a class that says what it sends: a generated one, or one below it."""
    if not isinstance(kind, type) or not issubclass(kind, Response):
        return False
    return kind in KNOWN or any("route" in vars(each) for each in kind.__mro__)


def checked(caller: str, kinds: tuple[type[Response], ...]) -> None:
    """Raise TypeError where one is no class of the catalogue."""
    for kind in kinds:
        if not is_generated(kind):
            raise TypeError(f"{caller} takes generated classes, not {kind!r}")


def sends(kind: type[Response]) -> Sends:
    """What a class sends."""
    if kind not in KNOWN:
        known = cast("Any", kind)
        route = known.route
        given = signature(kind).parameters.get("status_code")
        is_given = given is not None and isinstance(given.default, int)
        status = given.default if given and is_given else route["status_code"]
        own, found = declared(kind)
        KNOWN[kind] = Sends(
            known.openapi,
            route["responses"],
            int(status),
            as_is=found.as_is or found.dumps,
            dumps=found.dumps and kind.render is own.render,
        )
    return KNOWN[kind]
