"""What the classes declare, as FastAPI's documents want it.

Goes in: a class. Comes out: what `responses=` and a route's decorator take of it. What it declares is
read from `_openapi.py` when somebody first asks, so that importing classes costs nothing.
"""

from collections.abc import Mapping
from copy import deepcopy
from importlib import import_module
from typing import Any, TypedDict

from starlette.responses import Response


class Route(TypedDict):
    """What a class says of a route that returns it, for the route's decorator."""

    response_class: type[Response]
    status_code: int
    response_model: None
    responses: dict[int | str, dict[str, Any]]


class Declared:
    """What a class declares: its statuses with a description each, and its headers."""

    def __init__(
        self, *, statuses: Mapping[int, str], headers: Mapping[str, Mapping[str, Any]]
    ) -> None:
        self.statuses = statuses
        self.headers = headers

    def responses(self) -> dict[int | str, dict[str, Any]]:
        """The statuses, each with what is sent under it; callers may change it."""
        return {status: self.response(about) for status, about in self.statuses.items()}

    def response(self, about: str) -> dict[str, Any]:
        """What is sent under a status."""
        made: dict[str, Any] = {"description": about}
        if self.headers:
            made["headers"] = deepcopy(self.headers)
        return made


class ResponsesOf:
    """`Class.openapi`: what FastAPI's `responses=` takes."""

    def __get__(
        self, instance: object, owner: type[Any]
    ) -> dict[int | str, dict[str, Any]]:
        return declared(owner).responses()


class RouteOf:
    """`Class.route`: what a route's decorator takes, as in `@app.get("/", **Class.route)`."""

    def __get__(self, instance: object, owner: type[Any]) -> Route:
        found = declared(owner)
        return {
            "response_class": owner,
            "status_code": next(iter(found.statuses)),
            "response_model": None,
            "responses": found.responses(),
        }


def declared(of: type[Any]) -> Declared:
    """What a generated class declares, or the nearest one above a class by hand.

    Raises LookupError where there is none.
    """
    package = __name__.rpartition(".")[0]
    known: Mapping[str, Declared] = import_module(f"{package}._openapi").CLASSES
    for each in of.__mro__:
        home, _, module = each.__module__.rpartition(".")
        name = f"{module}.{each.__name__}"
        if home == package and name in known:
            return known[name]
    raise LookupError(f"{of.__name__} is no generated class")
