"""What is reported of an analysis: its findings in order, and the figures of the summary.

Goes in: an Analysis and the files behind it. Comes out: a Report, in the names of the project.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from respgen.audit.findings import Analysis, Found, Skipped, order
from respgen.diagnostics import Severity
from respgen.rules import r9
from respgen.rules.r9 import SITES
from respgen.source.files import Sources

_SITES = frozenset(rule.code for rule in SITES)


@dataclass(frozen=True, slots=True)
class Result:
    """A finding; `baseline`: it was there before, and somebody put it on record."""

    found: Found
    baseline: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """The figures of a run: `sites` are places that make a response, `catalogue` those that use it."""

    files: int
    read: int
    sites: int
    catalogue: int
    shapes: int
    codes: Mapping[str, int]

    @property
    def score(self) -> float:
        """How much of what is sent comes from the catalogue, in percent; 100 where nothing is sent."""
        return round(100 * self.catalogue / self.sites, 1) if self.sites else 100.0


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that formats show. `results` are in the order of places."""

    results: tuple[Result, ...]
    skipped: tuple[Skipped, ...]
    summary: Summary


def report(sources: Sources, seen: Analysis) -> Report:
    """The findings in files that are to be reported, and the figures of all."""
    reported = {file.name for file in sources.files if file.reported}
    judged = {file.name for file in sources.files if file.judged}
    unread = _unread(each for each in seen.skipped if each.span.file in judged)
    found = sorted((*seen.found, *unread), key=order)
    results = tuple(Result(each) for each in found if each.span.file in reported)
    by_hand = sum(each.code in _SITES for each in seen.found)
    codes = Counter(each.found.code for each in results)
    summary = Summary(
        files=seen.files,
        read=seen.read,
        sites=seen.catalogue + by_hand,
        catalogue=seen.catalogue,
        shapes=seen.shapes,
        codes=dict(sorted(codes.items())),
    )
    skipped = tuple(sorted(seen.skipped, key=lambda each: each.span))
    return Report(results, skipped, summary)


def _unread(skipped: Iterable[Skipped]) -> Iterator[Found]:
    rule = r9.UNREAD
    for each in skipped:
        words = (each.message, each.help)
        yield Found(rule, rule.severity, each.span, *words, statement=each.span)


def failed(results: Iterable[Result], *, strict: bool) -> bool:
    """Whether a finding that no baseline holds is an error; with `strict`, or a warning."""
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(not each.baseline and each.found.severity in fatal for each in results)
