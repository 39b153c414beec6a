"""Which rules an audit reports, and in which files: settings and the words of a command line.

Goes in: `select` and `ignore`, the latter by files, too. Comes out: yes or no for a code in a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from respgen.project import Project
from respgen.rules import RULES, r2, r9
from respgen.source.globs import matches

_UNASKED = frozenset(
    rule.code for rule in (r2.STATUS_CONTRACT, r2.STATUS_ADVICE, r2.NOSNIFF)
)
"""What code lacks may be added elsewhere, so these rules are off unless somebody names them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Codes, or their beginnings; `by_file` are those that files ignore, by patterns of paths."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    by_file: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def reports(self, code: str, file: str) -> bool:
        """Whether a finding of the rule in the file is reported; that it is unread always is."""
        if code == r9.UNREAD.code:
            return True
        if code in _UNASKED:
            asked = code in self.select
        else:
            asked = not self.select or code.startswith(self.select)
        return asked and not code.startswith((*self.ignore, *self._ignored(file)))

    def _ignored(self, file: str) -> tuple[str, ...]:
        return tuple(
            code
            for pattern, codes in self.by_file.items()
            if matches(file, (pattern,))
            for code in codes
        )

    def reports_any(self, begin: str, file: str) -> bool:
        """Whether one of the rules that begin so is reported in the file."""
        codes = (code for code in RULES if code.startswith(begin))
        return any(self.reports(code, file) for code in codes)


def choice(
    project: Project, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> Choice:
    """The settings; what is selected on a command line takes their place, what is ignored is added."""
    by_file: dict[str, tuple[str, ...]] = {}
    for pattern, codes in project.source.per_file_ignores:
        by_file[pattern] = (*by_file.get(pattern, ()), *codes)
    return Choice(select or project.select, (*project.ignore, *ignore), by_file)
