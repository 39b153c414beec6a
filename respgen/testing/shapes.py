"""JSON Schema, as far as Pydantic and bodies of schemas need it: what of a document is not as declared.

Goes in: a schema and a document. Comes out: a fault for each place, with what was expected there. Two
words are ours: EMBEDDED is a schema with definitions of its own, FILLED a text with places.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeAlias

from respgen.specs import Pattern
from respgen.testing.differences import printable
from respgen.testing.forms import filled

Schema: TypeAlias = Mapping[str, Any]

EMBEDDED, FILLED = "x-embedded", "x-filled"
ANYTHING: Schema = {}
_MOST = 20
"""Faults of one document: the first ones tell."""


@dataclass(frozen=True, slots=True)
class Fault:
    """`place` is a JSON Pointer (RFC 6901), empty for the whole."""

    place: str
    declared: str
    sent: str


def faults(schema: Schema, document: object) -> tuple[Fault, ...]:
    """The first faults of a document; none of one that is nested too deeply to be followed."""
    try:
        return tuple(islice(_faults(schema, document, "", schema), _MOST))
    except RecursionError:
        return ()


def text_of(value: object) -> str:
    """A value of a document in messages."""
    text = printable(json.dumps(value, ensure_ascii=False))
    return text if len(text) <= 60 else f"{text[:59]}…"


def _faults(schema: Schema, value: Any, place: str, root: Schema) -> Iterator[Fault]:
    if EMBEDDED in schema:
        yield from _faults(schema[EMBEDDED], value, place, schema[EMBEDDED])
    if "$ref" in schema:
        yield from _faults(_definition(root, schema["$ref"]), value, place, root)
    for part in schema.get("allOf", ()):
        yield from _faults(part, value, place, root)
    options = schema.get("anyOf") or schema.get("oneOf")
    if options:
        yield from _of_options(options, value, place, root)
    if not _is_one(schema, value) or not _is_typed(schema, value):
        yield Fault(place, words(schema), text_of(value))
    elif isinstance(value, dict):
        yield from _of_object(schema, value, place, root)
    elif isinstance(value, list):
        yield from _of_array(schema, value, place, root)
    elif any(
        not holds(schema[word], value) for word, holds in _LIMITS if word in schema
    ):
        yield Fault(place, words(schema), text_of(value))


def _definition(root: Schema, ref: str) -> Schema:
    found: Any = root
    for step in ref.removeprefix("#/").split("/"):
        found = found[step.replace("~1", "/").replace("~0", "~")]
    made: Schema = found
    return made


def _of_options(
    options: list[Schema], value: Any, place: str, root: Schema
) -> Iterator[Fault]:
    """Nothing where one of them fits; else the faults inside of the one that was meant."""
    found = [[*islice(_faults(each, value, place, root), _MOST)] for each in options]
    if not all(found):
        return
    inside = [each for each in found if all(fault.place != place for fault in each)]
    if inside:
        yield from min(inside, key=len)
    else:
        named = dict.fromkeys(words(_named(each, root)) for each in options)
        yield Fault(place, " or ".join(named), text_of(value))


def _named(schema: Schema, root: Schema) -> Schema:
    """The schema that one stands for."""
    if EMBEDDED in schema:
        return _named(schema[EMBEDDED], schema[EMBEDDED])
    return _definition(root, schema["$ref"]) if "$ref" in schema else schema


_TYPES: Mapping[str, Callable[[object], bool]] = {
    "string": lambda value: isinstance(value, str),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "number": lambda value: isinstance(value, int | float)
    and not isinstance(value, bool),
    # JSON has one kind of number: 2.0 is an integer, too
    "integer": lambda value: (isinstance(value, int) and not isinstance(value, bool))
    or (isinstance(value, float) and value.is_integer()),
}


def _is_typed(schema: Schema, value: object) -> bool:
    named = schema.get("type", [])
    named = [named] if isinstance(named, str) else named
    return not named or any(_TYPES[each](value) for each in named)


def _is_one(schema: Schema, value: object) -> bool:
    if FILLED in schema:
        pattern: Pattern = schema[FILLED]
        return isinstance(value, str) and filled(pattern, value)
    if "const" in schema:
        return _same(schema["const"], value)
    return "enum" not in schema or any(_same(each, value) for each in schema["enum"])


def _same(one: object, other: object) -> bool:
    """JSON's equality: true is not 1, and 1.0 is 1."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    return one == other


