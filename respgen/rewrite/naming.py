"""Which names a file gets for what its edits write, and what it imports for them.

Go in: names with the places where they are written. Come out: the words for each, and new imports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from respgen.rewrite.edits import Name, Refused
from respgen.rewrite.imported import Imports, Place

_MOST = 4
"""Names that are tried: one underscore more behind each."""


@dataclass(frozen=True, slots=True, order=True)
class New:
    """`from module import name as local`; without a module the module of this name."""

    module: str
    name: str
    local: str

    @property
    def item(self) -> str:
        """As it stands in a list of names."""
        return self.name if self.local == self.name else f"{self.name} as {self.local}"


class Forced(NamedTuple):
    """An import under a name that the file has already; it is there from `row` on."""

    local: str
    row: int
    places: tuple[Place, ...]

    def precedes(self, place: Place) -> bool:
        """Whether it is there when a place is reached."""
        return place.scope.is_deferred or place.row > self.row


@dataclass
class Naming:
    """Chooses names, once all the places of each are known."""

    imports: Imports
    _places: dict[Name, list[Place]] = field(default_factory=dict)
    _forced: dict[Name, Forced] = field(default_factory=dict)
    _chosen: dict[Name, str] | None = None

    def force(self, name: Name, forced: Forced) -> None:
        """Has an object imported under a name that was another's so far."""
        self._forced[name] = forced

    def need(self, wanted: Iterable[tuple[Name, Place]]) -> None:
        """Takes note of names of a change. Raises Refused where one can have none."""
        missing = [(_plain(n), p) for n, p in wanted if self.missing(n, p)]
        for name, place in missing:
            places = [*self._places.get(name, ()), place]
            if not any(self.imports.is_free(each, places) for each in _locals(name)):
                raise Refused(f"the name {_local(name)} is taken here")
        for name, place in missing:
            self._places.setdefault(name, []).append(place)

    @property
    def wanted(self) -> Iterable[Name]:
        """What is to be imported."""
        return self._places

    def missing(self, wanted: Name, place: Place) -> bool:
        """Whether it takes a new import."""
        return self._existing(_plain(wanted), place) is None

    def _existing(self, name: Name, place: Place) -> str | None:
        forced = self._forced.get(name)
        if forced and self.imports.sees(forced.local, place) and forced.precedes(place):
            return forced.local
        return self.imports.written(name, place)

    def words(self, wanted: Name, place: Place) -> str:
        """What to write."""
        name = _plain(wanted)
        return (self._existing(name, place) or self._names[name]) + wanted.attribute

    def new(self) -> Iterator[tuple[New, list[Place]]]:
        """What is to be imported, and where it is used."""
        for name, forced in self._forced.items():
            yield New(name.module, name.name, forced.local), [*forced.places]
        for name, local in self._names.items():
            module, _, last = name.module.rpartition(".")
            of = (name.module, name.name) if name.name else (module, last)
            yield New(*of, local), self._places[name]

    @property
    def clashes(self) -> bool:
        """Whether a name is another than it would be in an empty file."""
        return any(local != _local(name) for name, local in self._names.items())

    @property
    def _names(self) -> dict[Name, str]:
        if self._chosen is None:
            self._chosen = {}
            for name in sorted(self._places, key=lambda n: (n.module, n.name)):
                places = [p for p in self._places[name] if self.missing(name, p)]
                if places:
                    self._chosen[name] = self._choice(name, places)
                    self._places[name] = places
        return self._chosen

    def _choice(self, name: Name, places: list[Place]) -> str:
        taken = (self._chosen or {}).values()
        return next(
            each
            for each in _locals(name, _MOST + len(self._places))
            if each not in taken and self.imports.is_free(each, places)
        )


def _plain(name: Name) -> Name:
    return Name(name.module, name.name)


def _local(name: Name) -> str:
    return name.name or name.module.rpartition(".")[2]


def _locals(name: Name, most: int = _MOST) -> Iterator[str]:
    return (_local(name) + "_" * count for count in range(most))
