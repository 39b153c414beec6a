"""A report, and how its reader wants to see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from respgen.audit.findings import Found
from respgen.audit.report import Report, Result
from respgen.diagnostics import Diagnostic, Severity, Span


@dataclass(frozen=True, slots=True)
class Shown:
    """`name` is what the reader calls a file.

    `sites`: notes are listed too, where a format would leave them out.
    """

    report: Report
    name: Callable[[str], str]
    sites: bool = False
    colour: bool = False

    def place(self, span: Span) -> Span:
        return span._replace(file=self.name(span.file))

    def listed(self) -> tuple[Result, ...]:
        """What no baseline holds, notes only where they are wanted."""
        return tuple(
            each
            for each in self.report.results
            if not each.baseline
            and (self.sites or each.found.severity is not Severity.NOTE)
        )

    def diagnostic(self, found: Found) -> Diagnostic:
        """The finding as reporters of schemas know it."""
        words = (found.code, found.severity, found.message, found.help)
        return Diagnostic(self.place(found.span), *words)
