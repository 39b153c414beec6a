"""Routes that are documented by what their endpoints return and raise.

Goes in: what a route's decorator is given. Comes out: the route, with the class, the status and the
responses that the return annotation of its endpoint names.
"""

from collections.abc import Callable
from typing import Any

from fastapi import routing
from fastapi.datastructures import Default, DefaultPlaceholder
from fastapi.routing import APIRoute
from starlette.responses import JSONResponse, Response

from respgen.openapi.annotations import (
    Returned,
    annotation_of,
    is_generator,
    returned,
    waits,
)
from respgen.openapi.building import obstacle, refusal
from respgen.openapi.classes import is_generated, sends
from respgen.openapi.describing import describe
from respgen.openapi.handing import DUMPING, handed, made_with, yielding
from respgen.openapi.injecting import Answering, counting, is_injected, settling

# What FastAPI's decorators give where the route says nothing.
MODEL: Any = Default(None)
CLASS = Default(JSONResponse)
# The second is what FastAPI before 0.125 encodes with.
FIELDS = ("response_field", "secure_cloned_response_field")
# The route as the router sees it that includes its own: FastAPI makes it when it is first needed.
INCLUDED = getattr(routing, "_effective_route_context_var", None)


class CatalogueRoute(APIRoute):
    """A route that is documented by the classes which its endpoint returns and raises.

    Give it to a router, `APIRouter(route_class=CatalogueRoute)`, or to an application,
    `app.router.route_class = CatalogueRoute`, before it gets its routes.
    """

    def __init__(
        self,
        path: str,
        endpoint: Callable[..., Any],
        *,
        response_model: Any = MODEL,
        status_code: int | None = None,
        response_class: type[Response] | DefaultPlaceholder = CLASS,
        **options: Any,
    ) -> None:
        found = returned(endpoint)
        self.kinds = found.classes
        self.states_data = (
            is_stated(response_model, endpoint, found)
            or any(options.get(each) for each in DUMPING)
            or not options.get("response_model_by_alias", True)
        )
        if found.classes:
            response_class = found.classes[0]
            if isinstance(response_model, DefaultPlaceholder):
                response_model = found.model
        if is_generated(response_class):
            check(endpoint, response_class, found, status_code)
            if status_code is None:
                status_code = sends(response_class).status
        super().__init__(
            path,
            endpoint,
            response_model=response_model,
            status_code=status_code,
            response_class=response_class,
            **options,
        )
        describe(self, self.kinds)

    def get_route_handler(self) -> Answering:
        """What answers requests; where a router includes another, it has one of its own."""
        route: Any = self
        included: Any = INCLUDED.get() if INCLUDED else None
        if getattr(included, "original_route", None) is route:
            route = included
        kind, field = route.response_class, route.response_field
        as_is = is_generated(kind) and sends(kind).as_is
        if as_is and not self.states_data:
            route.response_field = None  # its schema is not what is sent
        if route is not self:
            describe(route, self.kinds)
        if not is_generated(kind):
            return super().get_route_handler()
        injected = is_injected(route.dependant)
        streams = waits(self.endpoint) and not getattr(route, "is_sse_stream", False)
        if not (injected or as_is or streams):
            return super().get_route_handler()
        make, field = handed(kind, field, self.states_data)
        given = {name: field for name in FIELDS if hasattr(route, name)}
        if injected:
            make = counting(make)
        elif streams:
            given["dependant"] = yielding(route.dependant, make, route.status_code)
        build = super().get_route_handler
        answer = made_with(route, build, response_class=make, **given)
        return settling(answer) if injected else answer


def is_stated(model: Any, endpoint: Callable[..., Any], found: Returned) -> bool:
    """Whether a route says of which type its data is, and not its annotation alone.

    Before FastAPI included routers lazily, it gave the route that it made of another what
    it had read of the annotation itself.
    """
    if isinstance(model, DefaultPlaceholder):
        return False
    read = found.model if found.classes else annotation_of(endpoint)
    return INCLUDED is not None or not (model is None or model == read)


def check(
    endpoint: Callable[..., Any],
    kind: type[Response],
    found: Returned,
    status: int | None,
) -> None:
    """Raise TypeError where FastAPI will have to make a class that it cannot make."""
    yields = is_generator(endpoint)
    if not (yields or found.is_data):
        return
    if why := obstacle(kind, yields) or refusal(kind, status):
        name = getattr(endpoint, "__qualname__", repr(endpoint))
        what = "what a generator yields" if yields else "returned data"
        raise TypeError(
            f"{name}: FastAPI cannot build {kind.__name__} from {what}: {why}"
        )
