"""Bodies that a schema writes, against rendering the whole, and on real servers."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, get_args

import msgspec
import orjson
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter
from starlette.responses import JSONResponse

from respgen.diagnostics import Problems
from respgen.load import parse
from respgen.pipeline import compiled
from respgen.specs import Target
from respgen.vocabulary.targets import TARGETS
from tests.behaviour.loading import load
from tests.behaviour.oracle import Sent
from tests.behaviour.serving import Client, Implementation, served, wire

SCALARS = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    SCALARS | NUMBERS,
    lambda inside: st.lists(inside, max_size=3)
    | st.dictionaries(st.text(max_size=3), inside, max_size=3),
    max_leaves=4,
)
NAMES = ("first", "second", "third")


@dataclass(frozen=True)
class Place:
    """A place by itself."""

    name: str


@dataclass(frozen=True)
class Line:
    """A longer text with the text of one param in it."""

    before: str
    behind: str


PLAIN = st.text(max_size=5).filter(lambda text: text.isprintable())
TEMPLATES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | PLAIN
    | NUMBERS
    | st.sampled_from(NAMES).map(Place)
    | st.builds(Line, PLAIN.map("<{}".format), PLAIN),
    lambda inside: st.lists(inside, max_size=3)
    | st.dictionaries(PLAIN, inside, max_size=3),
    max_leaves=8,
).filter(lambda template: isinstance(template, dict | list))
OPTIONS = st.fixed_dictionaries(
    {},
    optional={
        "indent": st.sampled_from([None, 0, 2, 4]),
        "ensure_ascii": st.booleans(),
    },
)


def written(template: Any) -> Any:
    """The template as a schema has it."""
    match template:
        case Place(name):
            return f"{{{name}}}"
        case Line(before, behind):
            return "{text}".join(doubled(each) for each in (before, behind))
        case str():
            return doubled(template)
        case dict():
            return {key: written(inside) for key, inside in template.items()}
        case list():
            return [written(inside) for inside in template]
    return template


def doubled(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


ABSENT = object()


def whole(template: Any, values: dict[str, Any], omit_none: bool) -> Any:
    """What the template stands for."""
    match template:
        case Place(name):
            return values[name]
        case Line(before, behind):
            return f"{before}{values['text']}{behind}"
        case dict():
            return {
                key: whole(inside, values, omit_none)
                for key, inside in template.items()
                if not (
                    omit_none
                    and isinstance(inside, Place)
                    and values[inside.name] is None
                )
            }
        case list():
            return [whole(inside, values, omit_none) for inside in template]
    return template


def built(entry: dict[str, Any], target: Target = "starlette") -> type[Any]:
    """The class of an entry."""
    text = json.dumps({"respgen": 1, "responses": {"Body": entry}})
    problems = Problems()
    file = parse(text.encode(), "shop.json", problems)
    assert file is not None
    specs = compiled([file], target, problems)
    assert not problems.errors, list(problems)
    return load(specs)["shop"].Body  # type: ignore[no-any-return]  # a module made in this test


@settings(max_examples=40, deadline=None)
@given(TEMPLATES, OPTIONS, st.booleans(), st.data())
def test_the_bytes_are_those_of_the_whole(
    template: Any, options: dict[str, Any], omit_none: bool, data: st.DataObject
) -> None:
    """However deep, with whatever options: json.dumps of the mapping that a caller would write."""
    params = dict.fromkeys(NAMES, "JsonValue")
    cls = built(
        {
            "render": {"json": options},
            "params": {**params, "text": "str"},
            "body": written(template),
            "omit_none": omit_none,
        }
    )
    for _ in range(3):
        values = {name: data.draw(JSON) for name in NAMES}
        values["text"] = data.draw(st.text(max_size=5))
        colon = ": " if options.get("indent") is not None else ":"
        expected = json.dumps(
            whole(template, values, omit_none),
            ensure_ascii=options.get("ensure_ascii", False),
            indent=options.get("indent"),
            separators=(",", colon),
        )
        assert cls(**values).body == expected.encode()


NUMERALS = NUMBERS | st.sampled_from([1e16, 1e-5, 1.5e300, -0.0, 5e-324, 1e22])
CONSTANTS = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**64 - 1) | NUMERALS | PLAIN,
    lambda inside: st.lists(inside, max_size=3)
    | st.dictionaries(PLAIN, inside, max_size=3),
    max_leaves=6,
).filter(lambda template: isinstance(template, dict | list))
DUMPS: dict[str, tuple[Any, Callable[[Any], bytes]]] = {
    "json": ("json", lambda value: JSONResponse(value).body),
    "orjson": ("orjson", orjson.dumps),
    "orjson, indented": (
        {"orjson": {"options": ["indent_2"]}},
        lambda value: orjson.dumps(value, option=orjson.OPT_INDENT_2),
    ),
    "msgspec": ("msgspec", msgspec.json.encode),
    "pydantic": ("pydantic", TypeAdapter(Any).dump_json),
    "pydantic, indented": (
        {"pydantic": {"indent": 2}},
        lambda value: TypeAdapter(Any).dump_json(value, indent=2),
    ),
}


@pytest.mark.parametrize("word", DUMPS)
@settings(max_examples=15, deadline=None)
@given(template=CONSTANTS)
@example(template=[1e16, {"a": 1e-7, "b": 123456789.0}])
def test_constants_are_as_the_renderer_writes_them(word: str, template: Any) -> None:
    """Whatever its version makes of exponents."""
    render, dumps = DUMPS[word]
    cls = built({"render": render, "body": written(template)})
    assert cls().body == dumps(template)


@pytest.fixture(scope="module", params=get_args(Implementation))
def client(request: pytest.FixtureRequest) -> Iterator[Client]:
    """A client of uvicorn, with each of its HTTP implementations."""
    with served(request.param) as connected:
        yield connected


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("status", [200, 204, 304, 205, 404])
def test_arrives(client: Client, target: Target, status: int) -> None:
    """Every byte arrives, none of them with a status that has no body, and the connection stays."""
    cls = built(
        {
            "params": {"message": "str | None", "item_id": "int"},
            "body": {"message": "{message}", "links": ["/items/{item_id}"]},
        },
        target,
    )
    response = cls(status, message="Löwe\r\n", item_id=7)
    body = '{"message":"Löwe\\r\\n","links":["/items/7"]}'.encode()
    assert response.body == (b"" if status in (204, 205, 304) else body)
    sent = Sent(status, response.raw_headers, bytes(response.body))
    assert client.reply(response, "GET", len(wire(sent))) == wire(sent)
    assert client.ping()
