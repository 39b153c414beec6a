"""Bodies: what is known of the types that schemas name, and what a document may be."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import ModuleType
from typing import Any, NotRequired, TypedDict

import pytest
from pydantic import BaseModel, Field

from respgen.specs import TypeName
from respgen.testing.bodies import Body, body_of
from respgen.testing.messages import message
from respgen.testing.shapes import faults
from respgen.testing.types import Types
from tests.support.schemas import responses

HERE = "tests.unit.testing.test_bodies"


class Colour(Enum):
    RED = "red"


class Node(TypedDict):
    name: str
    size: NotRequired[int]
    below: list[Node]


class Part(BaseModel):
    number: int = Field(serialization_alias="partNumber", ge=1)
    note: str | None = None
    colour: Colour = Colour.RED


@dataclass
class Parcel:
    sent: date
    parts: list[Part]


class Box(BaseModel):
    size: int | None


class Unknown:
    """What Pydantic knows nothing of."""


@pytest.fixture(autouse=True, scope="module")
def importable() -> None:
    """The types of this module are named by import paths, as a project's are."""
    sys.modules.setdefault(HERE, sys.modules[__name__])


def found(entry: str, document: object) -> dict[str, tuple[str, str]]:
    """What is wrong with a document that a class of that entry sends."""
    body = body_of(
        responses(f"Made: {{media_type: application/json, {entry}}}")["Made"]
    )
    assert body.schema is not None
    return {f.place: (f.declared, f.sent) for f in faults(body.schema, document)}


FINE: dict[str, tuple[str, object]] = {
    "text": ('content: "str | None"', None),
    "a whole number as a fraction": ("content: int", 2.0),
    "a literal": ("content: \"Literal['a', 1]\"", 1),
    "a pair": ('content: "tuple[int, str]"', [1, "a"]),
    "a run": ('content: "tuple[int, ...]"', [1, 2]),
    "anything": ("content: object", {"a": [1, None]}),
    "a TypedDict": (f"content: {HERE}.Node", {"name": "a", "below": []}),
    "a TypedDict in itself": (
        f"content: {HERE}.Node",
        {"name": "a", "below": [{"name": "b", "below": [1]}]},
    ),
    "a model by its aliases": (
        f"content: {HERE}.Part, render: {{pydantic: {{by_alias: true}}}}",
        {"partNumber": 1, "note": None, "colour": "red"},
    ),
    "a model without what is None": (
        f"content: {HERE}.Part, render: {{pydantic: {{exclude_none: true}}}}",
        {"number": 1, "colour": "red"},
    ),
    "a model without its defaults": (
        f"content: {HERE}.Part, render: {{pydantic: {{exclude_defaults: true}}}}",
        {"number": 1},
    ),
    "a model without a field that is None": (
        f"content: {HERE}.Box, render: {{pydantic: {{exclude_none: true}}}}",
        {},
    ),
    "models in a list": (
        f'content: "list[{HERE}.Part]", render: pydantic',
        [{"partNumber": 1, "note": "a", "colour": "red"}],
    ),
    "a dataclass": (
        f"content: {HERE}.Parcel, render: pydantic",
        {"sent": "2026-01-31", "parts": []},
    ),
    "a dataclass by orjson": (
        f"content: {HERE}.Parcel, render: orjson",
        {"sent": "2026-01-31", "parts": []},
    ),
    "what a function of the project makes": (
        f'content: {HERE}.Parcel, render: {{orjson: {{default: "tests.support.acme:plain"}}}}',
        {"anything": 1},
    ),
    "what nobody knows": (f"content: {HERE}.Unknown, render: orjson", [1]),
    "what is not there": ("content: nowhere.Model, render: pydantic", {"a": 1}),
    "a number that JSON has not": ("content: float, render: orjson", None),
}


@pytest.mark.parametrize(("entry", "document"), FINE.values(), ids=FINE)
def test_what_a_type_may_become(entry: str, document: object) -> None:
    """A document that the renderer makes of the type has no fault, and of unknown types none has."""
    assert found(entry, document) == {}


