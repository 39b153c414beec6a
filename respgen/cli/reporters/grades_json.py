"""Grades as a JSON object with keys that stay."""

from __future__ import annotations

from collections.abc import Sequence
from json import dumps
from typing import TypeAlias

from respgen.cli.reporters.grades import Graded
from respgen.cli.reporters.visible import encodable
from respgen.grade import ASSUMPTIONS, Addition, Difference, Outcome

_Row: TypeAlias = dict[str, object]


def document(graded: Sequence[Graded], least: str | None) -> str:
    """In the order of the text; `minimum` is what was asked for, null where nothing was."""
    shown = {
        "minimum": least,
        "assumptions": ASSUMPTIONS,
        "classes": [_class(each) for each in graded],
    }
    return dumps(shown, indent=2)


def _class(graded: Graded) -> _Row:
    report = graded.report
    return {
        "project": encodable(graded.project),
        "module": graded.module,
        "class": graded.class_name,
        "grade": report.grade,
        "score": report.score,
        "below": graded.below,
        "tests": [_test(outcome) for outcome in report.outcomes],
        "add": [_addition(addition) for addition in report.additions],
        "owasp": [_difference(difference) for difference in report.differences],
        "notes": [encodable(note) for note in report.notes],
    }


def _test(outcome: Outcome) -> _Row:
    """`result` is the observatory's own word."""
    return {
        "test": outcome.test,
        "result": outcome.result.name,
        "modifier": outcome.result.modifier,
        "pass": outcome.result.passes,
        "words": outcome.result.words,
        "about": encodable(outcome.about),
        "add": [_addition(addition) for addition in outcome.additions],
    }


def _addition(addition: Addition) -> _Row:
    """`cookie` is null where the line is one of the class's headers."""
    preset = addition.preset
    return {
        "cookie": f"{preset.module}.{preset.name}" if preset else None,
        "key": addition.key,
        "value": addition.value,
        "line": addition.line,
    }


def _difference(difference: Difference) -> _Row:
    return {
        "kind": difference.kind,
        "name": difference.name,
        "recommended": difference.recommended or None,
        "sent": encodable(difference.sent) or None,
        "when": difference.when,
        "line": difference.line,
    }
