"""The located YAML reader: YAML 1.2 core scalars, exact places, and what the language leaves out."""

from __future__ import annotations

import math
import re
from time import process_time
from typing import ClassVar
from unittest.mock import patch

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st
from places import SchemaText, cut, mistakes, places, texts, value

from respgen.diagnostics import Problems
from respgen.load import yaml_events
from respgen.load.source import ENTRIES, SIZE, lines
from respgen.load.tree import plain
from respgen.load.yaml import read_yaml
from respgen.load.yaml_events import EventParser, PurePython
from respgen.located import Plain


@pytest.fixture(params=["libyaml", "pure"])
def _parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "pure":
        monkeypatch.setattr(yaml_events, "PARSER", PurePython)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("", None), ("~", None), ("null", None), ("Null", None), ("NULL", None), ("nULL", "nULL"),
        ("true", True), ("True", True), ("TRUE", True), ("tRUE", "tRUE"),
        ("false", False), ("False", False), ("FALSE", False),
        ("off", "off"), ("no", "no"), ("yes", "yes"), ("on", "on"), ("y", "y"), ("n", "n"),
        ("0", 0), ("-0", 0), ("+12", 12), ("-7", -7), ("0777", 777), ("007", 7),
        ("0o17", 15), ("0o8", "0o8"), ("-0o17", "-0o17"), ("0O17", "0O17"),
        ("0x1F", 31), ("0xg", "0xg"), ("-0x1F", "-0x1F"), ("0b1", "0b1"),
        ("1_000", "1_000"), ("12:30", "12:30"), ("1:30:00", "1:30:00"), ("٣", "٣"),
        ("2024-01-01", "2024-01-01"), ("2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"),
        ("1.5", 1.5), (".5", 0.5), ("5.", 5.0), ("-1e3", -1000.0), ("+1.E-2", 0.01), ("1e5", 1e5),
        (".", "."), ("1.2.3", "1.2.3"), ("e5", "e5"), ("1e", "1e"), ("+", "+"), ("1,000", "1,000"),
        (".inf", math.inf), ("-.INF", -math.inf), ("+.Inf", math.inf), ("inf", "inf"),
        ("nan", "nan"), ("=", "="), ("<<", "<<"), ("'1'", "1"), ('"true"', "true"), ("''", ""),
        ("|\n  1", "1"), ("text with: colon".replace(": ", ":"), "text with:colon"),
    ],
)  # fmt: skip
def test_core_scalars(written: str, meant: Plain) -> None:
    """A plain scalar means what the core schema of YAML 1.2 says; a quoted one is text."""
    assert repr(value(f"a: {written}", "a.yaml")) == repr({"a": meant})


def test_nan() -> None:
    assert (
        str(value("[.nan, .NaN, .NAN]".join(["a: ", ""]), "a.yaml"))
        == "{'a': [nan, nan, nan]}"
    )


