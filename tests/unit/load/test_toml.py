"""The located TOML reader against TOML 1.0, and against the standard library's."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from places import Halt, SchemaText, cut, mistakes, places, texts, value

from respgen.diagnostics import Problems
from respgen.load.source import ENTRIES, decode, lines, unfit
from respgen.load.toml import read_toml
from respgen.load.tree import Mapping, Scalar, plain
from respgen.located import Plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a = 1", ["a@1:1-2=1:5-6"], id="one line"),
        pytest.param(
            '\ufeff# é\r\n\t"é\u0301😀"=\'\'\'😀\r\n b\'\'\' # c\r\nd = [ 1 ,\r\n\t"e", # f\r\n ]',
            ["é\u0301😀@2:2-7=2:8-3:6", "d@4:1-2=4:5-6:3", "-4:7-8", "-5:2-5"],
            id="BOM, tabs, CR LF, combining and non-BMP characters",
        ),
        pytest.param(
            "a.b . 'c' = 1\na.d = {e.f = 2, g = []}",
            ["a@1:1-2=1:3-2:24", "b@1:3-4=1:7-14", "c@1:7-10=1:13-14", "d@2:3-4=2:7-24",
             "e@2:8-9=2:10-15", "f@2:10-11=2:14-15", "g@2:17-18=2:21-23"],
            id="dots and an inline table",
        ),
        pytest.param(
            "[a.b]\nc = 1\n[a]\nd = 2\n\n[[e]]\n[[e]]\nf = 3 # g\n\n[e.h]\n",
            ["a@3:2-3=3:1-4:6", "b@1:4-5=1:1-2:6", "c@2:1-2=2:5-6", "d@4:1-2=4:5-6",
             "e@6:3-4=6:1-10:6", "-6:1-6", "-7:1-10:6", "f@8:1-2=8:5-6", "h@10:4-5=10:1-6"],
            id="headers",
        ),
        pytest.param(
            "a = 2024-01-01\nb = 2024-01-01 07:32:00.5z\nc = 07:32:00",
            ["a@1:1-2=1:5-15", "b@2:1-2=2:5-27", "c@3:1-2=3:5-13"],
            id="dates and times",
        ),
    ],
)  # fmt: skip
def test_places(text: str, expected: list[str]) -> None:
    """Every key and every value has its exact place in characters."""
    assert places(text, "shop.toml") == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("a", "1:2-2 R001", id="no value"),
        pytest.param("a =", "1:4-4 R001", id="nothing behind ="),
        pytest.param("= 1", "1:1-2 R001", id="no key"),
        pytest.param("é = 1", "1:1-2 R001", id="bare key that is not ASCII"),
        pytest.param("a. = 1", "1:4-5 R001", id="dot at the end"),
        pytest.param('"""a""" = 1', "1:3-4 R001", id="key on several lines"),
        pytest.param("a = b", "1:5-6 R001", id="bare text"),
        pytest.param("a = truer", "1:5-10 R001", id="word"),
        pytest.param("a = 01", "1:5-7 R001", id="leading zero"),
        pytest.param("a = 1__0", "1:5-9 R001", id="two underscores"),
        pytest.param("a = 1.", "1:5-7 R001", id="no fraction"),
        pytest.param("a = +0x1", "1:5-9 R001", id="sign of a hexadecimal"),
        pytest.param("a = 2024-02-30", "1:5-15 R001", id="no such day"),
        pytest.param("a = 2024-01-01T24:00:00", "1:5-24 R001", id="no such hour"),
        pytest.param("a = 1 b = 2", "1:7-8 R001", id="two on a line"),
        pytest.param("[a] b = 1", "1:5-6 R001", id="key behind a header"),
        pytest.param("[a\nb = 1", "1:3-3 R001", id="open header"),
        pytest.param("[[a]\n", "1:4-5 R001", id="half open header"),
        pytest.param("[]", "1:2-3 R001", id="empty header"),
        pytest.param("a = [1 2]", "1:8-9 R001", id="no comma"),
        pytest.param("a = [1,", "1:8-8 R001", id="open array"),
        pytest.param("a = {b = 1,}", "1:12-13 R001", id="trailing comma"),
        pytest.param("a = {b = 1\n}", "1:11-11 R001", id="inline table on two lines"),
        pytest.param("a = 'b", "1:5-6 R001", id="open literal"),
        pytest.param('a = "b\nc"', "1:5-6 R001", id="line break in a string"),
        pytest.param('a = """b""', "1:5-8 R001", id="open long string"),
        pytest.param("a = '''b\rc'''", "1:9-9 R001", id="lone CR"),
        pytest.param("# a\rb = 1", "1:4-4 R001", id="lone CR behind a comment"),
        pytest.param(r'a = "\q"', "1:6-7 R001", id="no such escape"),
        pytest.param(r'a = "\U00110000"', "1:6-16 R001", id="beyond Unicode"),
        pytest.param(r'a = "\uD800"', "1:6-12 R013", id="surrogate"),
        pytest.param(r'a = """\uD83D\uDE00"""', "1:8-14 R013 1:14-20 R013", id="pair"),
        pytest.param(r'"\u0000" = "\b"', "1:2-8 R013 1:13-15 R013", id="controls"),
        pytest.param("a = 1\n'a' = 2", "2:1-4 R004", id="duplicate key"),
        pytest.param("a = 1\na.b = 2", "2:1-2 R004", id="dots into a value"),
        pytest.param("a.b = 1\na = 2", "2:1-2 R004", id="value over dots"),
        pytest.param("a = {}\na.b = 2", "2:1-2 R004", id="dots into an inline table"),
        pytest.param("a = {b = 1, b = 2}", "1:13-14 R004", id="duplicate in an inline table"),
        pytest.param("a = {b = {}, b.c = 2}", "1:14-15 R004", id="dots inside"),
        pytest.param("[a]\n[a]\nb = 1", "2:2-3 R004", id="table twice"),
        pytest.param("a.b = 1\n[a]", "2:2-3 R004", id="table over dots"),
        pytest.param("[a.b]\n[a]\nb.c = 1", "3:1-2 R004", id="dots into a table"),
        pytest.param("[[a]]\n[a]", "2:2-3 R004", id="table over an array"),
        pytest.param("[a]\n[[a]]", "2:3-4 R004", id="array over a table"),
        pytest.param("a = []\n[[a]]", "2:3-4 R004", id="array over a value"),
        pytest.param("a = [{}]\n[a.b]", "2:2-3 R004", id="table below a value"),
        pytest.param("[a]\nb = 1\n[[a.b]]\n[a.b.c]", "3:5-6 R004 4:4-5 R004", id="two in one run"),
        pytest.param("a = " + "[" * 64, "1:68-69 R008", id="too deep"),
        pytest.param("a = " + "{a=" * 100_000, "1:194-195 R008", id="far too deep"),
        pytest.param(f"{'a.' * 64}a = 1", "1:127-128 R008", id="too many dots"),
        pytest.param(f"[{'a.' * 100_000}a]", "1:128-129 R008", id="far too many"),
        pytest.param(f"[[{'a.' * 62}a]]", "1:127-128 R008", id="too deep an array"),
        pytest.param("a = " + "1" * 1001, "1:5-1006 R008", id="long integer"),
    ],
)  # fmt: skip
def test_mistakes(text: str, found: str) -> None:
    """Each mistake is found where it stands."""
    assert " ".join(mistakes(text, "shop.toml")) == found


