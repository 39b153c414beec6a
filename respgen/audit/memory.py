"""What the last audit found, so that the same files need no second one.

Goes in: the files of a project, with their bytes. Comes out: the Analysis of a run that saw the same
bytes with the same settings, or None; and which files could be parsed then, as they are now.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from respgen.audit.findings import Analysis, Found, Related, Skipped
from respgen.diagnostics import Severity, Span
from respgen.output.entries import entry, keep
from respgen.output.inputs import digest, fingerprint
from respgen.project import Project
from respgen.rules import RULES
from respgen.source.files import SourceFile

_ENTRY = "audit"


@dataclass(slots=True)
class Memory:
    """Of one project; `seen` are the digests of the files of this run, by their names."""

    project: Project
    seen: dict[str, str] = field(default_factory=dict)
    _kept: list[Any] = field(default_factory=list)

    @classmethod
    def of(cls, project: Project) -> Memory:
        """What is left of the last run; nothing where it is another version's, or not ours."""
        found = cls(project)
        with suppress(OSError, ValueError, RecursionError):
            ours, *kept = json.loads(entry(project, _ENTRY))
            if ours == fingerprint(project) and len(kept) == 3:
                found._kept = kept
        return found

    def see(self, file: SourceFile, data: bytes) -> None:
        """Takes note of what a file holds."""
        judged = b"judged" if file.judged else b""
        key = blake2b(data, digest_size=16, person=judged).hexdigest()
        self.seen[file.name] = key

    def is_plain(self, name: str) -> bool:
        """Whether the file could be parsed, and had nothing to be looked at, in these same bytes."""
        plain: Mapping[str, str] = self._kept[2] if self._kept else {}
        return name in self.seen and plain.get(name) == self.seen[name]

    def recall(self) -> Analysis | None:
        """The analysis of the same files."""
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            state, analysis, _ = self._kept
            return _analysis(analysis) if state == self._state() else None
        return None

    def remember(self, analysis: Analysis, plain: Iterable[str]) -> None:
        """Keeps what was found, and which files need not be parsed again."""
        with suppress(OSError):
            known = {name: self.seen[name] for name in plain}
            whole = [fingerprint(self.project), self._state(), _row(analysis), known]
            keep(self.project, _ENTRY, json.dumps(whole).encode("utf-8"))

    def _state(self) -> str:
        return digest((name, key.encode()) for name, key in sorted(self.seen.items()))


def _row(of: Analysis) -> list[Any]:
    found = [
        (f.code, f.severity, f.span, f.message, f.help, f.statement, f.related, f.fix)
        for f in of.found
    ]
    skipped = [(each.span, each.message, each.help) for each in of.skipped]
    related = [[(r.span, r.message) for r in row[6]] for row in found]
    rows = [(*row[:6], near, row[7]) for row, near in zip(found, related, strict=True)]
    return [rows, skipped, of.files, of.read, of.catalogue, of.shapes]


def _analysis(row: list[Any]) -> Analysis:
    found, skipped, *counts = row
    files, read, catalogue, shapes = counts
    return Analysis(
        tuple(_found(found)),
        tuple(Skipped(Span(*span), *words) for span, *words in skipped),
        files,
        read,
        catalogue,
        shapes,
    )


def _found(rows: list[Any]) -> Iterator[Found]:
    for code, severity, span, message, advice, statement, related, fix in rows:
        yield Found(
            RULES[code],
            Severity(severity),
            Span(*span),
            message,
            advice,
            Span(*statement),
            tuple(Related(Span(*place), text) for place, text in related),
            fix,
        )
