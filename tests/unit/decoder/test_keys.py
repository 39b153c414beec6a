"""The decoder: rows of keys read a tree, say what is wrong with it, and complete it in editors."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal, TypeVar

import pytest

from respgen.decoder.keys import Keys, KeysOf, form, others, required, row, settled
from respgen.decoder.plain import MAPPING, NULL, TEXT, TRUTH, WHOLE, Definitions, Shape
from respgen.decoder.reading import NOT_YET, Reading
from respgen.decoder.shapes import ListOf, MappingOf, OneOf, Parsed, either
from respgen.diagnostics import Finding, Problems
from respgen.located import (
    NOWHERE,
    Located,
    Plain,
    PlainValue,
    Written,
    kind,
    part,
    plain,
)
from respgen.rules import r0
from tests.support.trees import schema_file

Made = TypeVar("Made")
_DIGITS = "write 3, without quotes"
SIDE: Shape[Literal["left", "right"]] = OneOf(
    ("left", "right"), planned={"middle": "write left"}
)


def _odd(value: int) -> int | Finding:
    wrong = Finding(r0.WRONG_TYPE, f"expected an odd number, found {value}", "write 3")
    return value if value % 2 else wrong


class Box(Keys):
    """A box.

    It may be inside of another one.
    """

    noun: ClassVar[str] = "a box"
    planned: ClassVar[Mapping[str, str]] = {"lid": "write label"}
    meant: ClassVar[Mapping[str, str]] = {"width": "did you mean 'size'?"}

    size: Located[int] = required(Parsed(WHOLE, _odd, {}), "How wide it is.", 3)
    label: Located[str] = settled(TEXT, "What stands on it.", "none")
    side: Written[Literal["left", "right"]] = row(SIDE, "Where.", "left")
    from_: Written[str | None] = row(
        either("text or null", TEXT, NULL, advice="write null"), "Whence."
    )
    tags: Located[tuple[Located[str], ...]] = settled(ListOf(TEXT), "Words.", ())
    extra: Written[PlainValue] = row(MAPPING, "Anything.")
    fragile: Written[bool] = row(TRUTH, "Whether it breaks.")

    def mistake(self) -> Finding | None:
        """A fragile box says where it is."""
        if self.fragile is None or self.side:
            return None
        return Finding(r0.CONFLICT, "fragile, but where", "side: left", ("fragile",))


class Shelf(Keys):
    """Boxes by their names."""

    order: Written[str] = row(TEXT, "Which first.")
    boxes: Mapping[str, Located[Box]] = others(KeysOf(Box))


def read(shape: Shape[Made], value: Plain) -> tuple[Located[Made] | None, Problems]:
    entry, problems = schema_file("shop", {"x": value}).root.entries[0], Problems()
    reading = Reading((Box,))
    found = shape.read(entry, reading)
    problems.extend(reading.notes)
    return found, problems


def good(value: Plain) -> Box:
    found, problems = read(KeysOf(Box), value)
    assert found is not None
    assert not list(problems)
    return found.value


def test_places() -> None:
    """Every value knows where it stands, and its key (in this tree everything has its own line)."""
    box = good({"size": 3, "tags": ["a", "b"], "extra": {"k": [1]}})
    assert (box.size.value, box.size.key.line, box.size.span.line) == (3, 4, 5)
    assert [(tag.value, tag.span.line, tag.key.line) for tag in box.tags.value] == [
        ("a", 8, 8),
        ("b", 9, 9),
    ]
    assert {key: span.line for key, span in box.places.items()} == {
        "size": 5,
        "tags": 6,  # a long value is marked by its key
        "extra": 10,
    }
    assert box.extra is not None
    assert plain(box.extra.value) == {"k": [1]}
    inside = part(Located(box.extra.value, box.extra.span, box.extra.key), "k")
    assert inside is not None
    assert (inside.key.line, kind(inside.value)) == (12, "a list")
    assert part(inside, 0) == inside.value[0]  # type: ignore[index]  # a list it is
    assert part(inside, "nothing") is None


def test_left_out() -> None:
    """A key left out is None, or what its row settles, which is nowhere then."""
    box = good({"size": 1})
    assert (box.side, box.from_, box.extra, box.tags.value) == (None, None, None, ())
    assert (box.label.value, box.label.span, box.label.key) == (
        "none",
        NOWHERE,
        NOWHERE,
    )
    assert "label" not in box.places
    assert good({"size": 1, "from": None}).from_ is not None


WRONG: dict[str, tuple[Plain, list[tuple[int, str, str, str]], bool]] = {
    "another kind": (
        {"size": 1, "label": 5},
        [(7, "R006", "expected text, found a whole number", 'put it in quotes: "5"')],
        True,
    ),
    "another kind where the key is required": (
        {"size": "3"},
        [(5, "R006", "expected a whole number, found text", _DIGITS)],
        False,
    ),
    "a failed check": (
        {"size": 4},
        [(5, "R006", "expected an odd number, found 4", "write 3")],
        False,
    ),
    "unknown word": (
        {"size": 1, "side": "lefft"},
        [(7, "R010", "unknown side 'lefft'", "did you mean 'left'?")],
        True,
    ),
    "word that is far from all": (
        {"size": 1, "side": "top"},
        [(7, "R010", "unknown side 'top'", "write left or right")],
        True,
    ),
    "planned word": (
        {"size": 1, "side": "middle"},
        [(7, "R010", f"the side 'middle' is {NOT_YET}", "write left")],
        True,
    ),
    "unknown key": (
        {"size": 1, "lable": "a"},
        [(6, "R003", "unknown key 'lable'", "did you mean 'label'?")],
        True,
    ),
    "planned key": (
        {"size": 1, "lid": True},
        [(6, "R003", f"the key 'lid' is {NOT_YET}", "write label")],
        True,
    ),
    "a key that others have for one of ours": (
        {"size": 1, "Width": 2},
        [(6, "R003", "unknown key 'Width'", "did you mean 'size'?")],
        True,
    ),
    "missing key": ({}, [(2, "R005", "missing key 'size'", "size: 3")], False),
    "a misspelt key says that one is missing": (
        {"siez": 1},
        [(4, "R003", "unknown key 'siez'", "did you mean 'size'?")],
        False,
    ),
    "malformed item": (
        {"size": 1, "tags": ["a", 5]},
        [(9, "R006", "expected text, found a whole number", 'put it in quotes: "5"')],
        True,
    ),
    "keys that do not agree": (
        {"size": 1, "fragile": True},
        [(6, "R012", "fragile, but where", "side: left")],
        False,
    ),
    "of what is left, a mistake says nothing new": (
        {"size": 1, "fragile": True, "side": "top"},
        [(9, "R010", "unknown side 'top'", "write left or right")],
        False,
    ),
    "no mapping": (
        None,
        [
            (
                3,
                "R006",
                "expected a mapping, found null",
                "write {} if it is empty",
            )
        ],
        False,
    ),
    "run time value": (
        {"size": 1, "label": {"from": "a:b"}},
        [(7, "R006", "expected text, found a mapping", "write the value itself")],
        True,
    ),
}


@pytest.mark.parametrize(("value", "findings", "stays"), WRONG.values(), ids=WRONG)
def test_mistakes(
    value: Plain, findings: list[tuple[int, str, str, str]], stays: bool
) -> None:
    """A mistake is told at its place; the mapping goes only where it cannot be without the key."""
    found, problems = read(KeysOf(Box), value)
    told = [(each.span.line, each.code, each.message, each.help) for each in problems]
    assert told == findings
    assert (found is not None) == stays
    assert found is None or not found.value.whole


def test_names_of_the_author() -> None:
    """Keys without a row are names; a malformed entry is left out, the others stay."""
    found, problems = read(KeysOf(Shelf), {"order": "a", "a": {"size": 1}, "b": {}})
    assert found is not None
    assert [*found.value.boxes] == ["a"]
    assert not found.value.whole
    assert [each.message for each in problems] == ["missing key 'size'"]
    named, _ = read(
        MappingOf(KeysOf(Box), "{a: {size: 1}}"), {"a": {"size": 1}, "b": {}}
    )
    assert named is not None
    assert [*named.value] == ["a"]


def test_json_schema() -> None:
    """What editors complete comes of the same rows."""
    definitions: Definitions = {}
    assert KeysOf(Shelf).schema(definitions) == {"$ref": "#/$defs/Shelf"}
    assert form(Shelf, {})["additionalProperties"] == {"$ref": "#/$defs/Box"}
    text: Plain = {"type": "string"}
    assert definitions["Box"] == {
        "additionalProperties": False,
        "description": "A box.\n\nIt may be inside of another one.",
        "properties": {
            "size": {
                "type": "integer",
                "description": "How wide it is.",
                "examples": [3],
            },
            "label": {
                "type": "string",
                "description": "What stands on it.",
                "default": "none",
            },
            "side": {
                "enum": ["left", "right"],
                "type": "string",
                "description": "Where.",
                "default": "left",
            },
            "from": {"anyOf": [text, {"type": "null"}], "description": "Whence."},
            "tags": {"items": text, "type": "array", "description": "Words."},
            "extra": {"type": "object", "description": "Anything."},
            "fragile": {"type": "boolean", "description": "Whether it breaks."},
        },
        "required": ["size"],
        "type": "object",
    }
