"""What profiles and classes say of headers -> written once, and named where others say the same.

Goes in: the profiles of all modules, then the headers of each class. Comes out: the expression of a
class's headers, and which profiles it names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import TypeAlias

from respgen.emit.layout import Expression, Group, keyed
from respgen.emit.source import Source, code, identifier, literal
from respgen.specs import Ref

Said: TypeAlias = Mapping[str, Expression]
"""What is said of each header."""

_LEAST = 2
"""So many headers are worth a name."""


@dataclass(slots=True)
class Shared:
    """`blocks` are those of profiles, and of parents in other modules, by their constants.

    `used` are those that classes name.
    """

    blocks: Mapping[str, Said]
    used: set[str | Ref] = field(default_factory=set)
    _classes: dict[Ref, tuple[Source, Said]] = field(default_factory=dict)

    def headers(
        self, of: Ref, constant: str, said: Said, parent: Ref | None
    ) -> Expression:
        """Those of a class, after what its parent and profiles say."""
        found, covered = list[Source](), set[str]()
        left = dict(said)
        known: dict[str | Ref, tuple[Source, Said]] = {
            each: (identifier(each), own) for each, own in self.blocks.items()
        }
        if parent in self._classes:
            known[parent] = self._classes[parent]
        while each := _best(known, said, covered):
            reference, own = known.pop(each)
            found.append(reference)
            self.used.add(each)
            covered.update(own)
            left = {k: v for k, v in left.items() if own.get(k) != v}
        self._classes[of] = code("{}.headers", identifier(constant)), said
        if len(found) == 1 and not left:
            return found[0]
        spread = (code("**{}", reference) for reference in found)
        return Group(code("{{"), (*spread, *_items(left)), code("}}"))


def block(constant: str, said: Said) -> Expression:
    """The definition of one that classes name."""
    opening = code("{} = {{", identifier(constant))
    return Group(opening, tuple(_items(said)), code("}}"))


def _items(said: Said) -> Iterator[Expression]:
    return (keyed(literal(name), each) for name, each in said.items())


def _best(
    known: Mapping[str | Ref, tuple[Source, Said]], said: Said, covered: Set[str]
) -> str | Ref | None:
    """What says most of it: of headers that no other speaks of, and that are all there."""
    open_names = said.keys() - covered
    same = {
        name: sum(said[key] == each for key, each in own.items())
        for name, (_, own) in known.items()
        if own.keys() <= open_names
    }
    best = max(same, key=lambda name: same[name], default=None)
    return best if best is not None and same[best] >= _LEAST else None