@pytest.mark.usefixtures("_parser")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 1", ["a@1:1-2=1:4-5"], id="one line"),
        pytest.param(
            "\ufeffé\u0301😀: 😀 # 😀\r\nb: 'x'\rc:\n",
            ["é\u0301😀@1:1-4=1:6-7", "b@2:1-2=2:4-7", "c@3:1-2=3:3-3"],
            id="BOM, combining and non-BMP characters, CR LF, CR, no value",
        ),
        pytest.param(
            "a:\n  b:\n   - c\n   - d # e\n\n# f\ng: h\n",
            ["a@1:1-2=2:3-4:7", "b@2:3-4=3:4-4:7", "-3:6-7", "-4:6-7", "g@7:1-2=7:4-5"],
            id="blocks end where their last node ends",
        ),
        pytest.param(
            "a: [b, {c: d, e}, f: g ]\n",
            ["a@1:1-2=1:4-25", "-1:5-6", "-1:8-17", "c@1:9-10=1:12-13",
             "e@1:15-16=1:16-16", "-1:19-23", "f@1:19-20=1:22-23"],
            id="flow",
        ),
        pytest.param(
            "a: |-  # c\n  é\n\n   b\n\n\nc: >+\n  d\n\n# e\nf: |\ng: h",
            ["a@1:1-2=1:4-4:5", "c@7:1-2=7:4-8:4", "f@11:1-2=11:4-5", "g@12:1-2=12:4-5"],
            id="block scalars end with their text",
        ),
        pytest.param(
            "a: b c\n  d\ne: 'f\n\n  g' # h\n",
            ["a@1:1-2=1:4-2:4", "e@3:1-2=3:4-5:5"],
            id="several lines",
        ),
        pytest.param(
            "a: &x b\nc: &y # d\n  e: *x\nf: [&z g, *z]\nh: *y\n&k i: &n\nj: &m {o: p}",
            ["a@1:1-2=1:7-8", "c@2:1-2=3:3-8", "e@3:3-4=3:6-8", "f@4:1-2=4:4-14", "-4:8-9",
             "-4:11-13", "h@5:1-2=5:4-6", "e@3:3-4=3:6-8", "i@6:4-5=6:9-9",
             "j@7:1-2=7:7-13", "o@7:8-9=7:11-12"],
            id="behind anchors; an alias itself, below it the original",
        ),
        pytest.param(
            "? a\n: b\n? 'c'\n? - d\n" .replace("? - d\n", ""),
            ["a@1:3-4=2:3-4", "c@3:3-6=4:1-1"],
            id="explicit keys",
        ),
        pytest.param("--- # x\n{a: b}\n...\n", ["a@2:2-3=2:5-6"], id="document marks"),
    ],
)  # fmt: skip
def test_places(text: str, expected: list[str]) -> None:
    """Every key and every value has its exact place in characters, with either parser."""
    assert places(text, "shop.yaml") == expected


