"""What an audit came to, as lists that JSON can hold, and back.

Goes in: an Analysis or what is Judged. Comes out: rows; and from rows, whatever made them. Reading rows
of another form raises ValueError, TypeError, KeyError or IndexError.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from respgen.audit.findings import Analysis, Found, Judged, Made, Related, Skipped
from respgen.diagnostics import Severity, Span
from respgen.rules import RULES


def analysis_row(of: Analysis) -> list[Any]:
    counts = of.files, of.read, of.catalogue, of.shapes
    return [[*_found_rows(of.found)], [*_skipped_rows(of.skipped)], *counts]


def analysis_of(row: Sequence[Any]) -> Analysis:
    found, skipped, files, read, catalogue, shapes = row
    return Analysis(
        tuple(_found(found)), tuple(_skipped(skipped)), files, read, catalogue, shapes
    )


def judged_row(of: Judged) -> list[Any]:
    made = [(each.text, each.name, each.tells, each.places) for each in of.made]
    return [
        [*_found_rows(of.found)],
        [*_skipped_rows(of.skipped)],
        of.uses,
        made,
        of.links,
        of.beyond,
    ]


def judged_of(row: Sequence[Any]) -> Judged:
    found, skipped, uses, made, links, beyond = row
    return Judged(
        tuple(_found(found)),
        tuple(_skipped(skipped)),
        uses,
        tuple(_made(made)),
        tuple((text, ends) for text, ends in links),
        tuple(beyond),
    )


def found_of(row: Sequence[Any]) -> Iterator[Found]:
    """What was found in a group, of the row of what is Judged."""
    return _found(row[0])


def _found_rows(found: Iterable[Found]) -> Iterator[list[Any]]:
    for each in found:
        related = [(near.span, near.message) for near in each.related]
        words = each.message, each.help
        where = each.statement, related, each.fix
        yield [each.code, each.severity, each.span, *words, *where]


def _found(rows: Sequence[Any]) -> Iterator[Found]:
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


def _skipped_rows(skipped: Iterable[Skipped]) -> Iterator[list[Any]]:
    return ([each.span, each.message, each.help] for each in skipped)


def _skipped(rows: Sequence[Any]) -> Iterator[Skipped]:
    return (Skipped(Span(*span), *words) for span, *words in rows)


def _made(rows: Sequence[Any]) -> Iterator[Made]:
    for text, name, tells, places in rows:
        where = ((Span(*span), Span(*statement)) for span, statement in places)
        yield Made(text, name, tells, tuple(where))
