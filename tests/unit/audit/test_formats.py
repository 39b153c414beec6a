"""The documents of an audit: their keys stay, and no text of anybody leaves its place."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.audit.findings import Related, Skipped
from respgen.audit.report import Report, Result, Summary
from respgen.audit.statements import Identity
from respgen.cli.reporters import audit
from respgen.cli.reporters.audit import FORMATS, page
from respgen.cli.reporters.audit.shown import Shown
from respgen.diagnostics import Severity, Span
from respgen.rules import RULES, r9
from tests.support.audits import FOUND, Audits, found_at
from tests.support.command_line import Shop

HOSTILE = "</td>\n::error::x%0A\x1b[2J\u202e\udcff<script>&\"'"


def json_of(audits: Audits, form: str, *words: str) -> Any:
    return json.loads(audits.run("--format", form, *words).out)


def test_json(audits: Audits) -> None:
    """The keys of the documentation, in the order of places, with notes."""
    report = json_of(audits, "json")
    assert [*report] == ["diagnostics", "skipped", "summary"]
    assert report["diagnostics"][1] == {
        "file": "shop/auth.py",
        "line": 9,
        "column": 5,
        "end_line": 9,
        "end_column": 34,
        "code": "R930",
        "severity": "error",
        "message": "this is wrong",
        "help": "write it",
        "fix": "",
        "baseline": False,
        "related": [
            {"file": "shop/auth.py", "line": 5, "column": 5, "message": "set here"}
        ],
    }
    places = [(e["file"], e["line"], e["code"]) for e in report["diagnostics"]]
    assert places == sorted(places)
    assert report["summary"] == {
        "files": 2,
        "read": 2,
        "sites": 5,
        "catalogue": 3,
        "score": 60.0,
        "shapes": 2,
        "codes": {"R911": 1, "R914": 1, "R930": 2, "R940": 1},
    }


def test_json_names_what_was_skipped(audits: Audits) -> None:
    audits.patch.undo()
    audits.shop.write("shop/a.py", "\n\ndef f(:\n")
    report = json_of(audits, "json", "shop/a.py")
    (skipped,) = report["skipped"]
    assert (skipped["file"], skipped["line"]) == ("shop/a.py", 3)
    assert [*skipped] == ["file", "line", "message"]


def sarif_of(audits: Audits, *words: str) -> Any:
    (run,) = json_of(audits, "sarif", *words)["runs"]
    return run


def test_sarif(audits: Audits) -> None:
    """Rules, related places, and fingerprints of which no two are the same."""
    run = sarif_of(audits)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["R930", "R940"]
    first, second, warning = run["results"]
    assert (first["ruleId"], first["ruleIndex"], first["level"]) == ("R930", 0, "error")
    (related,) = first["relatedLocations"]
    assert related["message"] == {"text": "set here"}
    assert related["physicalLocation"]["region"]["startLine"] == 5
    prints = [each["partialFingerprints"]["respgen/v1"] for each in run["results"]]
    assert len({*prints}) == 3
    assert [each["suppressions"] for each in run["results"]] == [[], [], []]
    assert "baselineState" not in second
    assert warning["level"] == "warning"
    assert len(sarif_of(audits, "--sites")["results"]) == 5


def test_fingerprints_stay_when_lines_move(audits: Audits) -> None:
    """They are of the statements' text and its number of the same, not of lines."""

    def prints() -> list[str]:
        results = sarif_of(audits)["results"]
        return [each["partialFingerprints"]["respgen/v1"] for each in results]

    before = prints()
    lines = (audits.shop.root / "shop/auth.py").read_text()
    audits.shop.write("shop/auth.py", f"# one\n# more\n{lines}")
    moved = [
        replace(each, span=_down(each.span), statement=_down(each.statement))
        for each in FOUND[:2]
    ]
    audits.finds(*moved, *FOUND[2:])
    assert prints() == before


def _down(span: Span) -> Span:
    return span._replace(line=span.line + 2, end_line=span.end_line + 2)


def test_sarif_says_what_is_old_and_what_is_silenced(audits: Audits) -> None:
    """Where there is a baseline every result has a state; a comment's reason goes along."""
    audits.finds(*FOUND[:2])
    audits.run("--write-baseline")
    audits.shop.edit(
        "shop/files.py", "'b'})", "'b'})  # respgen: ignore[R940] it is a feed"
    )
    audits.finds(*FOUND, found_at(r9.HEADER_TYPE, "shop/files.py", 1))
    states = {
        each["ruleId"]: (each["baselineState"], each["suppressions"])
        for each in sarif_of(audits)["results"]
    }
    assert states == {
        "R930": (
            "unchanged",
            [{"kind": "external", "justification": "on record in the baseline"}],
        ),
        "R940": ("new", [{"kind": "inSource", "justification": "it is a feed"}]),
        "R944": ("new", []),
    }