def _of_object(
    schema: Schema, value: dict[str, Any], place: str, root: Schema
) -> Iterator[Fault]:
    known = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in value:
            yield Fault(
                _below(place, name), words(_named(known.get(name, {}), root)), "nothing"
            )
    others = schema.get("additionalProperties", True)
    patterns = schema.get("patternProperties")
    for name, each in value.items():
        below = _below(place, name)
        if name in known:
            yield from _faults(known[name], each, below, root)
        elif others is False and not patterns:
            yield Fault(below, "nothing", text_of(each))
        elif isinstance(others, Mapping):
            yield from _faults(others, each, below, root)


def _of_array(
    schema: Schema, value: list[Any], place: str, root: Schema
) -> Iterator[Fault]:
    first, rest = schema.get("prefixItems", ()), schema.get("items", True)
    least, most = schema.get("minItems", 0), schema.get("maxItems", len(value))
    if not least <= len(value) <= most:
        number = (
            f"{least}"
            if least == most
            else f"{least} to {schema.get('maxItems', 'any')}"
        )
        yield Fault(place, f"{number} items", f"{len(value)} items")
    for index, each in enumerate(value):
        inside = first[index] if index < len(first) else rest
        if isinstance(inside, Mapping):
            yield from _faults(inside, each, f"{place}/{index}", root)


def _number(compare: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    return lambda limit, value: not isinstance(value, int | float) or compare(
        limit, value
    )


def _text(compare: Callable[[Any, str], bool]) -> Callable[[Any, Any], bool]:
    return lambda limit, value: not isinstance(value, str) or compare(limit, value)


_LIMITS: tuple[tuple[str, Callable[[Any, Any], bool]], ...] = (
    ("minimum", _number(lambda limit, value: value >= limit)),
    ("maximum", _number(lambda limit, value: value <= limit)),
    ("exclusiveMinimum", _number(lambda limit, value: value > limit)),
    ("exclusiveMaximum", _number(lambda limit, value: value < limit)),
    ("minLength", _text(lambda limit, value: len(value) >= limit)),
    ("maxLength", _text(lambda limit, value: len(value) <= limit)),
    ("pattern", _text(lambda limit, value: re.search(limit, value) is not None)),
)


def words(schema: Schema) -> str:
    """What a schema expects, in a few words."""
    if EMBEDDED in schema:
        return words(schema[EMBEDDED])
    if FILLED in schema:
        pattern: Pattern = schema[FILLED]
        return text_of(pattern.shown)
    if "const" in schema:
        return text_of(schema["const"])
    if "enum" in schema:
        return " or ".join(map(text_of, schema["enum"]))
    options = schema.get("anyOf") or schema.get("oneOf")
    if options:
        return " or ".join(dict.fromkeys(map(words, options)))
    named = schema.get("type", "a value")
    said = named if isinstance(named, str) else " or ".join(named)
    limits = [f"{word} {schema[word]}" for word, _ in _LIMITS if word in schema]
    return f"{said} ({', '.join(limits)})" if limits else said


def details(schema: Any) -> int:
    """How many fields and values a schema names, at any depth."""
    if isinstance(schema, Mapping):
        named = (
            len(schema.get("properties", ())) + ("const" in schema) + ("type" in schema)
        )
        return named + sum(map(details, schema.values()))
    return sum(map(details, schema)) if isinstance(schema, list | tuple) else 0


def _below(place: str, name: str) -> str:
    return f"{place}/{name.replace('~', '~0').replace('/', '~1')}"
