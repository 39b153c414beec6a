"""What the return annotation of an endpoint says of its responses.

Goes in: an endpoint. Comes out: the classes of the catalogue that it names.
"""

import types
from collections.abc import Callable, Iterator
from typing import Annotated, Any, Union, get_args, get_origin

from fastapi.dependencies.utils import get_typed_return_annotation
from starlette.responses import Response

from respgen.openapi.classes import declares


def named(endpoint: Callable[..., Any]) -> list[type[Response]]:
    """The classes of the catalogue that the annotation names, in its order."""
    return list(filter(declares, members(get_typed_return_annotation(endpoint))))


def members(annotation: Any) -> Iterator[Any]:
    """The members of a union, in its order."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from members(get_args(annotation)[0])
    elif origin is Union or origin is types.UnionType:
        for each in get_args(annotation):
            yield from members(each)
    else:
        yield annotation
