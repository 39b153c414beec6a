"""The members of a class that say what it declares.

Goes in: a class. Comes out: what `responses=` and a route's decorator take of it. The module that makes
them is imported when somebody first asks, so that importing classes costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, TypedDict

from starlette.responses import Response

# To make it would take as long as ten classes.
if TYPE_CHECKING:

    class Route(TypedDict):
        """What a class says of a route that returns it, for the route's decorator."""

        response_class: type[Response]
        status_code: int
        response_model: None
        responses: dict[int | str, dict[str, Any]]


class ResponsesOf:
    """`Class.openapi`: what FastAPI's `responses=` takes."""

    def __get__(
        self, instance: object, owner: type[Any]
    ) -> dict[int | str, dict[str, Any]]:
        found: dict[int | str, dict[str, Any]] = public().responses(owner)
        return found


class RouteOf:
    """`Class.route`: what a route's decorator takes, as in `@app.get("/", **Class.route)`."""

    def __get__(self, instance: object, owner: type[Any]) -> Route:
        found: Route = public().route(owner)
        return found


# They have no state: all classes share them.
RESPONSES = ResponsesOf()
ROUTE = RouteOf()


def public() -> Any:
    """The module `openapi` of the package, which needs this one."""
    return import_module(f"{__name__.rpartition('.')[0]}.openapi")