# \n is a line feed here, and QQQ are three quotes
TRICKY = r"""
a.b=1\n[a.c]\n\n[a.c.d.e]\n[a.c.d]\n[x.y.z]\n[x]\nk.l=1\n[x.y]
[a.b.c]\n[a]\nb.d=1\n[[a.e]]\n[a.e.f]\n[[a.e]]\n[a.e.f]\n[[a.e.g]]
[a.b.c]\nz=9\n[a]\nb.c.t=1
[[a.b]]\n[a]\nb.y=2
[a.b.c]\n[a]\nb.d=1\n[a.b]
a={b.c=1,b.d=2}\nx=[{y=1},{y=2}]
a={b.c=1,b.c.d=2}
a=[[1,'x'],["y",[],],{}]#c
a=['''x''',#c\n\nQQQ\\n  y \\n\n zQQQ,]
a=QQQQQQ\nb=QQQ"xQQQ""\nc='''''y'''''\nd=''''''''
a=QQQ\n QQQ\nb="\t\"\\"
a=QQQ\ xQQQ
a=QQQ\ \nQQQ
a=+1\nb=-0\nc=1_0\nd=0xdead_beef\ne=0b11\nf=0o17\ng=+0.0\nh=1e5\ni=-1_0.0_1E+0_2\nj=-inf\nk=+nan
a=0_1
a=1e5.0
a=2000-02-29T23:59:59.123456789+23:59\nb=1999-12-31 00:00:00\nc=0001-01-01\nd=23:59:59.1
a=2000-01-01T00:00
a=2000-01-01 #c\nb=[2000-01-01 ,]
a=0000-01-01
a = 1#\n#\n \n
1='x'\n-_=1\n2.2=3\n"3"=1
''=1\n"a\u0062".'c d'=2
[ a . 'b' ]#c\n[[ c ]]
[ [a]]
[[a] ]
[a]]\n
[a]\n[a.'b']\n["a".b.c]\n[a.b]
a=1\n[a.b]
[a]\nb=1\n[a.b]
[[a]]\n[[a.b]]\n[[a]]\n[[a.b]]\n[a.b.c]\n[a]
a=true\nb=false
a=True
a=[,]
a=[1,,2]
a={,}
a={a=1 b=2}
a='a''b'
a=""
a.a=1\na.a.b=1
[a]\n[b]\na.a=1\n[b.a.c]\n[b.a]
""".strip().split("\n")


