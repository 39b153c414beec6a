"""What an audit of people's Python comes to, as values.

Detectors make Found; `analysis` gathers them; suppression, baseline and reporters read them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from respgen.diagnostics import Rule, Severity, Span


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that a finding is about, and what happens there."""

    span: Span
    message: str


@dataclass(frozen=True, slots=True)
class Found:
    """One finding. `severity` is the rule's own unless the place makes it worse, or better.

    `statement` is the whole statement around `span`, of a compound one its head: its text names the
    finding in baselines, where lines move, and its first line may have the comment that silences it.
    """

    rule: Rule
    severity: Severity
    span: Span
    message: str
    help: str
    statement: Span
    related: tuple[Related, ...] = ()
    fix: Literal["migrate", ""] = ""
    """The command that mends it, if one can."""

    @property
    def code(self) -> str:
        return self.rule.code


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that could not be read or parsed, the place that says so, and what is missing."""

    span: Span
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Made:
    """A shape of responses, as one part of a program makes it; other parts may make it, too.

    `text` is equal where shapes are; None where no other part can have it. `places` are where it is
    made, each with its statement. `tells`: there is more to it than a class, or a status.
    """

    text: str | None
    name: str
    tells: bool
    places: tuple[tuple[Span, Span], ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """What one group of files comes to.

    `uses` counts those of the catalogue. `links` are what other groups may have, too, and have to be
    judged with then: where it is true of one of them. `beyond` are files that were read besides.
    """

    found: tuple[Found, ...]
    skipped: tuple[Skipped, ...]
    uses: int
    made: tuple[Made, ...]
    links: tuple[tuple[str, bool], ...]
    beyond: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """`files` were looked at, `read` of them say something about responses.

    `catalogue` counts the uses of generated classes and functions, `shapes` the different shapes of
    responses that are made by hand.
    """

    found: tuple[Found, ...]
    skipped: tuple[Skipped, ...]
    files: int
    read: int
    catalogue: int = 0
    shapes: int = 0


def with_found(besides: Analysis, found: Iterable[Found]) -> Analysis:
    """The same with more findings, each once."""
    return replace(besides, found=tuple(dict.fromkeys((*found, *besides.found))))


def order(found: Found) -> tuple[str, int, int, str, str]:
    """The order of reports: path, line, column, code; the message decides the rest."""
    span = found.span
    return span.file, span.line, span.column, found.code, found.message
