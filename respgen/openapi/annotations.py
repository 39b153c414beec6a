"""What the return annotation of an endpoint says of its responses.

Goes in: an endpoint. Comes out: the classes of the catalogue that it names, and whether it returns
data.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import isasyncgenfunction, isgeneratorfunction, unwrap
from types import FunctionType, MethodType, UnionType
from typing import Annotated, Any, ForwardRef, TypeVar, Union, get_args, get_origin

from fastapi.dependencies.utils import get_typed_return_annotation
from starlette.responses import Response

from respgen.openapi.classes import is_generated


@dataclass(frozen=True)
class Returned:
    """What an endpoint returns: instances of classes of the catalogue, and data.

    `model` is the type of data that FastAPI validates and documents, where the type names the class
    by which it is sent, as in `Annotated[Item, Created]`; None where there is none.
    """

    classes: tuple[type[Response], ...]
    is_data: bool
    model: Any


def returned(endpoint: Callable[..., Any]) -> Returned:
    """What the annotation says; nothing where there is none."""
    annotation = annotation_of(endpoint)
    if annotation is None:  # also where there is no annotation
        given = getattr(unwrap(endpoint), "__annotations__", {})
        return Returned((), "return" in given, None)
    found = [*members(annotation)]
    return Returned(
        tuple(kind for kind, _ in found if is_generated(kind)),
        any(is_data for _, is_data in found),
        None if is_generator(endpoint) else model(annotation),
    )


def model(annotation: Any) -> Any:
    """The data whose type names the class by which it is sent; None where there is none."""
    kind = unaliased(annotation)
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return kind if any(map(is_generated, parts[1:])) else model(parts[0])
    if not (origin is Union or origin is UnionType):
        return None
    found = tuple(each for each in map(model, parts) if each is not None)
    if not found:
        return None
    return Union[found]  # noqa: UP007  # of as many as there are


def unaliased(annotation: Any) -> Any:
    """What stands behind the name of an alias or of a NewType."""
    found = annotation
    while not isinstance(found, type):
        if hasattr(found, "__supertype__"):
            found = found.__supertype__
        elif hasattr(found, "__value__"):
            # type Answer = Created | NotFound; type Or[T] = T | NotFound
            value, given = found.__value__, get_args(found)
            found = value[given] if given else value
        else:
            break
    return found


def annotation_of(endpoint: Callable[..., Any]) -> Any:
    """The return annotation, as FastAPI reads it."""
    said = vars(endpoint) if isinstance(endpoint, FunctionType) else None
    if said is not None and said.keys().isdisjoint(("__wrapped__", "__signature__")):
        # FastAPI would read the whole signature for it, once more than it does anyway.
        try:
            annotation = endpoint.__annotations__.get("return")
        except NameError:  # a name for type checkers alone
            annotation = None
        if annotation is not None and not isinstance(annotation, str):
            return annotation
    return get_typed_return_annotation(endpoint)


def members(annotation: Any) -> Iterator[tuple[Any, bool]]:
    """The members of a union in its order, each with whether it is data."""
    kind = unaliased(annotation)
    origin = get_origin(kind)
    if origin is Annotated:
        inner, *notes = get_args(kind)
        sending = [note for note in notes if is_generated(note)]
        yield from ((note, True) for note in sending)
        if not sending:
            yield from members(inner)
    elif origin is Union or origin is UnionType:
        for each in get_args(kind):
            yield from members(each)
    else:
        yield kind, is_data(kind)


def is_data(annotation: Any) -> bool:
    """Whether it is certainly no response."""
    if annotation is Any:  # a class in some Pythons
        return False
    kind: Any = annotation
    if isinstance(annotation, type):
        return not (issubclass(kind, Response) or takes_responses(kind))
    vague = isinstance(annotation, ForwardRef | TypeVar)
    return not vague and get_origin(annotation) is not None


def takes_responses(kind: Any) -> bool:
    """Whether a response may be an instance of it: a base of Response, or a protocol."""
    try:
        return issubclass(Response, kind)
    except TypeError:  # a TypedDict, or a protocol that is not for run time
        return not hasattr(kind, "__total__")


def is_generator(endpoint: Callable[..., Any]) -> bool:
    """Whether it yields what is sent."""
    return waits(endpoint) or isgeneratorfunction(called(endpoint))


def waits(endpoint: Callable[..., Any]) -> bool:
    """Whether it yields what is sent, and may wait in between."""
    return isasyncgenfunction(called(endpoint))


def called(endpoint: Callable[..., Any]) -> Any:
    """The function that is called in the end."""
    inner: Any = unwrap(getattr(endpoint, "func", endpoint))
    is_function = isinstance(inner, FunctionType | MethodType)
    return inner if is_function else inner.__call__
