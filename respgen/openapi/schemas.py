"""JSON schemas of what a project's own types are, made when a document is.

Goes in: a schema, or a function that makes one and asks for those of the types in it. Comes out: the
schema. A type is looked at, and its module imported, no earlier: it may stand beside the routes.
"""

import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from types import UnionType
from typing import (
    Annotated,
    Any,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

from starlette.datastructures import URL

from respgen.openapi.dumping import dumped

# Says the schema of a type, to the function that makes a schema with it: it may also be told how
# values of the type are dumped.
SchemaOf = Callable[..., dict[str, Any]]
PartSchema = Callable[[Any], dict[str, Any]]
Making = Callable[[SchemaOf], Mapping[str, Any]]

DEFINITIONS = "#/$defs/"

# What a body may be that nothing is known of, where a schema has to have a type.
ANYTHING = ("null", "boolean", "object", "array", "number", "string")


def made(schema: Making, of: SchemaOf) -> dict[str, Any]:
    """What a function makes; an open schema where a type of the project's is not there."""
    try:
        return dict(schema(of))
    except Exception as error:  # an author's module raises anything
        about = f"{type(error).__name__}: {error}"
        warnings.warn(f"a document leaves a schema open: {about}", stacklevel=2)
        return {}


def inline(kind: Any, **how: Any) -> dict[str, Any]:
    """The schema of a type, whole: where it names itself, that is left open."""
    return described(kind, Inline(), **how)


class Inline:
    """Schemas that refer to nothing."""

    def known(self, adapter: Any, **how: Any) -> dict[str, Any]:
        """The schema of a type that pydantic knows."""
        schema = dumped(adapter, **how)
        return dict(resolved(schema, schema.pop("$defs", {}), ()))

    def named(self, kind: type[Any], schema: Mapping[str, Any]) -> dict[str, Any]:
        """What stands in the place of a schema that is a class's."""
        return dict(schema)


class Components(Inline):
    """Schemas that refer to those of classes, by the handler of the document's generator."""

    def __init__(self, handler: Callable[[Any], Any]) -> None:
        self.handler = handler

    def known(self, adapter: Any, **how: Any) -> dict[str, Any]:
        # components are by alias, and routes that validate share them
        if dumped(adapter, **how) != adapter.json_schema(mode="serialization"):
            return super().known(adapter, **how)
        return self.whole(adapter.core_schema)

    def named(self, kind: type[Any], schema: Mapping[str, Any]) -> dict[str, Any]:
        from pydantic_core.core_schema import any_schema

        def said(_: object, __: object) -> dict[str, Any]:
            return {"title": kind.__name__, **schema}

        name = f"{kind.__module__}.{kind.__qualname__}:{id(kind)}"
        metadata = {"pydantic_js_annotation_functions": [said]}
        return self.whole(any_schema(ref=name, metadata=metadata))

    def whole(self, schema: Any) -> dict[str, Any]:
        """The schema of pydantic's own schema, with all that this says of itself."""
        from pydantic_core.core_schema import definitions_schema

        # The handler alone would look at the kind of the schema, and not at its name.
        return dict(self.handler(definitions_schema(schema, [])))


def described(
    kind: Any, by: Inline, above: tuple[Any, ...] = (), **how: Any
) -> dict[str, Any]:
    """The schema of a type that pydantic knows, else of those parts of it that it knows."""
    from pydantic import PydanticUserError, TypeAdapter

    try:
        return by.known(TypeAdapter(kind), **how)
    except PydanticUserError:
        if kind in above:
            return {}

        def part(of: Any) -> dict[str, Any]:
            return described(of, by, (*above, kind), **how)

        own = structure(kind, part)
        return by.named(kind, own) if is_typeddict(kind) else own


def structure(kind: Any, of: PartSchema) -> dict[str, Any]:
    """The schema of a type that has parts, and of a URL; of any other an open one."""
    if kind is URL:
        return {"type": "string", "format": "uri-reference"}
    origin, parts = get_origin(kind), get_args(kind)
    if is_typeddict(kind):
        return named_members(kind, of)
    if origin is Union or origin is UnionType:
        return {"anyOf": [of(part) for part in parts]}
    if not isinstance(origin, type) or not parts:
        return {}
    if issubclass(origin, Mapping):
        return {"type": "object", "additionalProperties": of(parts[-1])}
    if issubclass(origin, Iterable) and (len(parts) == 1 or parts[-1] is ...):
        return {"type": "array", "items": of(parts[0])}
    return {}


def named_members(kind: Any, of: PartSchema) -> dict[str, Any]:
    """The schema of a TypedDict; pydantic wants one of another kind before Python 3.12."""
    hints = get_type_hints(kind, include_extras=True)
    required = [
        name
        for name, hint in hints.items()
        if name in kind.__required_keys__ and "NotRequired" not in str(get_origin(hint))
    ]
    properties = {name: of(hint) for name, hint in get_type_hints(kind).items()}
    made = {"title": kind.__name__, "type": "object", "properties": properties}
    return {**made, "required": required} if required else made


def resolved(schema: Any, known: Mapping[str, Any], above: tuple[str, ...]) -> Any:
    """A schema with what it refers to in its place. `above` is what it is part of."""
    if isinstance(schema, list):
        items = cast("Sequence[Any]", schema)
        return [resolved(each, known, above) for each in items]
    if not isinstance(schema, dict):
        return schema
    parts = cast("dict[str, Any]", schema)
    name = str(parts.get("$ref", "")).removeprefix(DEFINITIONS)
    # Its mapping refers to definitions, too.
    left = ("$ref", "discriminator") if known else ()
    own = {
        key: resolved(value, known, above)
        for key, value in parts.items()
        if key not in left
    }
    if {} in own.get("oneOf", ()):
        own["anyOf"] = own.pop("oneOf")  # what is open would fit beside each other one
    if name not in known:
        return own
    if name in above:
        return {}
    return {**resolved(known[name], known, (*above, name)), **own}


class Component:
    """What an annotation says to pydantic: the schema of a class's body, with references."""

    def __init__(self, of: type[Any], schema: Making) -> None:
        self.of = of
        self.schema = schema

    def __get_pydantic_json_schema__(
        self, schema: object, handler: Callable[[Any], Any]
    ) -> dict[str, Any]:
        by = Components(handler)

        def of(kind: Any, **how: Any) -> dict[str, Any]:
            return described(kind, by, **how)

        body = made(self.schema, of)
        return by.named(self.of, body) if body.get("type") == "object" else body


def component(of: type[Any], schema: Making) -> Any:
    """The `model` of a response, whose types are looked at when the document is made."""
    return Annotated[Any, Component(of, schema)]


class Later(dict[str, Any]):
    """A mapping that is made when it is first read, or copied into a document."""

    def __init__(self, make: Callable[[], Mapping[str, Any]]) -> None:
        # What encodes JSON takes an empty one for a mapping without members.
        super().__init__(description="made when it is read")
        self.make = make

    def whole(self) -> dict[str, Any]:
        """All of it: threads that read it at once may all make it, and have the first one."""
        if "made" not in vars(self):
            vars(self).setdefault("made", dict(self.make()))
        made: dict[str, Any] = vars(self)["made"]
        return made

    def __setitem__(self, key: str, value: Any) -> None:
        self.whole()[key] = value

    def __delitem__(self, key: str) -> None:
        del self.whole()[key]

    def update(self, *given: Any, **more: Any) -> None:
        self.whole().update(*given, **more)

    def setdefault(self, key: str, default: Any = None) -> Any:
        return self.whole().setdefault(key, default)

    def pop(self, key: str, *default: Any) -> Any:
        return self.whole().pop(key, *default)

    def __getitem__(self, key: str) -> Any:
        return self.whole()[key]

    def __contains__(self, key: object) -> bool:
        return key in self.whole()

    def __iter__(self) -> Iterator[str]:
        return iter(self.whole())

    def __len__(self) -> int:
        return len(self.whole())

    def __eq__(self, other: object) -> bool:
        return self.whole() == other

    def __ne__(self, other: object) -> bool:
        return self.whole() != other

    def __or__(self, other: Any) -> Any:
        return self.whole() | other

    def __ror__(self, other: Any) -> Any:
        return other | self.whole()

    def __repr__(self) -> str:
        return repr(self.whole())

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, Any]:
        return deepcopy(self.whole(), memo)

    def get(self, key: str, default: Any = None) -> Any:
        return self.whole().get(key, default)

    def keys(self) -> Any:
        return self.whole().keys()

    def values(self) -> Any:
        return self.whole().values()

    def items(self) -> Any:
        return self.whole().items()

    def copy(self) -> dict[str, Any]:
        return dict(self.whole())


class Said(dict[str, Any]):
    """What is said of a response: a copy has all that is made later.

    Some versions of FastAPI take no more than a copy of the outermost mapping into a
    document.
    """

    def copy(self) -> dict[str, Any]:
        return deepcopy(dict(self))
