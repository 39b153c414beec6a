"""What is written anew looks like what was there: quotes, braces, depth, dots."""

from __future__ import annotations

from collections.abc import Callable
from textwrap import dedent

import pytest

from respgen.diagnostics import Add, Fix, Problems, Remove, Replace, Span
from respgen.fix.changes import Uncertain, change_of
from respgen.fix.document import Document, KeyPath, Spot
from respgen.fix.edit import edit
from respgen.load import parse

Ask = Callable[[Spot], Fix]
_PARAMETER = {"type": "str", "required": True}


def put(value: str | int | bool) -> Ask:
    return lambda spot: Replace(spot.node.span, value)


def rename(key: str) -> Ask:
    return lambda spot: Replace(_key(spot), key)


def remove(spot: Spot) -> Fix:
    return Remove(_key(spot))


def add(*path: str) -> Ask:
    return lambda spot: Add(_key(spot), path, _PARAMETER)


def _key(spot: Spot) -> Span:
    return spot.entry.key_span if spot.entry else spot.node.span


def after(suffix: str, before: str, path: KeyPath, ask: Ask) -> str | None:
    """The text after a fix; None where none is certain."""
    name, data = f"shop.{suffix}", dedent(before).encode()
    file = parse(data, name, Problems())
    assert file is not None
    document = Document.of(name, data, file.root)
    every = (spot for group in document.values.values() for spot in group)
    spot = next(spot for spot in every if spot.path == path)
    try:
        done = edit(document, [change_of(ask(spot), document)])
    except Uncertain:
        return None
    return done.data.decode() if done else None


@pytest.mark.parametrize(
    ("before", "value", "expected"),
    [
        pytest.param("a: b # c", "d", "a: d # c", id="plain"),
        pytest.param("a: 'b' # c", "d", "a: 'd' # c", id="single quotes"),
        pytest.param('a: "b" # c', "d", 'a: "d" # c', id="double quotes"),
        pytest.param("a: b", "true", 'a: "true"', id="what would be a truth value"),
        pytest.param("a: b\nc: 'd'", "1", "a: '1'\nc: 'd'", id="the file's quotes"),
        pytest.param("a: b", "c: d", 'a: "c: d"', id="what would be a mapping"),
        pytest.param("a: b", "c #d", 'a: "c #d"', id="what would be a comment"),
        pytest.param("a: b", '"v1"', "a: '\"v1\"'", id="double quotes in it"),
        pytest.param("a: 'b'", "it's", 'a: "it\'s"', id="a single one in it"),
        pytest.param("a: 'yes'", True, "a: true", id="truth for text"),
        pytest.param("a: false", True, "a: true", id="truth for truth"),
        pytest.param("a: |\n  b\n", "c", "a: |-\n  c\n", id="literal"),
        pytest.param("a: > # b\n  c\n  d", "e", "a: >- # b\n  e", id="folded"),
        pytest.param("a: |\n  b\n", True, "a: true\n", id="truth for a block"),
        pytest.param("a:", "b", "a: b", id="silent null"),
        pytest.param("a: # b", "c", "a: c # b", id="silent null before a comment"),
        pytest.param("a: ~", "b", "a: b", id="written null"),
        pytest.param("b: &b c\na: *b", "d", "b: &b c\na: d", id="an alias"),
        pytest.param("a: &b c\nd: *b", "e", None, id="what an alias repeats"),
        pytest.param("a: &b c\n", "e", "a: &b e\n", id="an anchor alone"),
    ],
)
def test_yaml_values(before: str, value: str | bool, expected: str | None) -> None:
    """A scalar keeps its quotes where the new text can stand in them; its anchor stays."""
    assert after("yaml", before, ("a",), put(value)) == expected


YAML = """\
respgen: 1
responses:
  Item: # an item
    status_code: 401
{}
  Other: {{}}
"""


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        pytest.param(
            "",
            "    headers:\n      X: {type: str, required: true}",
            id="nothing to go by",
        ),
        pytest.param(
            "    headers: {Vary: Accept} # c",
            "    headers: {Vary: Accept, X: {type: str, required: true}} # c",
            id="braces",
        ),
        pytest.param(
            "    headers: { Vary: Accept }",
            "    headers: { Vary: Accept, X: { type: str, required: true } }",
            id="wide braces",
        ),
        pytest.param(
            "    headers: {}",
            "    headers: {X: {type: str, required: true}}",
            id="empty braces",
        ),
        pytest.param(
            "    headers: # c",
            "    headers: # c\n      X: {type: str, required: true}",
            id="silent null",
        ),
        pytest.param(
            "    headers:\n      Link:\n        type: link # l",
            "    headers:\n      Link:\n        type: link # l\n"
            "      X:\n        type: str\n        required: true",
            id="lines",
        ),
        pytest.param(
            "    headers: {\n      Vary: Accept # v\n    }",
            "    headers: {\n      Vary: Accept, # v\n"
            "      X: {type: str, required: true}\n    }",
            id="braces on lines",
        ),
        pytest.param(
            "    headers:\n      Vary: >+\n        Accept\n\n",
            "    headers:\n      Vary: >+\n        Accept\n\n\n"
            "      X: {type: str, required: true}",
            id="behind kept line breaks",
        ),
        pytest.param("    headers: [a]", None, id="no mapping"),
        pytest.param("    headers: {X: a}", None, id="there already"),
        pytest.param("    headers: {X: null}", None, id="taken away already"),
    ],
)
def test_yaml_mappings(inside: str, expected: str | None) -> None:
    """What is added is written as its neighbours are."""
    path = ("responses", "Item")
    text = YAML.format(inside).replace("401\n\n", "401\n")  # where nothing is inside
    done = after("yaml", text, path, add("headers", "X"))
    assert done == (None if expected is None else YAML.format(expected))


