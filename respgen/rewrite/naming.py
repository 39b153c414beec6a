"""Which names a file gets for what its edits write, and what it imports for them.

Go in: names with the places where they are written. Come out: the words for each, and new imports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from respgen.rewrite.edits import Name, Refused
from respgen.rewrite.imported import Imports, Place

_MOST = 4
"""Underscores behind a name that is taken; who needs more has a reason to be asked."""


@dataclass(frozen=True, slots=True, order=True)
class New:
    """`from module import name as local`; without a name the module itself."""

    module: str
    name: str
    local: str

    @property
    def item(self) -> str:
        """As it stands in a list of names."""
        return self.name if self.local == self.name else f"{self.name} as {self.local}"


@dataclass
class Naming:
    """Chooses names, once all the places of each are known."""

    imports: Imports
    _places: dict[Name, list[Place]] = field(default_factory=dict)
    _chosen: dict[Name, str] | None = None

    def need(self, wanted: Iterable[tuple[Name, Place]]) -> None:
        """Takes note of names of a change. Raises Refused where one can have none."""
        missing = [(_plain(n), p) for n, p in wanted if not self._existing(n, p)]
        for name, place in missing:
            places = [*self._places.get(name, ()), place]
            if not any(self.imports.is_free(each, places) for each in _locals(name)):
                raise Refused(f"the name {_local(name)} is taken here")
        for name, place in missing:
            self._places.setdefault(name, []).append(place)

    def missing(self, wanted: Name, place: Place) -> bool:
        """Whether it takes a new import."""
        return self._existing(wanted, place) is None

    def _existing(self, wanted: Name, place: Place) -> str | None:
        return self.imports.written(_plain(wanted), place)

    def words(self, wanted: Name, place: Place) -> str:
        """What to write."""
        existing = self._existing(wanted, place)
        return (existing or self._names()[_plain(wanted)]) + wanted.attribute

    def new(self) -> Iterator[tuple[New, list[Place]]]:
        """What is to be imported, and where it is used."""
        for name, local in self._names().items():
            module, _, last = name.module.rpartition(".")
            of = (name.module, name.name) if name.name else (module, last)
            yield New(*of, local), self._places[name]

    def _names(self) -> dict[Name, str]:
        if self._chosen is None:
            self._chosen = {}
            for name in sorted(self._places, key=lambda n: (n.module, n.name)):
                taken = self._chosen.values()
                self._chosen[name] = next(
                    each
                    for each in _locals(name, _MOST + len(self._places))
                    if each not in taken
                    and self.imports.is_free(each, self._places[name])
                )
        return self._chosen


def _plain(name: Name) -> Name:
    return Name(name.module, name.name)


def _local(name: Name) -> str:
    return name.name or name.module.rpartition(".")[2]


def _locals(name: Name, most: int = _MOST) -> Iterator[str]:
    return (_local(name) + "_" * count for count in range(most))
