"""What comes to the imports of a file and what leaves them, together with the statements that go.

Go in: a plan, and the file after everything else was done. Come out: splices.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from respgen.rewrite.checking import Moved
from respgen.rewrite.edits import Span
from respgen.rewrite.imported import Statement
from respgen.rewrite.lines import changed
from respgen.rewrite.placing import Placing
from respgen.rewrite.planning import Plan
from respgen.rewrite.removing import Removal
from respgen.rewrite.splicing import Splice
from respgen.rewrite.text import Text
from respgen.rewrite.unused import Unused


@dataclass(frozen=True, slots=True)
class Importing:
    """`leaving` are the names that leave statements, `emptied` the statements that all leave.

    `blocks` are conditions for type checkers that go with what is under them.
    """

    plan: Plan
    placing: Placing
    leaving: Mapping[Statement, Collection[ast.alias]]
    emptied: Collection[Statement]
    blocks: Collection[ast.If]

    @classmethod
    def of(cls, plan: Plan, middle: Text, moved: Moved) -> Importing:
        """What `middle`, which has its old imports, needs."""
        new, unused = [*plan.naming.new()], Unused(plan)
        checked = any(place.checked for _, places in new for place in places)
        leaving = unused.leaving(middle, moved, keeps_checks=checked)
        emptied = {node for node, out in leaving.items() if len(out) == len(node.names)}
        blocks = () if checked else (*unused.emptied(emptied),)
        blocks_of = plan.nodes.blocks
        placing = Placing(plan.text, plan.source, plan.imports, blocks_of, emptied)
        for each, places in new:
            placing.add(each, places)
        return cls(plan, placing, leaving, emptied, blocks)

    def splices(self) -> Iterator[Splice]:
        """All of it."""
        joined = self.placing.joined
        for node in {*self.leaving, *joined}:
            if node in joined or node not in self.emptied:
                yield from self._line(node)
        new = [*self.placing.splices()]
        yield from new
        gone: set[ast.stmt] = {*self.plan.removed, *self.blocks}
        gone |= {each for each in self.emptied if each not in joined}
        inner = {each for block in self.blocks for each in block.body}
        filled = {each.place.start for each in new}
        yield from Removal(self.plan.text, self.plan.nodes, filled).splices(
            gone - inner
        )

    def _line(self, node: Statement) -> Iterator[Splice]:
        """A statement with other names; a comment may hold those back that leave."""
        text, width = self.plan.text, self.plan.source.width
        added = self.placing.joined.get(node, ())
        for names in (self.leaving.get(node, ()), ()):
            new = changed(text, node, names, added, width)
            if new is not None:
                yield Splice(text.range(Span.of(node)), new)
                return
