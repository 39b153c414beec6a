"""What is reported of an analysis: its findings in order, and the figures of the summary.

Goes in: an Analysis, the files behind it, and what silences findings. Comes out: a Report, in the
names of the project.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from respgen.audit.baseline import Baseline
from respgen.audit.choice import Choice
from respgen.audit.findings import Analysis, Found, Skipped, order
from respgen.audit.statements import Identity, numbered
from respgen.audit.suppression import Comments, useless
from respgen.diagnostics import Severity, Span
from respgen.rules import r9
from respgen.rules.codes import IgnoreComment
from respgen.rules.r9 import SITES
from respgen.source.files import Sources

_SITES = frozenset(rule.code for rule in SITES)
_UNRECORDED = frozenset({r9.UNREAD.code, r9.STALE_BASELINE.code})


@dataclass(frozen=True, slots=True)
class Result:
    """A finding, with what names it wherever its line moves.

    `number` counts those before it that are the same. `baseline`: it was there before, and somebody
    put it on record. `silenced`: the comment that silences it.
    """

    found: Found
    identity: Identity
    number: int = 0
    baseline: bool = False
    silenced: IgnoreComment | None = None


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
    """Everything that formats show. `results` are in the order of places.

    Those that a comment silences are kept apart: SARIF alone has them. `compared`: there is a
    baseline. `lines` are those of every file that is named.
    """

    results: tuple[Result, ...]
    silenced: tuple[Result, ...]
    skipped: tuple[Skipped, ...]
    summary: Summary
    compared: bool
    lines: Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Texts:
    """How the text of a file is had, by its name."""

    comments: Callable[[str], Comments]
    lines: Callable[[str], Sequence[str]]


def report(
    sources: Sources,
    seen: Analysis,
    choice: Choice,
    texts: Texts,
    baseline: Baseline | None = None,
) -> Report:
    """The findings in files that are to be reported, and the figures of all."""
    shown = {each.name for each in sources.files if each.reported and each.judged}
    unread = {each.span.file for each in seen.skipped}
    comments = {
        name: there
        for name in sorted(shown - unread)
        if (there := texts.comments(name)) != Comments()
    }
    found = [each for each in seen.found if each.span.file in shown]
    found += _useless(found, comments, choice)
    found += (each for each in _unread(seen.skipped) if each.span.file in shown)
    kept = [each for each in found if choice.reports(each.code, each.span.file)]
    lines = {name: texts.lines(name) for name in {each.span.file for each in kept}}
    results = list(_results(sorted(kept, key=order), lines, comments, baseline))
    audible = [each for each in results if not each.silenced]
    if baseline and all(each.reported for each in sources.files):
        lines[baseline.name] = texts.lines(baseline.name)
        stale = _stale(baseline, audible, answered(sources, seen, choice))
        audible += (r for r in stale if choice.reports(r.found.code, baseline.name))
    return Report(
        results=tuple(sorted(audible, key=lambda each: order(each.found))),
        silenced=tuple(each for each in results if each.silenced),
        skipped=tuple(sorted(seen.skipped, key=lambda each: each.span)),
        summary=_summary(seen, audible),
        compared=baseline is not None,
        lines=lines,
    )


def _useless(
    found: Iterable[Found], comments: Mapping[str, Comments], choice: Choice
) -> list[Found]:
    by_file: dict[str, list[Found]] = {}
    for each in found:
        by_file.setdefault(each.span.file, []).append(each)
    return [
        each
        for name, there in comments.items()
        for each in useless(there, by_file.get(name, ()), choice)
    ]


def _unread(skipped: Iterable[Skipped]) -> Iterator[Found]:
    rule = r9.UNREAD
    for each in skipped:
        words = (each.message, each.help)
        yield Found(rule, rule.severity, each.span, *words, statement=each.span)


def _results(
    found: Iterable[Found],
    lines: Mapping[str, Sequence[str]],
    comments: Mapping[str, Comments],
    baseline: Baseline | None,
) -> Iterator[Result]:
    """In the order of places: of the same findings the first ones are those on record."""
    left = Counter(baseline.counts if baseline else {})
    for each, own, number in numbered(found, lines):
        there = comments.get(each.span.file)
        silenced = there.silencing(each) if there else None
        result = Result(each, own, number, silenced=silenced)
        if recordable(result) and left[own] > 0:
            left[own] -= 1
            result = replace(result, baseline=True)
        yield result


def recordable(result: Result) -> bool:
    """Whether a baseline may hold it: notes need none, and what is unread is never old."""
    found = result.found
    return (
        not result.silenced
        and found.severity is not Severity.NOTE
        and found.code not in _UNRECORDED
    )


def answered(
    sources: Sources, seen: Analysis, choice: Choice
) -> Callable[[Identity], bool]:
    """Tells of what is on record whether this run would have found it."""
    judged = {each.name for each in sources.files if each.judged}
    unread = {each.span.file for each in seen.skipped}

    def says(own: Identity) -> bool:
        looked = sources.whole or own.path in judged
        return looked and own.path not in unread and choice.reports(own.code, own.path)

    return says


def _stale(
    baseline: Baseline, results: Iterable[Result], says: Callable[[Identity], bool]
) -> Iterator[Result]:
    """R902 for the entries that nothing is found of."""
    rule = r9.STALE_BASELINE
    there = {each.identity for each in results if recordable(each)}
    for own, line in baseline.lines.items():
        if own in there or not says(own):
            continue
        span = Span(baseline.name, line, 1, line, 1)
        message = f"{own.code} is not found in {own.path} any more"
        advice = "`respgen audit --write-baseline` removes what is gone"
        found = Found(rule, rule.severity, span, message, advice, statement=span)
        yield Result(found, replace(own, code=rule.code, statement=own.code))


def _summary(seen: Analysis, shown: Iterable[Result]) -> Summary:
    by_hand = sum(each.code in _SITES for each in seen.found)
    codes = Counter(each.found.code for each in shown)
    return Summary(
        files=seen.files,
        read=seen.read,
        sites=seen.catalogue + by_hand,
        catalogue=seen.catalogue,
        shapes=seen.shapes,
        codes=dict(sorted(codes.items())),
    )


def failed(results: Iterable[Result], *, strict: bool) -> bool:
    """Whether a finding that no baseline holds is an error; with `strict`, or a warning."""
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(not each.baseline and each.found.severity in fatal for each in results)
