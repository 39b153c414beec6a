"""Where imports that a file lacks go.

Go in: what is to be imported, with the places where it is used. Come out: the names that join a
statement, and splices for new statements.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from respgen.rewrite.edits import Refused, Source, Span
from respgen.rewrite.imported import Imports, Place, Statement
from respgen.rewrite.lines import changed
from respgen.rewrite.naming import New
from respgen.rewrite.nodes import Block
from respgen.rewrite.ordering import Line, Order, lines_of
from respgen.rewrite.splicing import Splice
from respgen.rewrite.text import Range, Text

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


@dataclass
class Placing:
    """Finds a place for each import."""

    text: Text
    source: Source
    imports: Imports
    blocks: Mapping[ast.stmt, tuple[ast.AST, Block]]
    gone: Collection[ast.stmt] = ()
    """Statements that nothing may stand by."""
    joined: dict[Statement, list[str]] = field(default_factory=dict)
    """What comes to statements that are there."""
    _others: list[tuple[New, list[ast.stmt]]] = field(default_factory=list)
    """New statements, each with the imports that it follows."""

    def add(self, new: New, places: Sequence[Place]) -> None:
        """Has an object imported before all that needs it at once."""
        inner = _inner(places, self.blocks)
        for beside in inner:
            self._add_beside(new, beside)
        if inner:
            return
        checked = all(each.checked for each in places)
        rows = [each.row for each in places if not each.scope.is_deferred]
        first = min(rows, default=self.text.rows + 1)
        found = next(self._joinable(new, checked, first), None)
        if found:
            self.joined.setdefault(found, []).append(new.item)
        else:
            run = self._run(self._body(checked), first)
            self._confirm_first(run, first)
            self._others.append((new, self._below(run, places, first)))

    def _below(
        self, run: list[ast.stmt], places: Sequence[Place], first: int
    ) -> list[ast.stmt]:
        """Imports that do not stand before the one of what is replaced: that may say what is missing."""
        rows = [each.beside for each in places if each.beside and not each.inner]
        last = max(rows, key=lambda each: each.lineno, default=None)
        if last is None or (run and run[-1].lineno > last.lineno):
            return run
        below = _around(self.imports.tree.body, last)
        return below if below and below[-1].lineno < first else run

    def _add_beside(self, new: New, beside: Statement) -> None:
        """Has it imported where a function imports what it takes the place of."""
        _, block = self.blocks[beside]
        run = _around(block, beside)
        for each in run:
            if (
                isinstance(each, ast.ImportFrom)
                and self.imports.module(each) == new.module
                and changed(self.text, each, (), [new.item], self.source.width)
            ):
                self.joined.setdefault(each, []).append(new.item)
                return
        self._others.append((new, run))

    def _joinable(self, new: New, checked: bool, row: int) -> Iterator[Statement]:
        """The statements that import from the module of a name."""
        for each in self.imports.every:
            node = each.statement
            if (
                isinstance(node, ast.ImportFrom)
                and each.module == new.module
                and each.checking == checked
                and each.name != "*"
                and node.lineno < row
                and changed(self.text, node, (), [new.item], self.source.width)
                and (self.source.owned is None or _is_plain(node, new))
            ):
                yield node

    def splices(self) -> Iterator[Splice]:
        """The new statements."""
        runs: dict[int, tuple[list[ast.stmt], list[New]]] = {}
        for new, run in self._others:
            key = run[-1].lineno if run else 0
            runs.setdefault(key, (run, []))[1].append(new)
        for run, wanted in runs.values():
            lines = lines_of(wanted, self.source.owned is not None)
            yield from (
                self._after(self._kept(run), lines) if run else [self._first(lines)]
            )

    def _kept(self, run: list[ast.stmt]) -> list[ast.stmt]:
        """Those that new ones may stand by; where nothing is sorted, the last one though it goes."""
        if self.source.owned is None:
            return run
        return [each for each in run if each not in self.gone] or run[-1:]

    def _body(self, checked: bool) -> list[ast.stmt]:
        blocks = [node.body for node in self.imports.checks if _imports(node.body)]
        return blocks[0] if checked and blocks else self.imports.tree.body

    def _run(self, body: Sequence[ast.stmt], first: int) -> list[ast.stmt]:
        """The imports up to the last one that may be followed by more."""
        above = [each for each in body if (each.end_lineno or 0) < first]
        start = next(
            (i for i, each in enumerate(above) if isinstance(each, _DEFINITIONS)),
            len(above),
        )
        top = above[:start] if _imports(above[:start]) else above
        run: list[ast.stmt] = []
        for each in top:
            if isinstance(each, (ast.Import, ast.ImportFrom)):
                run = run if run and top.index(each) == top.index(run[-1]) + 1 else []
                run.append(each)
        return run

    def _confirm_first(self, run: Sequence[ast.stmt], first: int) -> None:
        """Raises Refused where what needs the import stands on the line of the docstring."""
        tree = self.imports.tree
        has_docstring = ast.get_docstring(tree, clean=False) is not None
        if not run and has_docstring and (tree.body[0].end_lineno or 0) >= first:
            raise Refused("no line is free for an import before it is used")

    def _after(self, run: list[ast.stmt], lines: list[Line]) -> Iterator[Splice]:
        order = Order(self.source.owned)
        placed = order.placed(run, lines)
        for before, group, after in placed:
            texts = order.spaced(before, group, after)
            ends = self._texts(texts, self.text.margin(self.text.start(run[0].lineno)))
            if before is not None and not order.leads(group, before, after):
                yield self._behind(before, ends)
            elif after is not None and not self._is_first(after):
                yield self._behind(after, ends)
            elif after is not None:
                start = self._start(after)
                if order.owned and start < self.text.start(after.lineno):
                    ends += self.text.newline  # isort has one before comments
                yield self._inserted(start, ends)

    def _is_first(self, node: ast.stmt) -> bool:
        """Whether no other statement, such as a docstring, begins the line."""
        return not self.text.before(self.text.range(Span.of(node)).start).strip()

    def _behind(self, node: ast.stmt, lines: str) -> Splice:
        return self._inserted(self.text.line_end(self._end(node)), lines)

    def _texts(self, lines: Iterable[Line | None], margin: str) -> str:
        """Statements as lines; None is a blank line."""
        return "".join(
            (
                margin + each.written(self.text, margin, self.source.width)
                if each
                else ""
            )
            + self.text.newline
            for each in lines
        )

    def _inserted(self, offset: int, lines: str) -> Splice:
        text = self.text.text
        if offset == len(text) and offset and text[-1] not in "\r\n":
            lines = self.text.newline + lines.removesuffix(self.text.newline)
        return Splice(Range(offset, offset), lines)

    def _start(self, node: ast.stmt) -> int:
        """Where the line of a statement begins, or the comments above it."""
        row = node.lineno
        while row > 1 and self.text.line(row - 1).lstrip().startswith("#"):
            row -= 1
        return self.text.start(row)

    def _end(self, node: ast.stmt) -> int:
        return self.text.start(node.end_lineno or node.lineno)

    # Where there is no import

    def _first(self, lines: list[Line]) -> Splice:
        body = self.imports.tree.body
        has_docstring = ast.get_docstring(self.imports.tree, clean=False) is not None
        following = body[1:] if has_docstring else body
        offset = (
            self.text.line_end(self._end(body[0]))
            if has_docstring
            else self.text.start(self._head() + 1)
        )
        order = Order(self.source.owned)
        new = self._texts(order.spaced(None, order.arranged(lines), None), "")
        before = self.text.newline if offset else ""
        return self._inserted(offset, before + new + self._gap(offset, following))

    def _gap(self, offset: int, following: Sequence[ast.stmt]) -> str:
        """The blank lines that are to follow, without those that do."""
        if not following:
            return ""
        row = found = self.text.row(offset)
        while found < self.text.rows and not self.text.line(found).strip():
            found += 1
        wanted = 2 if isinstance(following[0], _DEFINITIONS) else 1
        return self.text.newline * max(0, wanted - (found - row))

    def _head(self) -> int:
        """The rows of comments that a file begins with, and that are no statement's."""
        row = 0
        while row < self.text.rows and _is_head(self.text.line(row + 1)):
            row += 1
        following = self.text.line(row + 1) if row < self.text.rows else ""
        if following.strip():
            rows = range(min(row, 2))
            own = (r + 1 for r in rows if _is_declared(self.text.line(r + 1)))
            return max(own, default=0)
        return row


