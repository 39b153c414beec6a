"""What endpoints and dependencies raise, said where they are defined.

Goes in: classes of errors, and a function. Comes out: the function, and later its classes.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeVar, cast

from fastapi.dependencies.models import Dependant
from starlette.responses import Response

from respgen.openapi.classes import checked

Raising = TypeVar("Raising", bound=Callable[..., Any])


def raises(*classes: type[Response]) -> Callable[[Raising], Raising]:
    """Document what an endpoint or a dependency raises, below the route's decorator:

    @router.post("/orders")
    @raises(OutOfCredit)
    def order(...) -> Created: ...
    """
    checked("raises()", classes)

    def noted(function: Raising) -> Raising:
        known = cast("Any", function)
        known.__raises__ = (*classes, *getattr(function, "__raises__", ()))
        return function

    return noted


def raised(dependant: Dependant) -> Iterator[type[Response]]:
    """What is raised by an endpoint, and by all that it depends on."""
    yield from noted_on(dependant.call)
    for each in dependant.dependencies:
        yield from raised(each)


def noted_on(call: Any) -> Iterator[type[Response]]:
    """What was said of a function, a partial one, a class, or an object that is called."""
    call = getattr(call, "func", call)
    inside = "__init__" if isinstance(call, type) else "__call__"
    for each in (call, getattr(call, inside, None)):
        yield from getattr(each, "__raises__", ())
