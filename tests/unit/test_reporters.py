"""Diagnostics as people and machines read them."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.cli.reporters import FORMATS, report
from respgen.cli.reporters.drift import Drift
from respgen.cli.reporters.excerpt import WIDTH, excerpt
from respgen.diagnostics import Diagnostic, Severity, Span
from respgen.rules import RULES


def place(line: int, column: int, end_column: int, end_line: int = 0) -> Span:
    return Span("schemas/shop.yaml", line, column, end_line or line, end_column)


TWICE = Diagnostic(
    place(2, 1, 2),
    "R004",
    Severity.ERROR,
    "duplicate key 'a'",
    "the first one is on line 1",
)
ODD = Diagnostic(place(2, 4, 3, end_line=3), "R202", Severity.WARNING, "odd", "even")
LOST = Drift("generated/shop.py", "missing", "50% lost")
LINES = {"schemas/shop.yaml": ("a: 1", "a: {b: c,", "d: e}")}

TEXT = """\
schemas/shop.yaml:2:1: error[R004]: duplicate key 'a'
    2 | a: {b: c,
      | ^
help: the first one is on line 1

schemas/shop.yaml:2:4: warning[R202]: odd
    2 | a: {b: c,
      |    ^^^^^^
help: even

1 error, 1 warning"""


def test_text() -> None:
    """The place, the line with a mark, the help; then the numbers. All sorted."""
    assert report([ODD, TWICE], LINES, "text", False) == TEXT


def test_colour() -> None:
    """Colour adds escape sequences and nothing else."""
    painted = report([ODD, TWICE], LINES, "text", True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == TEXT
    assert painted.count("\x1b[0m") == len(re.findall(r"\x1b\[1[0-9;]*m", painted))


@pytest.mark.parametrize("form", FORMATS)
def test_without_findings(form: str) -> None:
    """Nothing to say to people; machines get an empty document."""
    empty = report([], {}, form, False)
    if form == "json":
        assert json.loads(empty) == {"diagnostics": [], "changes": []}
    else:
        assert form == "sarif" or empty == ""


def test_without_lines() -> None:
    """A diagnostic of a file, or of a line, that nobody has is shown without excerpt."""
    expected = "schemas/shop.yaml:2:4: warning[R202]: odd\nhelp: even\n\n1 warning"
    assert report([ODD], {}, "text", False) == expected
    assert report([ODD], {"schemas/shop.yaml": ("a",)}, "text", False) == expected


@pytest.mark.parametrize(
    ("counts", "summary"),
    [
        ((1, 0, 0), "1 error"),
        ((2, 0, 0), "2 errors"),
        ((0, 2, 0), "2 warnings"),
        ((12, 1, 0), "12 errors, 1 warning"),
        ((0, 1, 3), "1 warning, 3 notes"),
    ],
)
def test_summary(counts: tuple[int, int, int], summary: str) -> None:
    kinds = zip(Severity, counts, strict=True)
    found = [
        Diagnostic(place(line + 1, 1, 1), "R004", severity, "", "do")
        for severity, count in kinds
        for line in range(count)
    ]
    assert report(found, {}, "text", False).splitlines()[-1] == summary


@pytest.mark.parametrize(
    ("line", "columns", "shown", "mark"),
    [
        pytest.param("ab", (1, 2), "ab", "^", id="first"),
        pytest.param("ab", (2, 3), "ab", " ^", id="last"),
        pytest.param("ab", (2, 2), "ab", " ^", id="nothing wide"),
        pytest.param("ab", (3, 3), "ab", "  ^", id="behind the end"),
        pytest.param("ab", (9, 12), "ab", "  ^", id="far behind the end"),
        pytest.param("", (1, 1), "", "^", id="empty line"),
        pytest.param("\ta\tb", (2, 5), "    a    b", "    ^^^^^^", id="tabs"),
        pytest.param("é\u0301😀世b", (4, 5), "é\u0301😀世b", "   ^^", id="wide and combining"),
        pytest.param("é\u0301😀世b", (1, 3), "é\u0301😀世b", "^", id="a combined character"),
        pytest.param("\x1b[2Ja", (5, 6), "\\x1b[2Ja", "       ^", id="escape sequence"),
        pytest.param("\u202ea\u2066\u200b", (2, 3), "\\u202ea\\u2066\\u200b", "      ^", id="bidi"),
        pytest.param("\x85\udcff\U000e0001a", (4, 5), "\\x85\\udcff\\U000e0001a", " " * 20 + "^", id="others"),
    ],
)  # fmt: skip
def test_excerpt(line: str, columns: tuple[int, int], shown: str, mark: str) -> None:
    """The mark stands under the span on a terminal, whatever the characters."""
    found = excerpt(line, Span("a", 1, columns[0], 1, columns[1]))
    assert (found.shown, found.mark) == (shown, mark)


ASCII = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=3 * WIDTH)


@given(line=ASCII, data=st.data())
def test_long_lines(line: str, data: st.DataObject) -> None:
    """Long lines are cut around the mark, and the mark stands under what it stood under."""
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    found = excerpt(line, Span("a", 1, start + 1, 1, end + 1))
    assert len(found.shown) <= WIDTH + 2
    under = found.shown[len(found.mark) - len(found.mark.lstrip()) :][
        : len(found.mark.lstrip())
    ]
    assert line[start:end].startswith(under.rstrip("…")) or start == end
    assert under.rstrip("…") or start == end


def test_huge_lines() -> None:
    """The length of a line does not matter."""
    line = "\u0301" * 4_000_000
    assert len(excerpt(line, Span("a", 1, 2_000_000, 1, 2_000_001)).shown) < 200


ANY = st.text(st.characters(), max_size=20)
SPANS = st.builds(
    Span,
    file=ANY,
    line=st.integers(1, 3),
    column=st.integers(1, 30),
    end_line=st.integers(1, 3),
    end_column=st.integers(1, 30),
)
DIAGNOSTICS = st.builds(
    Diagnostic,
    span=SPANS,
    code=st.sampled_from(sorted(RULES)),
    severity=st.sampled_from(Severity),
    message=ANY,
    help=ANY.map("write {}".format),
)


@given(
    found=st.lists(DIAGNOSTICS, max_size=3),
    lines=st.lists(ANY, max_size=3),
    form=st.sampled_from(FORMATS),
)
def test_hostile_text(found: list[Diagnostic], lines: list[str], form: str) -> None:
    """Whatever a schema, a message or a file name holds: nothing that a terminal would obey."""
    files = {one.span.file: lines for one in found}
    printed = report(found, files, form, False)
    assert printed.replace("\n", "").isprintable()
    assert printed.encode().decode() == printed


def test_long_messages() -> None:
    """A message that quotes half a schema is cut."""
    one = Diagnostic(place(1, 1, 1), "R004", Severity.ERROR, "x" * 9999, "y" * 9999)
    assert len(report([one], {}, "text", False)) < 2500


CROWD = [
    Diagnostic(place(line, 1, 2), "R301", Severity.WARNING, "odd", "even")
    for line in range(1, 1_501)
]


@pytest.mark.parametrize("form", FORMATS)
def test_very_many(form: str) -> None:
    """Of very many the first are listed, errors before warnings; the rest is counted."""
    last = replace(TWICE, span=place(9_999, 1, 2))
    printed = report([*CROWD, last], {}, form, False)
    assert (printed.count("even"), printed.count("duplicate")) == (999, 1)
    assert {
        "text": printed.endswith("... and 501 more\n\n1 error, 1500 warnings"),
        "github": printed.endswith("::notice title=respgen::and 501 more"),
        "json": '"omitted": 501' in printed,
        "sarif": '"text": "and 501 more are not listed"' in printed,
    }[form]
    assert "more" not in report(CROWD[:1_000], {}, form, False)


def test_json() -> None:
    """Lists of objects; keys and their order stay."""
    document = json.loads(report([TWICE, ODD], LINES, "json", False, [LOST]))
    assert list(document) == ["diagnostics", "changes"]
    assert document["changes"] == [
        {
            "path": "generated/shop.py",
            "kind": "missing",
            "causes": [],
            "line": None,
            "reason": "50% lost",
            "help": "",
        }
    ]
    first, _ = document["diagnostics"]
    assert list(first.items()) == [
        ("file", "schemas/shop.yaml"),
        ("line", 2),
        ("column", 1),
        ("end_line", 2),
        ("end_column", 2),
        ("code", "R004"),
        ("severity", "error"),
        ("message", "duplicate key 'a'"),
        ("help", "the first one is on line 1"),
    ]


def test_github() -> None:
    """A workflow command a line; columns only where the span is on one."""
    assert report([TWICE, ODD], LINES, "github", False, [LOST]).splitlines() == [
        "::error file=schemas/shop.yaml,line=2,endLine=2,col=1,endColumn=2,title=respgen R004"
        "::duplicate key 'a'%0Ahelp: the first one is on line 1",
        "::warning file=schemas/shop.yaml,line=2,endLine=3,title=respgen R202::odd%0Ahelp: even",
        "::error file=generated/shop.py,title=respgen drift::50%25 lost",
    ]


def test_github_escapes() -> None:
    """Nothing in a name or a message ends the command or begins another one."""
    span = Span("a,b:c%\n::error::.yaml", 1, 1, 1, 1)
    one = Diagnostic(span, "R004", Severity.ERROR, "50%\r\n::stop-commands::x", "%0A")
    assert report([one], {}, "github", False) == (
        "::error file=a%2Cb%3Ac%25\\n%3A%3Aerror%3A%3A.yaml,line=1,endLine=1,col=1,endColumn=1,"
        "title=respgen R004::50%25\\r\\n::stop-commands::x%0Ahelp: %250A"
    )


def test_sarif() -> None:
    """A log of one run with the rules that were broken."""
    log = json.loads(report([TWICE, ODD, TWICE], LINES, "sarif", False))
    (run,) = log["runs"]
    assert log["version"] == "2.1.0"
    assert run["tool"]["driver"]["name"] == "respgen"
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["R004", "R202"]
    assert [result["ruleIndex"] for result in run["results"]] == [0, 0, 1]
    assert run["results"][0] == {
        "ruleId": "R004",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "duplicate key 'a'\nhelp: the first one is on line 1"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": "schemas/shop.yaml"},
                    "region": {
                        "startLine": 2,
                        "startColumn": 1,
                        "endLine": 2,
                        "endColumn": 2,
                    },
                }
            }
        ],
    }


def test_sarif_drift() -> None:
    """A file that drifted is a result as well, of a rule that comes last."""
    (run,) = json.loads(report([TWICE], LINES, "sarif", False, [LOST]))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["R004", "drift"]
    location = {"artifactLocation": {"uri": "generated/shop.py"}}
    assert run["results"][1] == {
        "ruleId": "drift",
        "ruleIndex": 1,
        "level": "error",
        "message": {"text": "50% lost"},
        "locations": [{"physicalLocation": location}],
    }


@pytest.mark.parametrize(
    ("file", "uri"),
    [
        ("../a b.yaml", "../a%20b.yaml"),
        ("a:b#c?d%.yaml", "a%3Ab%23c%3Fd%25.yaml"),
        ("é\udcff", "%C3%A9%FF"),
        ("\ud800", "%5Cud800"),
    ],
)
def test_sarif_uris(file: str, uri: str) -> None:
    """File names are relative references, percent-encoded byte by byte."""
    one = Diagnostic(Span.start(file), "R004", Severity.ERROR, "", "do")
    log = json.loads(report([one], {}, "sarif", False))
    physical = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert physical["artifactLocation"]["uri"] == uri
