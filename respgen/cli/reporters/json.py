"""Diagnostics and drift as a JSON object with keys that stay."""

from __future__ import annotations

from collections.abc import Sequence
from json import dumps

from respgen.cli.reporters.drift import Drift
from respgen.cli.reporters.listing import Listing
from respgen.cli.reporters.visible import encodable
from respgen.diagnostics import Diagnostic


def json(found: Listing, drift: Sequence[Drift]) -> str:
    """The document as text."""
    return dumps(document(found, drift), indent=2)


def document(found: Listing, drift: Sequence[Drift]) -> dict[str, object]:
    """Lines and columns count from 1, in characters; the end is exclusive.

    `omitted` is there where diagnostics are left out, and counts them.
    """
    made: dict[str, object] = {
        "diagnostics": [_row(one) for one in found.shown],
        "changes": [_change(one) for one in drift],
    }
    return made | ({"omitted": found.omitted} if found.omitted else {})


def _change(one: Drift) -> dict[str, object]:
    return {
        "path": encodable(one.path),
        "kind": one.kind,
        "causes": list(one.causes),
        "line": one.line or None,
        "reason": encodable(one.reason),
        "help": encodable(one.help),
    }


def _row(one: Diagnostic) -> dict[str, str | int]:
    return {
        "file": encodable(one.span.file),
        "line": one.span.line,
        "column": one.span.column,
        "end_line": one.span.end_line,
        "end_column": one.span.end_column,
        "code": one.code,
        "severity": one.severity.value,
        "message": encodable(one.message),
        "help": encodable(one.help),
    }