def test_tabs() -> None:
    """A tab is one character, and may stand between tokens."""
    assert places("a:\tb\t# c\nd:\t\t'e'", "a.yaml") == [
        "a@1:1-2=1:4-5",
        "d@2:1-2=2:5-8",
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("a: [b\n", ["1:4-5 R001"], id="open bracket"),
        pytest.param("a: 'b\nc: d\n", ["1:4-5 R001"], id="open quote points at the quote"),
        pytest.param("a: `b`", ["1:4-7 R016"], id="backtick"),
        pytest.param("é: b: c", ["1:4-8 R001"], id="colon in plain text"),
        pytest.param("a:\n\t- b", ["2:1-2 R001"], id="tab as indentation"),
        pytest.param("a: 1\n b: 2", ["2:2-3 R001"], id="indentation"),
        pytest.param("a: *b", ["1:4-6 R001"], id="unknown anchor"),
        pytest.param("<<: {a: b}\nc: d", ["1:1-3 R001"], id="merge key"),
        pytest.param('a: "\\q"', ["1:5-6 R001"], id="no such escape"),
        pytest.param('a: "\\U00110000"', ["1:5-15 R001"], id="beyond Unicode"),
        pytest.param("%YAML 3.0\n---\na: b", ["1:1-2 R001"], id="YAML 3"),
        pytest.param("- a", ["1:1-4 R006"], id="a list"),
        pytest.param("a", ["1:1-2 R006"], id="text"),
        pytest.param("---", ["1:4-4 R006"], id="null"),
        pytest.param("a: &x {b: c}\n? *x\n: d", ["2:3-5 R006"], id="mapping as key"),
        pytest.param("[a]: b", ["1:1-4 R006"], id="list as key"),
        pytest.param("? \n: b", ["1:2-2 R006"], id="no key"),
        pytest.param("200: a\n0x1F: b", ["1:1-4 R006", "2:1-5 R006"], id="number as key"),
        pytest.param("a: {true: b, ~: c}", ["1:5-9 R006", "1:14-15 R006"], id="true, null as key"),
        pytest.param("a: 1\n'a': 2\n\"\\x61\": 3", ["2:1-4 R004", "3:1-7 R004"], id="duplicates"),
        pytest.param("1: a\n1: b", ["1:1-2 R006", "2:1-2 R004", "2:1-2 R006"], id="both"),
        pytest.param("a: !!str b", ["1:4-9 R007"], id="!!str"),
        pytest.param("a: &x !b\n  c: d", ["1:7-9 R007"], id="tag behind an anchor"),
        pytest.param("a: [!b &x c, ! d]", ["1:5-7 R007", "1:14-15 R007"], id="tags in a list"),
        pytest.param("!<tag:x,2000:y> a: b", ["1:1-16 R007"], id="verbatim tag of a key"),
        pytest.param("a: !e!b c", ["1:4-5 R007"], id="unknown handle"),
        pytest.param("a: !!python/object/apply:os.system [b]", ["1:4-35 R007"], id="python"),
        pytest.param("a: b\n--- # c\nd: !e f", ["2:1-4 R009"], id="second document"),
        pytest.param("a: b\n...\n%YAML 1.2\n---\n", ["4:1-4 R009"], id="directive between"),
        pytest.param('a: "b\\uD83D"', ["1:6-12 R013"], id="lone surrogate"),
        pytest.param('a: "\\U0000DC00"', ["1:5-15 R013"], id="lone surrogate, long"),
        pytest.param('"\\0": "\\x1b\\\\0\\e"', ["1:2-4 R013", "1:8-12 R013", "1:15-17 R013"],
                     id="controls"),
        pytest.param('a: "\\f\n  \\b"', ["1:5-7 R013", "2:3-5 R013"], id="on two lines"),
        pytest.param("a: " + "[" * 64, ["1:67-68 R008"], id="too deep"),
        pytest.param("- " * 100_000, ["1:129-130 R008"], id="far too deep"),
        pytest.param("a: &x [*x]", ["1:8-10 R008"], id="contains itself"),
        pytest.param("a: " + "1" * 1001, ["1:4-1005 R008"], id="long integer"),
    ],
)  # fmt: skip
def test_mistakes(text: str, found: list[str]) -> None:
    """Each mistake is found where it stands."""
    assert mistakes(text, "shop.yaml") == found


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        pytest.param("", {}, id="nothing"),
        pytest.param("# a\n\n", {}, id="a comment"),
        pytest.param("'<<': {a: b}\nc: d", {"<<": {"a": "b"}, "c": "d"}, id="no merge key"),
        pytest.param("a: &x [b]\nc: *x\nd: &x e\nf: *x", {"a": ["b"], "c": ["b"], "d": "e", "f": "e"},
                     id="aliases, an anchor used again"),
        pytest.param("&x a: *x", {"a": "a"}, id="alias of a key"),
        pytest.param('a: "\\N\\L\\u2029\\t\\n\\r\\x7F"', {"a": "\x85\u2028\u2029\t\n\r\x7f"},
                     id="separators by escape"),
        pytest.param("%TAG !e! x:\n%YAML 1.1\n---\na: off", {"a": "off"}, id="directives"),
    ],
)  # fmt: skip
def test_values(text: str, meant: Plain) -> None:
    assert value(text, "shop.yaml") == meant