def standard(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except ValueError:
        return None


def in_text(value: object) -> object:
    """Dates and times as text; None in None's place."""
    match value:
        case datetime() | date() | time():
            return value.isoformat()
        case dict():
            return {key: in_text(item) for key, item in value.items()}
        case list():
            return [in_text(item) for item in value]
        case _:
            return value


def in_standard_form(tree: Plain, expected: object) -> object:
    """Our text in the form that isoformat() gives, where a date is expected."""
    match expected:
        case datetime() | date() | time():
            return type(expected).fromisoformat(str(tree).upper()).isoformat()
        case dict() if isinstance(tree, dict):
            return {
                key: in_standard_form(item, expected.get(key))
                for key, item in tree.items()
            }
        case list() if isinstance(tree, list) and len(tree) == len(expected):
            return [
                in_standard_form(*pair) for pair in zip(tree, expected, strict=True)
            ]
        case _:
            return tree


def unfit_in(value: object) -> bool:
    match value:
        case dict():
            return any(unfit(key) or unfit_in(item) for key, item in value.items())
        case list():
            return any(unfit_in(item) for item in value)
        case _:
            return isinstance(value, str) and unfit(value) is not None


def compare(text: str) -> None:
    """The same is accepted, with the same values, but for what we refuse by design."""
    if decode("a.toml", text.encode(), Problems()) is None:
        return
    problems = Problems()
    try:
        root: Mapping | None = read_toml(SchemaText.of("a.toml", text, problems))
    except Halt:
        root = None
    expected = standard(text)
    refused = expected is None or unfit_in(expected)
    assert (len(problems) > 0) == refused, list(problems)
    if expected is not None and root is not None and not refused:
        assert repr(in_standard_form(plain(root), expected)) == repr(in_text(expected))
        check_spans(text, root)


def check_spans(text: str, root: Mapping) -> None:
    """What stands in the span of a scalar or a key is its text."""
    for span, found in texts(root):
        assert repr(found) in meanings(cut(lines(text), span))


def meanings(written: str) -> Iterator[str]:
    """What a piece of TOML says as a value, and as a key."""
    for text in (f"a = {written}\n", f"{written} = 0\n"):
        with suppress(Halt):
            (entry,) = read_toml(SchemaText.of("a.toml", text, Problems()))
            yield repr(entry.key)
            yield repr(entry.value.value) if isinstance(entry.value, Scalar) else ""


@pytest.mark.parametrize("text", TRICKY)
def test_tricky_documents(text: str) -> None:
    compare(text.replace("\\n", "\n").replace("QQQ", '"""'))


WORDS = ["a", "b", ".", ".", "=", "=", "\n", "\n", "\n", "[", "]", "[[", "]]", "{", "}", ",", " ",
    "\t", "#", "'", '"', '"""', "'''", "\\", "\\u00e9", "\\uD800", "1", "0x1F", "-", "+", "_", "e5",
    ".5", "inf", "true", "2024-01-01", "T", "07:32:00", "Z", "+01:00", "\r\n", "\r", "é", "😀",
    "a = ", "[a]\n", "[a.b]\n", "[[a]]\n", "a.b = 1\n", "b = {", "a = [", "'x'", '"y"']  # fmt: skip
LINES = st.sampled_from(
    ["a = 1", "b = []", "a.b = 1", "b.a = {}", "a.b.c = 2", "[a]", "[b]", "[a.b]", "[b.a]", "[a.b.c]",
     "[[a]]", "[[a.b]]", "[[b]]", "[[b.a]]", "c = {a.b = 1, a.c = {}, b = [{a = 1}]}", "c.a = 1"]
)  # fmt: skip


@given(
    text=st.lists(
        st.sampled_from(WORDS) | st.characters(codec="utf-8"), max_size=14
    ).map("".join)
)
def test_any_words(text: str) -> None:
    compare(text)


@given(text=st.lists(LINES, max_size=8).map("\n".join))
def test_any_tables(text: str) -> None:
    compare(text)


KEYS = st.sampled_from(["a", "b", "'c d'", '"\\u00e9"'])
VALUES = st.recursive(
    st.integers().map(str)
    | st.floats().map(str)
    | st.datetimes(timezones=st.none()).map(str)
    | st.dates().map(str)
    | st.times().map(str)
    | st.sampled_from(["true", "'é\\'", '"😀\\n"', '"""\n\n"\\\n  x"""', "'''\r\n'\n'''", "0b1", "1_0"]),
    lambda value: st.lists(value, max_size=3).map(lambda items: f"[{' , '.join(items)}]")
    | st.lists(st.tuples(KEYS, value), max_size=3).map(
        lambda pairs: "{" + ", ".join(f"{key} = {item}" for key, item in pairs) + "}"
    ),
    max_leaves=6,
)  # fmt: skip
DOTTED = st.lists(KEYS, min_size=1, max_size=3).map(".".join)
PAIRS = st.tuples(DOTTED, VALUES).map(" = ".join)
HEADERS = DOTTED.map("[{}]".format) | DOTTED.map("[[{}]]".format)


@given(text=st.lists(PAIRS | PAIRS | HEADERS, max_size=6).map("\n".join))
def test_any_document(text: str) -> None:
    compare(text)


def test_entries() -> None:
    """A table has 10,000 keys at most."""
    keys = [f"k{number} = 0\n" for number in range(ENTRIES + 1)]
    assert len(str(value("".join(keys[:-1]), "a.toml"))) > ENTRIES
    assert mistakes("".join(keys), "a.toml") == ["10001:1-7 R008"]
