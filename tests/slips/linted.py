"""Many constants, judged and mended as `respgen lint --fix` does: a class each, a line each.

Goes in: the names of fields with values of theirs. Comes out: of each, what is found in it, and what
the fixes make of it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from respgen.diagnostics import Diagnostic, Malformed
from respgen.fields import FIELDS
from respgen.fix.mend import mend
from respgen.located import Plain
from respgen.project import Project
from respgen.specs import Pattern

Field: TypeAlias = tuple[str, Plain]

_AT_ONCE = 50  # the search for near names has a limit for each run
_OF_THE_CLASS = ("R213", "R214", "R220", "R235", "R706", "R708")
"""Rules about the class around the header, which is not what is tried here."""


@dataclass(frozen=True, slots=True)
class Linted:
    """What is found in a value, and the value after all fixes."""

    found: tuple[Diagnostic, ...]
    mended: Plain
    refused: tuple[str, ...]

    @property
    def errors(self) -> list[str]:
        return [each.code for each in self.found if each.severity == "error"]


def linted(fields: Sequence[Field]) -> Iterator[Linted]:
    """Judges each of them by itself."""
    for start in range(0, len(fields), _AT_ONCE):
        yield from _chunk(fields[start : start + _AT_ONCE])


def _chunk(fields: Sequence[Field]) -> Iterator[Linted]:
    folder = Path("/nowhere")
    project = Project(folder, (folder / "api.json",), folder / "out")
    done = mend(project, {"api.json": _schema(fields).encode()})
    found = _by_line(done.before.problems)
    refused = _by_line(each.found for each in done.refused)
    classes = json.loads(done.data["api.json"])["responses"]
    for number, (name, _) in enumerate(fields):
        yield Linted(
            tuple(found[number]),
            classes[f"C{number}"]["headers"].get(name),
            tuple(each.code for each in refused[number]),
        )


def _schema(fields: Sequence[Field]) -> str:
    """The first class stands in the second line."""
    body = {"media_type": "application/json"}
    lines = (
        f'"C{number}": {json.dumps({**body, "headers": {name: value}})}'
        for number, (name, value) in enumerate(fields)
    )
    return '{"respgen": 1, "responses": {\n' + ",\n".join(lines) + "\n}}"


def _by_line(found: Iterable[Diagnostic]) -> dict[int, list[Diagnostic]]:
    lines: dict[int, list[Diagnostic]] = defaultdict(list)
    for each in found:
        if each.code not in _OF_THE_CLASS:
            lines[each.span.line - 2].append(each)
    return lines


def canonical(name: str, value: Plain) -> str | None:
    """What is sent for it; None if nothing can be."""
    row = FIELDS.get(name.lower())
    if row is None:
        return value if isinstance(value, str) else None
    try:
        sent = row.constant(value)
    except Malformed:
        return None
    return sent.shown if isinstance(sent, Pattern) else sent