def test_github(audits: Audits) -> None:
    """A command for each that is new; the message names the other places."""
    first, *rest = audits.run("--format", "github").out.splitlines()
    assert first == (
        "::error file=shop/auth.py,line=9,endLine=9,col=5,endColumn=34,title=respgen R930"
        "::this is wrong; set here (shop/auth.py:5)%0Ahelp: write it"
    )
    assert [each.partition(" ")[0] for each in rest] == ["::error", "::warning"]
    assert "::notice" in audits.run("--format", "github", "--sites").out
    audits.run("--write-baseline")
    assert audits.run("--format", "github").out == ""


class _Text(HTMLParser):
    """The tags of a page, and what its reader sees."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.seen = ""
        self.addresses: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += (v or "" for name, v in attrs if name in ("href", "src"))

    def handle_data(self, data: str) -> None:
        self.seen += data


def test_html_has_all_in_one_file(audits: Audits) -> None:
    """No script, no picture, and nothing to fetch."""
    audits.run("--write-baseline")
    shown = _Text(audits.run("--format", "html").out)
    assert not {"script", "img", "iframe", "object", "base", "form"} & shown.tags
    assert all(each == "data:," or each[0] == "#" for each in shown.addresses)
    for text in ("60.0 %", "shop/auth.py:9:5", "on record", "set here", "R914"):
        assert text in shown.seen


def test_html_of_nothing(audits: Audits) -> None:
    audits.finds()
    assert "100.0 %" in _Text(audits.run("--format", "html").out).seen


def test_html_of_no_response(shop: Shop) -> None:
    """Of none there is no share."""
    shop.write("shop/files.py", "")
    shop.write("shop/auth.py", "")
    seen = _Text(shop.run("audit", "--format", "html").out).seen
    assert "no response is made by hand" in seen
    assert " %" not in seen


def test_html_of_very_many(audits: Audits) -> None:
    """The places of a rule have an end, the numbers have none."""
    many = [replace(FOUND[2], message=f"number {n}") for n in range(1_200)]
    audits.finds(*many)
    seen = _Text(audits.run("--format", "html").out).seen
    assert "and 200 more" in seen
    assert "1,200" in seen


def report_of(file: str, text: str) -> Report:
    """A report in which everything that somebody wrote is this text."""
    span = Span(file, 1, 1, 1, 2)
    found = replace(
        FOUND[0],
        span=span,
        message=text,
        help=f"write {text}",
        statement=span,
        related=(Related(span, text),),
    )
    own = Identity(file, found.code, text, "0")
    summary = Summary(1, 1, 1, 0, 0, {found.code: 1})
    skipped = (Skipped(span, text, f"write {text}"),)
    return Report((Result(found, own),), (), skipped, summary, False, {file: (text,)})


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", [HOSTILE, "plain"])
def test_hostile_text(form: str, text: str) -> None:
    """Nothing that a terminal would obey, no line of a command, no tag of a page."""
    printed = page(Shown(report_of(text, text), lambda name: name, sites=True), form)
    assert printed.encode().decode() == printed
    assert printed.replace("\n", "").isprintable()
    if form == "github":
        assert len(printed.splitlines()) == 1
    if form == "html":
        assert "script" not in _Text(printed).tags


@given(st.text(st.characters(), max_size=20))
def test_html_shows_any_text(text: str) -> None:
    """What is printable is shown letter for letter, the rest as escapes."""
    shown = Shown(report_of("a.py", text), lambda name: name)
    parsed = _Text(page(shown, "html"))
    if text.isprintable() and text.strip():
        assert parsed.seen.count(text) >= 4
    assert not {"script", "img"} & parsed.tags


def test_every_severity_has_a_colour() -> None:
    """Light, dark and printed."""
    style = (Path(audit.__file__).parent / "page.css").read_text()
    for severity in Severity:
        assert style.count(f"--{severity}: #") == 3


def test_every_rule_can_be_shown() -> None:
    """Whatever is found has a page that SARIF and HTML can take from."""
    for rule in RULES.values():
        found = replace(FOUND[0], rule=rule, severity=rule.severity)
        result = Result(found, Identity("", rule.code, "", ""))
        report = replace(report_of("a.py", "x"), results=(result,))
        shown = Shown(report, lambda name: name, sites=True)
        assert rule.title in _Text(page(shown, "html")).seen
