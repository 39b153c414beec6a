"""What the classes declare, as FastAPI's documents want it.

Goes in: a class. Comes out: what `responses=` and a route's decorator take of it. What it declares is
read from `_openapi.py` when somebody first asks, so that importing classes costs nothing.
"""

import json
import warnings
from collections.abc import Mapping
from copy import deepcopy
from functools import cache
from importlib import import_module
from typing import Any

from starlette.responses import JSONResponse, Response

from respgen.core.statuses import BODYLESS
from respgen.openapi.parts import with_parts
from respgen.openapi.schemas import (
    ANYTHING,
    Later,
    Making,
    Said,
    component,
    inline,
    made,
)

Responses = dict[int | str, dict[str, Any]]


class Example:
    """A body for documents: what the class that renders it is given, and what is said of it."""

    def __init__(
        self, arguments: Mapping[str, Any], *, summary: str = "", description: str = ""
    ) -> None:
        self.arguments = arguments
        self.words = {"summary": summary, "description": description}

    def rendered(self, of: type[Response]) -> dict[str, Any] | None:
        """The example as OpenAPI has it; None where the class refuses to render it."""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # a class may be deprecated
                response = of(**self.arguments)
            text = bytes(response.body).decode(response.charset)
        except (TypeError, ValueError) as error:
            about = f"a document leaves an example of {of.__name__} out: {error}"
            warnings.warn(about, stacklevel=2)
            return None
        words = {word: text for word, text in self.words.items() if text}
        value = json.loads(text) if isinstance(response, JSONResponse) else text
        return {**words, "value": value}


class Declared:
    """What a class declares. `of` is its module and its name.

    `statuses` have a description each. `schema` is that of the body, or makes it; None
    where there is no body. `media_types` are those that callers choose from, where
    they do. `examples` renders some with the class. `as_is`: it renders content itself,
    and not what FastAPI's JSON encoder makes of it. `dumps`: that is what pydantic makes
    of it, and no more. `is_file`: the framework also sends parts of it.
    """

    def __init__(
        self,
        of: str,
        *,
        statuses: Mapping[int, str],
        headers: Mapping[str, Mapping[str, Any]] | None = None,
        schema: Mapping[str, Any] | Making | None = None,
        media_types: tuple[str, ...] = (),
        examples: Mapping[str, Example] | None = None,
        as_is: bool = False,
        dumps: bool = False,
        is_file: bool = False,
    ) -> None:
        self.of = of
        self.examples = examples or {}
        self.as_is = as_is
        self.dumps = dumps
        self.is_file = is_file
        self.statuses = statuses
        self.headers = headers or {}
        self.schema = schema
        self.media_types = media_types


def constant(
    text: str, description: str = "", *, policy: str = "overridable"
) -> dict[str, Any]:
    """A header that every response has, with that value.

    Unless it is locked, a caller gives another or appends to it. Swagger UI shows an
    example where it stands in the schema.
    """
    words = {"locked": "const", "overridable": "default"}
    known = {words[policy]: text} if policy in words else {}
    schema = {"type": "string", **known, "example": text}
    return {**header(schema, description, required=True), "example": text}


def header(
    schema: Mapping[str, Any], description: str = "", *, required: bool = False
) -> dict[str, Any]:
    """A header, as OpenAPI has it."""
    made: dict[str, Any] = {"description": description} if description else {}
    if required:
        made["required"] = True
    return {**made, "schema": schema}


def route(of: type[Any]) -> dict[str, Any]:
    """What a route's decorator takes of a class."""
    return {
        "response_class": of,
        "status_code": next(iter(declared(of)[1].statuses)),
        "response_model": None,
        "responses": responses(of, of.media_type),
    }


def declared(of: type[Any]) -> tuple[type[Any], Declared]:
    """A generated class, or the nearest one above a class by hand, and what it declares.

    Raises LookupError where there is none.
    """
    package, known = __name__.rpartition(".")[0], catalogue()
    for each in of.__mro__:
        home, _, module = each.__module__.rpartition(".")
        name = f"{module}.{each.__name__}"
        if home == package and name in known:
            return each, known[name]
    raise LookupError(f"{of.__name__} is no generated class")


@cache
def catalogue() -> dict[str, Declared]:
    """What the classes of the package declare, by their modules and names."""
    module = import_module(f"{__name__.rpartition('.')[0]}._openapi")
    found = (each for each in vars(module).values() if isinstance(each, Declared))
    return {each.of: each for each in found}


def responses(of: type[Any], route: str | None = None) -> Responses:
    """The statuses of a class, each with what is sent under it; callers may change it.

    `route` is the media type of the route's own class: there FastAPI has room for a
    model, whose types become components.
    """
    kind, found = declared(of)
    made: Responses = {
        status: Said(
            description=about,
            **({"headers": deepcopy(found.headers)} if found.headers else {}),
            **(
                {}
                if status in BODYLESS
                else content(found, of, route, examples_of(found, kind, status))
            ),
        )
        for status, about in found.statuses.items()
    }
    return {**with_parts(made)} if found.is_file else made


def content(
    found: Declared, of: type[Any], route: str | None, examples: dict[str, Any]
) -> dict[str, Any]:
    """What the body is, under its media types."""
    schema = found.schema
    if schema is None:
        return {}
    kinds = found.media_types or (of.media_type or "*/*",)
    is_json = issubclass(of, JSONResponse)
    if callable(schema) and is_json and kinds == (route,):
        model = {"model": component(of, schema)}
        return {**model, "content": {route: examples}} if examples else model
    return {
        "content": {
            kind: {"schema": body(schema, is_json), **examples} for kind in kinds
        }
    }


def examples_of(found: Declared, of: type[Response], status: int) -> dict[str, Any]:
    """The examples under a status, rendered when they are read."""
    usual = next(iter(found.statuses))
    own = {
        name: each
        for name, each in found.examples.items()
        if each.arguments.get("status_code", usual) == status
    }

    def made() -> dict[str, Any]:
        values = {name: each.rendered(of) for name, each in own.items()}
        return {name: value for name, value in values.items() if value is not None}

    return {"examples": Later(made)} if own else {}


def body(schema: Mapping[str, Any] | Making, is_json: bool) -> dict[str, Any]:
    """The schema of a body, without references.

    FastAPI takes the body of a class that is not its JSON for text, unless told otherwise.
    """
    start = {} if is_json else {"type": [*ANYTHING]}
    if callable(schema):
        return Later(lambda: start | made(schema, inline))
    return start | deepcopy(dict(schema))