WRONG: dict[str, tuple[str, object, dict[str, tuple[str, str]]]] = {
    "another type": ("content: int", "1", {"": ("integer", '"1"')}),
    "true is no number": ("content: int", True, {"": ("integer", "true")}),
    "null": ("content: float", None, {"": ("number", "null")}),
    "another literal": (
        "content: \"Literal['a', 1]\"",
        True,
        {"": ('"a" or 1', "true")},
    ),
    "a union": (
        'content: "int | list[int]"',
        ["a"],
        {"/0": ("integer", '"a"')},
    ),
    "none of a union": (
        'content: "int | list[int]"',
        "a",
        {"": ("integer or array", '"a"')},
    ),
    "a pair of three": (
        'content: "tuple[int, str]"',
        [1, "a", 2],
        {"": ("2 items", "3 items")},
    ),
    "a key with a slash": (
        'content: "dict[str, int]"',
        {"a/b~": "x"},
        {"/a~1b~0": ("integer", '"x"')},
    ),
    "a limit of a model": (
        f"content: {HERE}.Part, render: pydantic",
        {"number": 0, "note": None, "colour": "red"},
        {"/number": ("integer (minimum 1)", "0")},
    ),
    "an enum of a model": (
        f"content: {HERE}.Part, render: pydantic",
        {"number": 1, "note": None, "colour": "blue"},
        {"/colour": ('"red"', '"blue"')},
    ),
    "a missing field of a model": (
        f"content: {HERE}.Part, render: {{pydantic: {{exclude_none: true}}}}",
        {"note": "a"},
        {"/number": ("integer (minimum 1)", "nothing")},
    ),
}


@pytest.mark.parametrize(("entry", "document", "said"), WRONG.values(), ids=WRONG)
def test_a_fault_has_its_place(
    entry: str, document: object, said: dict[str, tuple[str, str]]
) -> None:
    """What is wrong is told at its JSON Pointer, with what is expected there."""
    assert found(entry, document) == said


def test_a_typed_dict_is_known_on_every_python() -> None:
    """Its keys are required but those that NotRequired says, whatever Pydantic takes."""
    wrong = found(f"content: {HERE}.Node", {"size": "x", "below": {}})
    assert wrong == {
        "/name": ("string", "nothing"),
        "/size": ("integer", '"x"'),
        "/below": ("array", "{}"),
    }


def test_a_deep_document_is_followed_no_further() -> None:
    """A document that is nested beyond what Python follows has no faults, and no traceback."""
    deep: Any = []
    for _ in range(5000):
        deep = [deep]
    schema: dict[str, Any] = {"$defs": {"N": {}}}
    schema["$defs"]["N"] = {"type": "array", "items": {"$ref": "#/$defs/N"}}
    assert faults({"$ref": "#/$defs/N", **schema}, deep) == ()


def test_text_bodies_have_their_texts() -> None:
    """A text with places is any text with something there, in linear time."""
    entry = responses(
        'Hi: {media_type: text/plain, params: {a: str}, body: "a {a} b {a} c"}'
    )
    body = body_of(entry["Hi"])
    ask = [("content-type", "text/plain")]
    for text, fits in (("a x b x c", True), ("a b c", False), ("a  b  c", True)):
        sent = message(200, ask, text.encode())
        assert (not [*body.differences(sent, True)]) is fits
    huge = message(200, ask, b"a " + b" b" * 100_000)
    assert [*body.differences(huge, True)]


def test_streams_files_and_functions_have_no_known_body() -> None:
    """What nobody can know is not compared."""
    made = responses("""
        Feed: {kind: stream, render: ndjson, content: int}
        Paper: {kind: file}
        Shout: {content: str, render: "tests.support.acme:shout", media_type: text/plain}
        """)
    assert {name: body_of(spec) for name, spec in made.items()} == {
        name: Body() for name in made
    }


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Decimal, {"type": "string"}),
        (datetime, {"type": "string", "format": "date-time"}),
    ],
)
def test_types_of_the_standard_library(kind: type, expected: dict[str, str]) -> None:
    """They are as Pydantic writes them."""
    name = TypeName(kind.__module__, kind.__name__)
    schema: Any = Types().schema(name)
    inside = schema["x-embedded"]
    assert {key: inside.get(key) for key in expected} == expected


def test_modules_are_imported_no_earlier(shop: ModuleType) -> None:
    """A catalogue imports nothing of the project until a body is compared."""
    body = "content: nowhere_at_all.Model, render: pydantic"
    spec = responses(f"Made: {{{body}}}")["Made"]
    assert "nowhere_at_all" not in sys.modules
    assert body_of(spec).schema == {}