def test_an_alias_gets_nothing_added() -> None:
    """A mapping that stands elsewhere, too, is not added to."""
    text = "a: &a {b: c}\nd: *a\n"
    assert after("yaml", text, ("a",), add("e")) is None
    assert after("yaml", text, ("d",), add("e")) is None


@pytest.mark.parametrize(
    ("suffix", "before", "path", "expected"),
    [
        pytest.param("yaml", "a:\n  b: 1\n  c: 2\n", "a b", "a:\n  c: 2\n", id="a line"),
        pytest.param(
            "yaml", "a:\n  b: 1 # x\n  c: 2\n", "a b", "a:\n  # x\n  c: 2\n",
            id="but its comment",
        ),
        pytest.param("yaml", "a: # x\n  b: 1\n", "a b", "a: {} # x\n", id="the only line"),
        pytest.param("yaml", "a: 1\nb: 2", "b", "a: 1", id="the last line"),
        pytest.param(
            "yaml", "a:\n- b: 1\n  c: 2\n", "a 0 b", "a:\n- c: 2\n", id="behind a dash"
        ),
        pytest.param("yaml", "a:\n- b\n- c\n", "a 0", "a:\n- c\n", id="an item"),
        pytest.param("yaml", "a:\n- b\n", "a 0", "a: []\n", id="the only item"),
        pytest.param("yaml", "a: {b: 1, c: 2}", "a b", "a: {c: 2}", id="in braces"),
        pytest.param("yaml", "a: {b: 1, c: 2}", "a c", "a: {b: 1}", id="the last of them"),
        pytest.param("yaml", "a: { b: 1 }", "a b", "a: {}", id="the only of them"),
        pytest.param(
            "yaml", "a:\n  b: # x\n    c: 1 # y\n  d: 2\n", "a b", None,
            id="a comment inside",
        ),
        pytest.param("yaml", "a: &a {b: 1}\nc: *a", "a", None, id="an anchor in use"),
        pytest.param("json", '{\n "a": 1,\n "b": 2\n}', "b", '{\n "a": 1\n}', id="json"),
        pytest.param("toml", "a = 1 # x\nb = 2\n", "a", "# x\nb = 2\n", id="toml"),
        pytest.param(
            "toml", "[a] # x\nb = 1\n[a.c]\nd = 1\n[e]\n", "a c", "[a] # x\nb = 1\n[e]\n",
            id="a table",
        ),
        pytest.param("toml", "a.b = 1 # x\n", "a b", "a = {} # x\n", id="behind a dot"),
        pytest.param(
            "toml", "a.b = 1\na.c = 1\n", "a b", "a.c = 1\n", id="one of two behind dots"
        ),
    ],
)  # fmt: skip
def test_removal(suffix: str, before: str, path: str, expected: str | None) -> None:
    """What goes takes its line along, and leaves its comment."""
    steps = tuple(int(step) if step.isdigit() else step for step in path.split())
    assert after(suffix, before, steps, remove) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        pytest.param(
            "[a.b]\nc = 1 # x\n\n[d]\n",
            "[a.b]\nc = 1 # x\n\n[a.b.headers]\n"
            'X = {type = "str", required = true}\n\n[d]\n',
            id="a header",
        ),
        pytest.param(
            "[a.b]\nc=1\n[a.b.headers]\nV='A'\n[d]\n",
            "[a.b]\nc=1\n[a.b.headers]\nV='A'\nX={type='str', required=true}\n[d]\n",
            id="a header that is there",
        ),
        pytest.param(
            "[a]\nb.c = 1\n[d.headers]\n",
            '[a]\nb.c = 1\nb.headers.X = {type = "str", required = true}\n[d.headers]\n',
            id="dots",
        ),
        pytest.param(
            "[a]\nb = {c = 1}\n",
            '[a]\nb = {c = 1, headers = {X = {type = "str", required = true}}}\n',
            id="braces",
        ),
        pytest.param(
            "[a.b.c]\nd = 1\n",
            '[a.b.headers]\nX = {type = "str", required = true}\n\n[a.b.c]\nd = 1\n',
            id="a table that nothing says",
        ),
        pytest.param(
            "[e]\nheaders = {}\n[a.b]\nc = 1\n",
            "[e]\nheaders = {}\n[a.b]\nc = 1\n"
            'headers = {X = {type = "str", required = true}}\n',
            id="braces elsewhere",
        ),
        pytest.param(
            '[e.headers.Y]\ntype = "int"\n[a.b]\nc = 1\n',
            '[e.headers.Y]\ntype = "int"\n[a.b]\nc = 1\n\n[a.b.headers.X]\n'
            'type = "str"\nrequired = true\n',
            id="headers elsewhere",
        ),
    ],
)
def test_toml_tables(before: str, expected: str) -> None:
    """A table is written as others of its name, or as those around it."""
    assert after("toml", before, ("a", "b"), add("headers", "X")) == expected


@pytest.mark.parametrize(
    ("suffix", "before", "expected"),
    [
        pytest.param("yaml", "a: {b: 1} # c\n", "d: {b: 1} # c\n", id="yaml"),
        pytest.param("yaml", '"a": 1\n', '"d": 1\n', id="quoted"),
        pytest.param("yaml", "a: 1\nd: 2\n", None, id="a name that is taken"),
        pytest.param("json", '{"a" : 1}', '{"d" : 1}', id="json"),
        pytest.param(
            "toml", "a.b = 1\n[a.c]\n[a.e.f]\n", "d.b = 1\n[d.c]\n[d.e.f]\n", id="toml"
        ),
    ],
)
def test_renaming(suffix: str, before: str, expected: str | None) -> None:
    """A key changes wherever it is written."""
    assert after(suffix, before, ("a",), rename("d")) == expected
