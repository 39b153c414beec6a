"""Labels are read as the corpus' README says, and the arithmetic of a score is right."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from tests.audit.labels import Expectation, LabelError, Labels, Span, read
from tests.audit.score import Finding, Result, Score, compare, findings, group, render

APP = """\
# sites labelled
from starlette.responses import JSONResponse, Response


@app.get("/")
def route():  # R924
    return JSONResponse(  # R911, R944 error
        {},
        headers={"X": 1},
    )


class Feed(Response):  # R910, R920?
    media_type = "text/x"


if route():  # R901
    text = "# R930"
HEADERS = {"Content-Type": "text/csv"}  # R940 =types
feed = Feed(headers=HEADERS)  # R940 =types
"""


def project(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.py").write_text(text)
    return folder


def spans(labels: Labels) -> set[tuple[str, int, int]]:
    return {
        (one.code, s.first, s.last) for one in labels.expectations for s in one.spans
    }


def test_labels_cover_their_statement(tmp_path: Path) -> None:
    """A function from its decorator on and a class as a whole, else the statement or its head."""
    assert spans(read(project(tmp_path, app=APP))) == {
        ("R924", 5, 10),
        ("R911", 7, 10),
        ("R944", 7, 10),
        ("R910", 13, 14),
        ("R920", 13, 14),
        ("R901", 17, 17),
        ("R940", 19, 19),
        ("R940", 20, 20),
    }


def test_labels_say_more(tmp_path: Path) -> None:
    """A severity, that a finding is optional, and that one finding has two places."""
    found = {one.code: one for one in read(project(tmp_path, app=APP)).expectations}
    assert found["R944"].severity == "error"
    assert (found["R920"].wanted, found["R910"].wanted) == (False, True)
    assert len(found["R940"].spans) == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("value = [\n    1,  # R930\n]\n", id="no-statement"),
        pytest.param("value = 1  # R911\n", id="no-sites"),
    ],
)
def test_wrong_labels_are_refused(tmp_path: Path, text: str) -> None:
    """A label that can never match is a mistake of the corpus."""
    with pytest.raises(LabelError):
        read(project(tmp_path, app=text))


def test_unreadable_files_are_labelled_as_a_whole(tmp_path: Path) -> None:
    """Where no statement is known, each line of the file holds the finding."""
    assert spans(read(project(tmp_path, app="a = 1  # R900\nb = (\n"))) == {
        ("R900", 1, 3)
    }


def test_newer_files_are_unreadable_before(tmp_path: Path) -> None:
    """Their own labels count where this Python can parse them."""
    newer = f"# python >= 3.{sys.version_info.minor + 1}\na = 1  # R930\n"
    known = f"# python >= 3.{sys.version_info.minor}\na = 1  # R930\n"
    labels = read(project(tmp_path, newer=newer, known=known))
    assert {(one.code, one.spans[0].file) for one in labels.expectations} == {
        ("R900", "newer.py"),
        ("R930", "known.py"),
    }


def diagnostic(
    code: str, line: int, severity: str = "warning", **more: Any
) -> dict[str, Any]:
    return {
        "file": "app.py",
        "line": line,
        "code": code,
        "severity": severity,
        "message": "",
        **more,
    }


def test_findings_come_from_the_report() -> None:
    """Related places follow the own one; a skipped file is R900, but once."""
    related = [{"file": "base.py", "line": 3, "message": "set here"}]
    skipped = [
        {"file": name, "line": 1, "message": "no"} for name in ("app.py", "old.py")
    ]
    report = {
        "diagnostics": [diagnostic("R930", 9, related=related), diagnostic("R900", 1)],
        "skipped": skipped,
    }
    assert [(one.code, one.places) for one in findings(report)] == [
        ("R930", (("app.py", 9), ("base.py", 3))),
        ("R900", (("app.py", 1),)),
        ("R900", (("old.py", 1),)),
    ]


def finding(code: str, line: int, severity: str = "warning", *related: int) -> Finding:
    return Finding(code, severity, tuple(("app.py", at) for at in (line, *related)))


def label(code: str, first: int, last: int, **more: Any) -> Expectation:
    return Expectation((Span("app.py", first, last),), code, **more)


EXPECTED = Labels(
    (
        label("R930", 1, 3),
        label("R941", 5, 5, severity="error"),
        label("R920", 7, 8, wanted=False),
        label("R944", 9, 9),
        label("R911", 9, 9),
    ),
    frozenset({"app.py"}),
)


@pytest.mark.parametrize(
    ("found", "right", "false", "missing"),
    [
        pytest.param([], 0, 0, 4, id="nothing"),
        pytest.param([finding("R930", 2)], 1, 0, 3, id="inside"),
        pytest.param([finding("R930", 4)], 0, 1, 4, id="outside"),
        pytest.param([finding("R931", 2)], 0, 1, 4, id="another-code"),
        pytest.param(
            [finding("R930", 1), finding("R930", 3)], 2, 0, 3, id="twice-one-label"
        ),
        pytest.param([finding("R930", 4, "warning", 3)], 1, 0, 3, id="related"),
        pytest.param([finding("R941", 5, "error")], 1, 0, 3, id="severity"),
        pytest.param([finding("R941", 5, "warning")], 0, 1, 4, id="another-severity"),
        pytest.param([finding("R920", 8)], 0, 0, 4, id="optional"),
        pytest.param(
            [finding("R944", 9), finding("R911", 9, "note")], 2, 0, 2, id="one-line"
        ),
    ],
)
def test_findings_meet_labels(
    found: list[Finding], right: int, false: int, missing: int
) -> None:
    """A finding is right where a label of its code and severity holds its line."""
    score = compare(EXPECTED, found)
    assert (len(score.right), len(score.false), len(score.missing)) == (
        right,
        false,
        missing,
    )


def test_sites_count_where_they_are_labelled() -> None:
    """Elsewhere a note on a site is no finding."""
    elsewhere = Finding("R911", "note", (("other.py", 1),))
    assert compare(EXPECTED, [elsewhere]).false == ()
    assert len(compare(EXPECTED, [finding("R911", 1, "note")]).false) == 1


SCORE = compare(
    EXPECTED,
    [
        finding("R930", 1, "error"),
        finding("R930", 20, "error"),
        finding("R944", 9, "error"),
        finding("R954", 30),
        finding("R911", 9, "note"),
    ],
)


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [
        pytest.param("defects", 2 / 4, 2 / 3, id="defects"),
        pytest.param("errors", 2 / 3, 2 / 3, id="errors"),
        pytest.param("sites", 1.0, 1.0, id="sites"),
        pytest.param("R930", 1 / 2, 1.0, id="code"),
        pytest.param("R954", 0.0, 1.0, id="never-labelled"),
        pytest.param("R999", 1.0, 1.0, id="never-heard-of"),
    ],
)
def test_precision_and_recall(name: str, precision: float, recall: float) -> None:
    """Right of all findings, and found of all labels, in a group or for a code."""
    part = group(SCORE, name)
    assert (part.precision, part.recall) == pytest.approx((precision, recall))


def test_differences_are_listed() -> None:
    """Each false finding and each missing one has its file and line."""
    text = render(Result({"shop": SCORE, "empty": Score()}))
    lines = [line for line in text.splitlines() if "shop/" in line]
    assert lines == [
        "false   shop/app.py:20: R930 error: ",
        "false   shop/app.py:30: R954 warning: ",
        "missing shop/app.py:5: R941 error",
    ]
