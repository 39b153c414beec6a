"""Diagnostics and drift as workflow commands, which GitHub shows beside the changed lines.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from collections.abc import Sequence

from respgen.cli.reporters.drift import Drift
from respgen.cli.reporters.listing import Listing
from respgen.cli.reporters.visible import visible
from respgen.diagnostics import Diagnostic, Severity

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = _DATA | {":": "%3A", ",": "%2C"}


def github(found: Listing, drift: Sequence[Drift]) -> str:
    """One command a line."""
    rest = [f"::notice title=respgen::{found.rest}"] if found.rest else []
    return "\n".join([*map(_command, found.shown), *rest, *map(_drift, drift)])


def _drift(one: Drift) -> str:
    file = _escaped(visible(one.path), _PROPERTY)
    line = f",line={one.line}" if one.line else ""
    advice = f"\nhelp: {visible(one.help)}" if one.help else ""
    message = _escaped(visible(one.reason) + advice, _DATA)
    return f"::error file={file}{line},title=respgen drift::{message}"


def _command(one: Diagnostic) -> str:
    span = one.span
    properties: dict[str, str | int] = {
        "file": visible(span.file),
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "endColumn": span.end_column,
        "title": f"respgen {one.code}",
    }
    if span.line != span.end_line:  # columns are for one line
        del properties["col"], properties["endColumn"]
    values = (
        f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items()
    )
    advice = f"\nhelp: {visible(one.help)}"
    message = _escaped(visible(one.message) + advice, _DATA)
    return f"::{_COMMANDS[one.severity]} {','.join(values)}::{message}"


def _escaped(value: str | int, escapes: dict[str, str]) -> str:
    return "".join(escapes.get(character, character) for character in str(value))
