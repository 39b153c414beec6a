"""Scores `respgen audit` against a labelled corpus: precision and recall, and every difference.

    python -m tests.audit.score [FOLDER]

Each folder below FOLDER is an application of its own.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import reduce
from operator import add
from pathlib import Path
from typing import Any

from tests.audit.applications import NoReportError, audit
from tests.audit.labels import SITES, UNREADABLE, Expectation, Labels, read

# the codes that only Python can break and that are always errors
ERRORS = frozenset(("R922", "R930", "R932", "R936", "R942", "R944", "R950"))
CORPUS = Path(__file__).with_name("corpus")


@dataclass(frozen=True, slots=True)
class Finding:
    """What audit reports: its own place first, then the related ones."""

    code: str
    severity: str
    places: tuple[tuple[str, int], ...]
    message: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """Findings that a label expects, those that none does, and labels without a finding."""

    right: tuple[Finding, ...] = ()
    false: tuple[Finding, ...] = ()
    found: tuple[Expectation, ...] = ()
    missing: tuple[Expectation, ...] = ()

    def __add__(self, other: Score) -> Score:
        return Score(
            self.right + other.right,
            self.false + other.false,
            self.found + other.found,
            self.missing + other.missing,
        )

    def only(
        self, finding: Callable[[Finding], bool], label: Callable[[Expectation], bool]
    ) -> Score:
        return Score(
            tuple(filter(finding, self.right)),
            tuple(filter(finding, self.false)),
            tuple(filter(label, self.found)),
            tuple(filter(label, self.missing)),
        )

    @property
    def precision(self) -> float:
        """The share of findings that are right; of none, all are."""
        return _share(len(self.right), len(self.false))

    @property
    def recall(self) -> float:
        """The share of labels with a finding; of none, all have one."""
        return _share(len(self.found), len(self.missing))


def _share(good: int, bad: int) -> float:
    return good / (good + bad) if good + bad else 1.0


def findings(report: Mapping[str, Any]) -> list[Finding]:
    """Takes the findings out of audit's JSON; a file that was skipped is one of R900."""
    found = [
        Finding(
            one["code"],
            one["severity"],
            tuple(
                (place["file"], place["line"])
                for place in (one, *one.get("related", ()))
            ),
            one["message"],
        )
        for one in report["diagnostics"]
    ]
    named = {one.places[0][0] for one in found if one.code == UNREADABLE}
    return found + [
        Finding(UNREADABLE, "warning", ((one["file"], one["line"]),), one["message"])
        for one in report["skipped"]
        if one["file"] not in named
    ]


def compare(labels: Labels, found: Iterable[Finding]) -> Score:
    """Compares findings with labels. Notes on sites count where a file labels them."""
    right, false, met = [], [], set()
    for finding in found:
        if finding.code in SITES and finding.places[0][0] not in labels.site_files:
            continue
        expected = _expected(labels, finding)
        met.update(expected)
        if not expected:
            false.append(finding)
        elif any(one.wanted for one in expected):
            right.append(finding)
    wanted = [one for one in labels.expectations if one.wanted]
    return Score(
        tuple(right),
        tuple(false),
        tuple(one for one in wanted if one in met),
        tuple(one for one in wanted if one not in met),
    )


def _expected(labels: Labels, finding: Finding) -> list[Expectation]:
    """The labels of the finding's own place; if there are none, those of its related places."""
    fitting = [
        one
        for one in labels.expectations
        if one.code == finding.code and one.severity in (None, finding.severity)
    ]
    for places in (finding.places[:1], finding.places[1:]):
        expected = [
            one
            for one in fitting
            if any(span.holds(*place) for span in one.spans for place in places)
        ]
        if expected:
            return expected
    return []


def group(score: Score, name: str) -> Score:
    """Takes a part of a score: defects, errors, sites, or one code."""
    if name == "errors":
        return score.only(lambda one: one.severity == "error", _expects_error)
    belongs = {
        "defects": lambda one: one.code not in SITES,
        "sites": lambda one: one.code in SITES,
    }.get(name, lambda one: one.code == name)
    return score.only(belongs, belongs)


def _expects_error(label: Expectation) -> bool:
    return (label.severity or ("error" if label.code in ERRORS else "")) == "error"


@dataclass(frozen=True, slots=True)
class Result:
    """The scores of a corpus, by application."""

    folders: Mapping[str, Score] = field(default_factory=dict)

    @property
    def total(self) -> Score:
        return reduce(add, self.folders.values(), Score())


def run(corpus: Path = CORPUS) -> Result:
    """Audits every application of a corpus and compares."""
    folders = sorted(path for path in corpus.iterdir() if path.is_dir())
    with ThreadPoolExecutor(2) as pool:
        scores = pool.map(_score, folders)
        return Result(
            {one.name: score for one, score in zip(folders, scores, strict=True)}
        )


def _score(folder: Path) -> Score:
    """A run without a report counts as one false finding, and finds nothing."""
    labels = read(folder)
    try:
        return compare(labels, findings(audit(folder)))
    except NoReportError as failure:
        return compare(labels, [Finding("crash", "error", (("", 0),), str(failure))])


def render(result: Result) -> str:
    """Writes the tables, then each difference as file:line."""
    total = result.total
    reported = {one.code for one in (*total.right, *total.false)}
    codes = reported | {one.code for one in (*total.found, *total.missing)}
    lines = ["          labels  found  findings  right  precision  recall"]
    for name in (*sorted(codes), "defects", "errors", "sites"):
        lines.append(_row(name, group(total, name)))
    for folder, score in result.folders.items():
        lines += (_false(folder, one) for one in score.false)
        lines += (_missing(folder, one) for one in score.missing)
    return "\n".join(lines)


def _row(name: str, part: Score) -> str:
    labels, reports = len(part.found) + len(part.missing), len(part.right) + len(
        part.false
    )
    return (
        f"{name:8} {labels:7} {len(part.found):6} {reports:9} {len(part.right):6}"
        f" {part.precision:10.1%} {part.recall:7.1%}"
    )


def _false(folder: str, one: Finding) -> str:
    file, line = one.places[0]
    return f"false   {folder}/{file}:{line}: {one.code} {one.severity}: {one.message}"


def _missing(folder: str, one: Expectation) -> str:
    span = one.spans[0]
    severity = f" {one.severity}" if one.severity else ""
    return f"missing {folder}/{span.file}:{span.first}: {one.code}{severity}"


def main(words: list[str]) -> None:
    corpus = Path(words[0]) if words else CORPUS
    if len(words) > 1 or not corpus.is_dir():
        sys.exit("usage: python -m tests.audit.score [FOLDER]")
    print(render(run(corpus)))


if __name__ == "__main__":
    main(sys.argv[1:])
