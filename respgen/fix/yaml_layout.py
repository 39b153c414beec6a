"""How a YAML file is laid out: how deep it indents, and what it writes in braces.

Goes in: a document. Comes out: its layout.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from respgen.fix import flow
from respgen.fix.document import Document, Spot
from respgen.load import tree


@dataclass(frozen=True, slots=True)
class YamlLayout:
    """`unit`: the spaces that a mapping is indented by; `padding`: what stands inside of braces.

    `named` and `holding` count mappings by their key and by the keys in them: those in braces are
    one more, those in lines one less.
    """

    unit: int
    padding: str
    named: Mapping[str, int]
    holding: Mapping[str, int]

    @classmethod
    def of(cls, document: Document) -> YamlLayout:
        unit = 0
        named, holding = Counter[str](), Counter[str]()
        for spot, node in _mappings(document):
            braces = 1 if flow.brackets(document, node) else -1
            if spot.entry is not None:
                named[spot.entry.key] += braces
                step = node.entries[0].key_span.column - spot.entry.key_span.column
                unit = unit or (max(step, 0) if braces < 0 else 0)
            for entry in node:
                holding[entry.key] += braces
        return cls(unit or 2, flow.padding(document) or "", named, holding)

    def in_braces(self, key: str, value: Mapping[str, object]) -> bool:
        """Whether a mapping goes in braces: as others of its key do, else as others like it.

        Where there are none, the innermost ones do.
        """
        like = sum(self.holding.get(each, 0) for each in value)
        votes = self.named.get(key, 0) or like
        if votes:
            return votes > 0
        return not any(isinstance(each, dict) for each in value.values())


def _mappings(document: Document) -> Iterator[tuple[Spot, tree.Mapping]]:
    """Those that are written out and not empty."""
    for spots in document.values.values():
        node = spots[0].node
        alias = document.written(node.span)[:1] == "*"
        if isinstance(node, tree.Mapping) and node.entries and not alias:
            yield spots[0], node
