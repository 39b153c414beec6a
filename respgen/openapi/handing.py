"""Data that a route returns, handed to a class that renders it itself.

Goes in: the class, and the field by which FastAPI validates the data and encodes it. Comes out: what
makes the response, and a field that leaves to it what the class does better.
"""

from collections.abc import AsyncIterable, Callable
from dataclasses import replace
from functools import cached_property, partial
from typing import Annotated, Any, get_args, get_origin

from fastapi.dependencies.models import Dependant
from pydantic import BaseModel, TypeAdapter
from starlette.responses import Response

from respgen.openapi.classes import sends
from respgen.openapi.injecting import Answering

Make = Callable[..., Response]
# What a route may say of how its data is dumped.
DUMPING = tuple(
    f"response_model_{each}"
    for each in (
        "include",
        "exclude",
        "exclude_unset",
        "exclude_defaults",
        "exclude_none",
    )
)


def handed(kind: type[Response], field: Any, is_stated: bool) -> tuple[Make, Any]:
    """What makes the response of the content, and the field that makes the content of data.

    `is_stated`: the route itself says what is sent of the data, so FastAPI's encoder is asked.
    """
    known = sends(kind)
    if field is not None and known.dumps:
        return of_bytes(kind), AsBytes(field, is_stated)
    if known.as_is and not (is_stated and field is not None):
        return kind, AsItIs(field)
    return kind, field


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

    def serialize(self, value: Any, **options: Any) -> Any:
        """The value: its class knows how it is sent."""
        del options
        if self.field is None:
            return value
        return narrowed(value, self.field.field_info.annotation)


class AsBytes(AsItIs):
    """A field that encodes what its class would, and as the route says."""

    def __init__(self, field: Any, is_stated: bool) -> None:
        super().__init__(field)
        self.is_stated = is_stated

    @cached_property
    def adapter(self) -> TypeAdapter[Any]:
        """Made when it is needed: routes are many."""
        return TypeAdapter(self.field.field_info.annotation)

    def serialize(self, value: Any, **options: Any) -> bytes:
        """The body: what the annotation does not name is not in it."""
        return self.adapter.dump_json(value, **(options if self.is_stated else {}))


def narrowed(value: Any, kind: Any) -> Any:
    """The value without the fields that only a class below its type has."""
    if get_origin(kind) is Annotated:
        return narrowed(value, get_args(kind)[0])
    if get_origin(kind) is list:
        return [narrowed(each, get_args(kind)[0]) for each in value]
    if not isinstance(kind, type) or not issubclass(kind, BaseModel):
        return value
    if type(value) is kind or not isinstance(value, kind):
        return value
    fields = {name: getattr(value, name) for name in kind.model_fields}
    return kind.model_construct(value.model_fields_set & fields.keys(), **fields)


def of_bytes(kind: type[Response]) -> Make:
    """What makes a response of a body that is encoded already."""

    def make(body: bytes, **options: Any) -> Response:
        made = kind.__new__(kind)
        vars(made)["render"] = bytes
        made.__init__(body, **options)  # type: ignore[misc]  # it is `kind(...)`
        del vars(made)["render"]
        return made

    return make


def yielding(dependant: Dependant, make: Make, status: int | None) -> Dependant:
    """An endpoint that yields what is sent, as one that returns the response.

    FastAPI would send from a generator of its own around it, which waits after each item,
    and when that is closed, the endpoint's is left to the garbage collector.
    """
    # a partial, since FastAPI's errors would name the file of a function
    options = {} if status is None else {"status_code": status}
    endpoint: Any = dependant.call
    return replace(dependant, call=partial(answered, endpoint, make, options))


async def answered(
    endpoint: Callable[..., AsyncIterable[Any]],
    make: Make,
    options: dict[str, Any],
    /,
    **values: Any,
) -> Response:
    """The response of what an endpoint yields."""
    return make(content=endpoint(**values), **options)


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
