"""Grades for people: a line for each class, and what is behind it.

Goes in: reports. Comes out: text without a line feed at its end. Nothing here prints.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from respgen.cli.reporters.visible import visible
from respgen.diagnostics import shortened
from respgen.grade import ASSUMPTIONS, Addition, Difference, Outcome, Report

_RESET = "\x1b[0m"
_COLOURS = {"A": "\x1b[32m", "B": "\x1b[33m", "C": "\x1b[33m"}
_WORST = "\x1b[31m"


@dataclass(frozen=True, slots=True)
class Graded:
    """A class with its report; `below` says that it has less than was asked for.

    `project` is the path to its project; `name` has it only where there are several.
    """

    project: str
    module: str
    class_name: str
    name: str
    report: Report
    below: bool


def page(graded: Sequence[Graded], colour: bool, *, details: bool) -> str:
    """A line each; with `details` everything, without them what those need that are below."""
    lines = [line for each in graded for line in _class(each, colour, details)]
    if details:
        lines += ["Assumed of every class:", *(f"  {each}" for each in ASSUMPTIONS)]
    return "\n".join(map(str.rstrip, lines))


def _class(graded: Graded, colour: bool, details: bool) -> Iterator[str]:
    report = graded.report
    grade = _painted(report.grade, colour)
    yield f"{grade} {report.score:>4}  {graded.name}"
    if details:
        yield from _tests(report)
    if details or graded.below:
        yield from _additions(report)
    if details:
        yield from _differences(report.differences)
        yield from _block("Assumed of this class:", report.notes)
        yield ""


def _tests(report: Report) -> Iterator[str]:
    for outcome in sorted(report.outcomes, key=lambda one: one.result.modifier):
        yield f"{_signed(outcome):>7}  {outcome.test:<31}{_found(outcome)}"
    bonus = sum(max(0, outcome.result.modifier) for outcome in report.outcomes)
    if bonus and report.score < 90:
        yield f"  Bonuses count from 90 points on: {bonus} do not count yet."


def _signed(outcome: Outcome) -> str:
    modifier = outcome.result.modifier
    return f"{modifier:+}" if modifier else "0"


def _found(outcome: Outcome) -> str:
    about = f" ({visible(shortened(outcome.about))})" if outcome.about else ""
    return outcome.result.words + about


def _additions(report: Report) -> Iterator[str]:
    """The lines of a schema, under the mapping that they stand in."""
    aim = "To regain lost points" if report.grade == "A+" else "For A+"
    for place, added in groupby(report.additions, _place):
        yield from _block(f"{aim}, in {place}:", [each.line for each in added])


def _place(addition: Addition) -> str:
    preset = addition.preset
    if preset is None:
        return "the headers of the class"
    return f"the cookie {preset.name} of {preset.module}"


def _differences(found: Sequence[Difference]) -> Iterator[str]:
    lines = [f"{each.line}{_remark(each)}" for each in found]
    yield from _block("OWASP's recommended set, where the class differs:", lines)


def _remark(difference: Difference) -> str:
    """A comment in YAML: what is sent now, and where the recommendation does not hold."""
    sent = f"now {shortened(difference.sent)}" if difference.sent else ""
    unknown = "now an argument" if difference.kind == "unknown" else ""
    remark = "; ".join(filter(None, (sent, unknown, difference.when)))
    return f"  # {remark}" if remark else ""


def _block(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"  {title}"
        yield from (f"    {visible(line)}" for line in lines)


def _painted(grade: str, colour: bool) -> str:
    shown = f"{grade:<2}"
    return f"{_COLOURS.get(grade[0], _WORST)}{shown}{_RESET}" if colour else shown
