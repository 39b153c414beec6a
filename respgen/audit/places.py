"""Where nodes of a tree stand, as findings say it.

Goes in: a node, and the lines of its file. Comes out: a span in characters, and a Found.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass

from respgen.audit.findings import Found, Related
from respgen.diagnostics import Rule, Severity, Span
from respgen.source.program.events import Body
from respgen.source.program.facts import Facts
from respgen.source.program.units import Unit

_COMPOUND = (
    ast.If,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.Try,
    ast.With,
    ast.AsyncWith,
    ast.Match,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A node of a file, inside of a statement."""

    unit: Unit
    node: ast.AST
    statement: ast.stmt | None = None


@dataclass(frozen=True, slots=True)
class Finder:
    """Makes findings of places."""

    facts: Facts

    def span(self, unit: Unit, node: ast.AST) -> Span:
        """Of an expression or a statement: all of it, of a compound one its head."""
        if not isinstance(
            node, ast.expr | ast.stmt | ast.excepthandler | ast.arg | ast.keyword
        ):
            return Span.start(unit.file)
        lines = self.facts.lines(unit.file)
        end_line, end = node.end_lineno or node.lineno, node.end_col_offset or 0
        if isinstance(node, _COMPOUND):
            end_line, end = _head(node, lines)
        return Span(
            unit.file,
            node.lineno,
            _column(lines, node.lineno, node.col_offset),
            end_line,
            _column(lines, end_line, end),
        )

    def found(
        self,
        rule: Rule,
        at: Place,
        message: str,
        help: str,  # noqa: A002 # the word authors read
        *related: tuple[Place, str],
        severity: Severity | None = None,
    ) -> Found:
        """A finding about a place, and what happens at others."""
        statement = at.statement or at.node
        return Found(
            rule,
            severity or rule.severity,
            self.span(at.unit, at.node),
            message,
            help,
            self.span(at.unit, statement),
            tuple(Related(self.span(p.unit, p.node), text) for p, text in related),
        )


def place(body: Body, node: ast.AST, statement: ast.stmt | None = None) -> Place:
    """A node of a body."""
    return Place(body.unit, node, statement)


def _head(node: ast.stmt, lines: Sequence[str]) -> tuple[int, int]:
    """Where the line ends on which a compound statement begins."""
    line = node.lineno
    text = lines[line - 1] if line <= len(lines) else ""
    return line, len(text.encode("utf-8", "surrogatepass"))


def _column(lines: Sequence[str], line: int, offset: int) -> int:
    """A column in characters, from one in the octets of UTF-8."""
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    if text.isascii():
        return offset + 1
    return (
        len(text.encode("utf-8", "surrogatepass")[:offset].decode("utf-8", "ignore"))
        + 1
    )