BOMBS = {
    "laughs": "a: &a [" + "x," * 9 + "x]\n"
    + "".join(f"{b}: &{b} [{','.join(['*' + a] * 10)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
    "text": f"a: &a {'x' * (SIZE // 100)}\nb: [{','.join(['*a'] * 101)}]",
    "depth": "a: &a " + "[" * 40 + "]" * 40 + "\nb: " + "[" * 40 + "*a" + "]" * 40,
    "entries": "".join(f"k{number}:\n" for number in range(ENTRIES + 1)),
    "brackets": "a: " + "[" * (SIZE - 3),
    "braces": "{" * SIZE,
    "dashes": "- " * (SIZE // 2),
    "question marks": "? " * (SIZE // 2),
    "nodes": "a: &a [" + "x," * 60_000 + "]\nb: *a\nc: *a",
}  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_limits(bomb: str) -> None:
    """What would grow without end is refused, and soon."""
    begun = process_time()
    assert [found[-4:] for found in mistakes(bomb, "shop.yaml")] == ["R008"]
    assert process_time() - begun < 3


def test_up_to_the_limits() -> None:
    """What stays within the limits is read."""
    keys = "".join(f"k{number}:\n" for number in range(ENTRIES - 2))
    aliases = "a: &a [" + "x," * 49_998 + "]\nb: [*a, *a]\n"
    assert len(str(value(keys + aliases, "shop.yaml"))) > 0
    assert "R" not in str(mistakes("a: " + "[" * 63 + "]" * 63, "shop.yaml"))


class CoreDumper(yaml.SafeDumper):
    """Writes all in place, and quotes what the core schema would not take for text."""

    yaml_implicit_resolvers: ClassVar[dict[str | None, list[object]]] = {}
    text_style: ClassVar[str | None] = None

    def ignore_aliases(self, data: object) -> bool:
        return True

    def text(self, data: str) -> yaml.ScalarNode:
        return self.represent_scalar("tag:yaml.org,2002:str", data, self.text_style)


for tag, pattern in {
    "null": r"~|null|Null|NULL|",
    "bool": r"true|True|TRUE|false|False|FALSE",
    "int": r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+",
    "float": r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
    r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
}.items():
    CoreDumper.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), None
    )
CoreDumper.add_representer(str, CoreDumper.text)

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters="\u2028\u2029\ufeff\ufffe\uffff")
    | st.sampled_from("\n\t :#-'\"0e.~,]}"),
    max_size=12,
)  # fmt: skip
TREES = st.dictionaries(
    TEXT,
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
        lambda node: st.lists(node, max_size=3)
        | st.dictionaries(TEXT, node, max_size=3),
        max_leaves=10,
    ),
    max_size=4,
)
STYLES = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([None, True, False]),
        "indent": st.integers(2, 6),
        "width": st.sampled_from([5, 20, 80]),
        "allow_unicode": st.just(True),
        "line_break": st.sampled_from(["\n", "\r\n", "\r"]),
        "explicit_start": st.booleans(),
    }
)


def _loaded(text: str) -> object:
    """What PyYAML itself reads, scalars as text; None where it cannot."""
    try:
        return yaml.load(text, Loader=yaml.BaseLoader)  # a dump of ours
    except yaml.YAMLError:
        return None


def _agree(tree: object, loaded: object) -> bool:
    """Whether two trees have the same collections, keys and texts."""
    if isinstance(tree, dict):
        same = isinstance(loaded, dict) and [*tree] == [*loaded]
        return same and all(_agree(tree[key], loaded[key]) for key in tree)
    if isinstance(tree, list):
        same = isinstance(loaded, list) and len(tree) == len(loaded)
        return same and all(map(_agree, tree, loaded))
    return tree == loaded or not isinstance(tree, str)


@pytest.mark.parametrize(
    "parser", [yaml_events.PARSER, PurePython], ids=["libyaml", "pure"]
)
@given(tree=TREES, style=STYLES, text_style=st.sampled_from([None, "'", '"', "|", ">"]))
def test_what_was_written_is_read(
    parser: type[EventParser],
    tree: dict[str, Plain],
    style: dict[str, object],
    text_style: str | None,
) -> None:
    """A dumped tree comes back in every style, and each scalar stands in its span."""
    dumper = type("Dumper", (CoreDumper,), {"text_style": text_style})
    text = yaml.dump(tree, Dumper=dumper, sort_keys=False, **style)  # type: ignore[call-overload]  # drawn
    # with little room for a key of several lines, its dumper writes what its loader cannot read
    assume(_agree(tree, _loaded(text)))
    with patch.object(yaml_events, "PARSER", parser):
        root = read_yaml(SchemaText.of("a.yaml", text, Problems()))
        assert plain(root) == tree
        for span, found in texts(root):
            if (written := cut(lines(text), span))[:1] not in ("|", ">"):
                assert plain(
                    read_yaml(SchemaText.of("a.yaml", f"- {written}", Problems()))
                ) == [found]
