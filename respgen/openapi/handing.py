"""Data that a route returns, handed to a class that renders it itself.

Goes in: the field by which FastAPI validates the data. Comes out: one that leaves the rest to the class.
"""

from collections.abc import Callable
from typing import Any

from respgen.openapi.injecting import Answering


class AsItIs:
    """A field that validates as another one does, if there is one, and encodes nothing."""

    def __init__(self, field: Any) -> None:
        self.field = field

    def validate(self, value: Any, *where: Any, **options: Any) -> tuple[Any, Any]:
        """The value, and what is wrong with it."""
        if self.field is None:
            return value, []
        found: tuple[Any, Any] = self.field.validate(value, *where, **options)
        return found

    def serialize(self, value: Any, **options: object) -> Any:
        """The value: its class knows how it is sent."""
        del options
        return value


def made_with(route: Any, make: Callable[[], Answering], **values: object) -> Answering:
    """What answers the requests of a route, made while this has other values."""
    before = {name: getattr(route, name) for name in values}
    for name, value in values.items():
        setattr(route, name, value)
    try:
        return make()
    finally:
        for name, value in before.items():
            setattr(route, name, value)
