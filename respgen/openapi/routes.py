"""Routes that are documented by what their endpoints return.

Goes in: what a route's decorator is given. Comes out: the route, with the class, the status and the
responses that the return annotation of its endpoint names.
"""

from collections.abc import Callable
from typing import Any

from fastapi.datastructures import Default, DefaultPlaceholder
from fastapi.routing import APIRoute
from starlette.responses import JSONResponse, Response

from respgen.openapi.annotations import named
from respgen.openapi.classes import declared, declares, default_status

# What FastAPI's decorators give where the route says nothing.
MODEL: Any = Default(None)
CLASS = Default(JSONResponse)


class CatalogueRoute(APIRoute):
    """A route that is documented by the classes which its endpoint returns.

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
        responses: dict[int | str, dict[str, Any]] | None = None,
        response_class: type[Response] | DefaultPlaceholder = CLASS,
        **options: Any,
    ) -> None:
        classes = named(endpoint)
        if classes:
            response_class = classes[0]
            if isinstance(response_model, DefaultPlaceholder):
                response_model = None
        elif declares(response_class):
            classes = [response_class]
        if classes and status_code is None:
            status_code = default_status(classes[0])
        said = {status: of for each in classes for status, of in declared(each).items()}
        super().__init__(
            path,
            endpoint,
            response_model=response_model,
            status_code=status_code,
            responses={**said, **(responses or {})},
            response_class=response_class,
            **options,
        )