def _imports(body: Iterable[ast.stmt]) -> bool:
    return any(isinstance(each, (ast.Import, ast.ImportFrom)) for each in body)


def _inner(
    places: Iterable[Place], blocks: Mapping[ast.stmt, tuple[ast.AST, Block]]
) -> list[Statement]:
    """The imports of functions that a name comes to, one for a block; none where the module needs it."""
    found: dict[int, Statement] = {}
    for each in places:
        if each.beside is None or not each.inner:
            return []
        _, block = blocks[each.beside]
        found.setdefault(id(block), each.beside)
    return [*found.values()]


def _around(block: Block, node: ast.stmt) -> list[ast.stmt]:
    """The imports of a block that follow one another, with one of them."""
    run: list[ast.stmt] = []
    for each in block:
        if isinstance(each, (ast.Import, ast.ImportFrom)):
            run.append(each)
        elif node in run:
            break
        else:
            run = []
    return run


def _is_plain(node: Statement, new: New) -> bool:
    """Whether isort leaves a name in a statement: it gives each `as` its own."""
    return new.local == new.name and not any(each.asname for each in node.names)


def _is_head(line: str) -> bool:
    return line.lstrip().startswith("#")


def _is_declared(line: str) -> bool:
    """Whether a comment has to stay where it is: a shebang, an encoding."""
    return line.startswith("#!") or "coding" in line
