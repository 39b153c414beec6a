"""The JSON Schema that editors read says what respgen says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from respgen.diagnostics import Problems
from respgen.fields import FIELDS
from respgen.kinds import KINDS
from respgen.load import parse
from respgen.load.tree import plain
from respgen.located import Plain
from respgen.pipeline import compiled
from respgen.renderers import RENDERERS, WORDS
from respgen.schema import json_schema
from respgen.vocabulary.targets import TARGETS
from tests.support.own_forms import own_forms
from tests.support.trees import schema_file, schemas

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = json.loads(json.dumps(json_schema()))

TYPES: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}


def valid(schema: dict[str, Any], value: Any) -> bool:
    """As much of JSON Schema 2020-12 as ours uses; an unknown keyword is a KeyError."""
    return all(
        _CHECKS[keyword](schema, value) for keyword in schema if keyword not in _NOTES
    )


_NOTES = {"$schema", "$defs", "title", "description", "default", "examples"}
_CHECKS = {
    "$ref": lambda s, v: valid(SCHEMA["$defs"][s["$ref"].removeprefix("#/$defs/")], v),
    "anyOf": lambda s, v: any(valid(each, v) for each in s["anyOf"]),
    "not": lambda s, v: not valid(s["not"], v),
    "minItems": lambda s, v: not isinstance(v, list) or len(v) >= s["minItems"],
    "minProperties": lambda s, v: not isinstance(v, dict)
    or len(v) >= s["minProperties"],
    "propertyNames": lambda s, v: not isinstance(v, dict)
    or all(valid(s["propertyNames"], key) for key in v),
    "type": lambda s, v: isinstance(v, TYPES[s["type"]])
    and (isinstance(v, bool) <= (s["type"] == "boolean")),
    "enum": lambda s, v: v in s["enum"] and not isinstance(v, bool),
    "const": lambda s, v: v == s["const"]
    and isinstance(v, bool) == isinstance(s["const"], bool),
    "pattern": lambda s, v: not isinstance(v, str) or bool(re.search(s["pattern"], v)),
    "minLength": lambda s, v: not isinstance(v, str) or len(v) >= s["minLength"],
    "maxLength": lambda s, v: not isinstance(v, str) or len(v) <= s["maxLength"],
    "minimum": lambda s, v: not isinstance(v, int) or v >= s["minimum"],
    "maximum": lambda s, v: not isinstance(v, int) or v <= s["maximum"],
    "items": lambda s, v: not isinstance(v, list)
    or all(valid(s["items"], each) for each in v),
    "required": lambda s, v: not isinstance(v, dict) or set(s["required"]) <= set(v),
    "properties": lambda s, v: not isinstance(v, dict)
    or all(valid(s["properties"][key], v[key]) for key in v if key in s["properties"]),
    "additionalProperties": lambda s, v: not isinstance(v, dict)
    or all(
        _additional(s["additionalProperties"], v[key])
        for key in v
        if key not in s.get("properties", ())
    ),
}


def _additional(schema: dict[str, Any] | bool, value: Any) -> bool:
    return schema if isinstance(schema, bool) else valid(schema, value)


def accepted(value: Plain) -> bool:
    """Whether nothing is wrong, the own forms of fields included, which resolve knows."""
    problems = Problems()
    compiled([schema_file("shop", value)], "fastapi", problems)
    return not problems.errors


@settings(max_examples=300)
@given(schemas)
def test_what_respgen_takes_editors_take(value: Plain) -> None:
    """A schema without a mistake in its shape is valid."""
    if isinstance(value, dict) and accepted(value):
        assert valid(SCHEMA, value)


@given(own_forms)
def test_own_forms_that_respgen_takes_editors_take(form: tuple[str, Plain]) -> None:
    """Neither do they mark a mapping or list that becomes a header."""
    name, written = form
    value: Plain = {"respgen": 1, "headers": {"a": {name: written}}}
    if accepted(value):
        assert valid(SCHEMA, value)


CATALOGUE = sorted(
    [*(ROOT / "schemas").glob("*.yaml"), *(ROOT / "schemas").glob("*.json")]
)
CATALOGUE = [path for path in CATALOGUE if not path.name.startswith(".")]


@pytest.mark.parametrize("path", CATALOGUE, ids=lambda path: path.name)
def test_catalogue(path: Path) -> None:
    """Our own catalogue is valid."""
    file = parse(path.read_bytes(), path.name, Problems())
    assert file is not None
    assert valid(SCHEMA, plain(file.root))


MISTAKES: dict[str, Plain] = {
    "unknown directive": {
        "respgen": 1,
        "headers": {"a": {"Cache-Control": {"max_aged": 5}}},
    },
    "number for sources": {
        "respgen": 1,
        "responses": {
            "A": {"headers": {"Content-Security-Policy": {"img-src": 5}}},
        },
    },
    "truth for origins": {
        "respgen": 1,
        "headers": {"a": {"Permissions-Policy": {"camera": True}}},
    },
    "list for a mapping": {
        "respgen": 1,
        "headers": {"a": {"Reporting-Endpoints": ["/a"]}},
    },
    "mapping for a word": {
        "respgen": 1,
        "headers": {"a": {"X-Frame-Options": {"deny": True}}},
    },
    "no version": {},
    "another version": {"respgen": 2},
    "version is true": {"respgen": True},
    "unknown key": {"respgen": 1, "respones": {}},
    "unknown key of a response": {"respgen": 1, "responses": {"A": {"status": 200}}},
    "response is null": {"respgen": 1, "responses": {"A": None}},
    "wrong type": {"respgen": 1, "responses": {"A": {"description": 5}}},
    "unknown renderer": {"respgen": 1, "responses": {"A": {"render": "jsn"}}},
    "number in a header": {"respgen": 1, "headers": {"a": {"X-A": 1.5}}},
    "unknown type": {"respgen": 1, "headers": {"a": {"X-A": {"type": "string"}}}},
    "false removal": {"respgen": 1, "headers": {"a": {"X-A": {"remove": False}}}},
    "a constant that is required": {
        "respgen": 1,
        "headers": {"a": {"X-A": {"value": "a", "required": True}}},
    },
    "unknown samesite": {"respgen": 1, "cookies": {"a": {"samesite": "Lax"}}},
    "wide indent": {
        "respgen": 1,
        "responses": {"A": {"render": {"json": {"indent": 17}}}},
    },
}


@pytest.mark.parametrize("value", MISTAKES.values(), ids=MISTAKES)
def test_mistakes(value: Plain) -> None:
    """What respgen refuses in shape, an editor marks while it is written."""
    assert not valid(SCHEMA, value)
    assert not accepted(value)


def _keys(schema: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "properties":
                yield from value.items()
            yield from _keys(value)
    elif isinstance(schema, list):
        for item in schema:
            yield from _keys(item)


def test_described() -> None:
    """Every key says what it is for, and none has a default that means silence."""
    keys = list(_keys(SCHEMA))
    assert len(keys) > 50
    for key, schema in keys:
        assert schema.get("description", "").endswith("."), key
        assert schema.get("default", True) not in ("", [], {}, None), key


@pytest.mark.parametrize(
    "name", sorted(n for row in FIELDS.values() for n in row.names)
)
def test_fields_are_completed(name: str) -> None:
    """A field with a structure is a known key of every mapping of headers."""
    of_profiles = SCHEMA["properties"]["headers"]["additionalProperties"]
    assert of_profiles == {"$ref": "#/$defs/Profile"}
    for keys in ("Profile", "ResponseHeaders"):
        headers = SCHEMA["$defs"][keys]
        assert headers["properties"][name]["$ref"] == f"#/$defs/{name}"
    assert valid(SCHEMA["$defs"][name], None)


def test_head() -> None:
    """Dialect and title stand first."""
    assert list(SCHEMA)[:2] == ["$schema", "title"]
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_words_of_tables() -> None:
    """The words of the rows are those of the vocabulary."""
    assert SCHEMA["properties"]["target"]["enum"] == [*TARGETS]
    assert SCHEMA["$defs"]["Response"]["properties"]["kind"]["enum"] == [*KINDS]
    assert {*SCHEMA["$defs"]["Renderers"]["properties"]} == {*WORDS}
    options = {each.name for each in fields(RENDERERS["json"].options)}
    assert {*SCHEMA["$defs"]["JsonOptions"]["properties"]} == options
