"""What a fix changes in the tree, and whether a tree is the old one with exactly that changed.

Goes in: fixes with the places that diagnostics give, and trees. Comes out: changes that know the
way to their place, or Uncertain.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from respgen.diagnostics import Add, Added, Fix, KeyPath, Remove, Replace, Span, quoted
from respgen.fix.document import Document, Spot, Spots, is_null
from respgen.load import tree
from respgen.load.tree import plain
from respgen.located import Plain

PlainScalar: TypeAlias = str | int | bool
"""A scalar that a fix writes."""
Inside: TypeAlias = "PlainScalar | dict[str, Inside]"
"""What comes to stand below the keys of an insertion."""


@dataclass(frozen=True, slots=True)
class Put:
    """The scalar at the spot becomes `value`."""

    spot: Spot
    value: PlainScalar

    @property
    def path(self) -> KeyPath:
        return self.spot.path


@dataclass(frozen=True, slots=True)
class Rename:
    """The key of the spot becomes `key`."""

    spot: Spot
    key: str

    @property
    def path(self) -> KeyPath:
        return self.spot.path


@dataclass(frozen=True, slots=True)
class Drop:
    """The entry or item at the spot goes."""

    spot: Spot

    @property
    def path(self) -> KeyPath:
        return self.spot.path


@dataclass(frozen=True, slots=True)
class Insert:
    """Below the mapping or the null at the spot, `value` comes to stand at `keys`.

    Not even the first of them is there yet.
    """

    spot: Spot
    keys: tuple[str, ...]
    value: Added

    @property
    def path(self) -> KeyPath:
        """What is new: where there was null, all of the mapping is."""
        new = () if is_null(self.spot.node) else self.keys[:1]
        return (*self.spot.path, *new)


TreeChange: TypeAlias = Put | Rename | Drop | Insert


class Uncertain(Exception):  # noqa: N818 # what a fix is then, in one word
    """There is not the one place that a fix would change; the message says why."""


def file_of(fix: Fix) -> str:
    """The file that a fix is about."""
    return fix.span.file if isinstance(fix, Replace) else fix.key_span.file


def change_of(fix: Fix, document: Document) -> TreeChange:
    """What a fix changes in the tree of its file. Raises Uncertain."""
    match fix:
        case Replace(span, value):
            named = span in document.keys
            spot = _only(document.keys if named else document.values, span)
            if named and isinstance(value, str):
                if isinstance(spot.holder, tree.Mapping) and spot.holder.entry(value):
                    raise Uncertain(f"{value} is already defined")
                return Rename(spot, value)
            if named or not isinstance(spot.node, tree.Scalar):
                raise Uncertain("there is no single value there")
            return Put(spot, value)
        case Remove(span):
            named = span in document.keys
            return Drop(_only(document.keys if named else document.values, span))
        case Add(span, path, value):
            return _insertion(_only(document.keys, span), path, value, document)


def _only(spots: Spots, span: Span) -> Spot:
    found = spots.get(span, [])
    if len(found) > 1:
        raise Uncertain("an alias repeats it elsewhere")
    if not found:
        raise Uncertain("there is no separate value there")
    return found[0]


def _insertion(
    spot: Spot, keys: tuple[str, ...], value: Added, document: Document
) -> Insert:
    """Where the first key that is not there yet goes."""
    for position, key in enumerate(keys):
        node = spot.node
        entry = node.entry(key) if isinstance(node, tree.Mapping) else None
        if entry is None:
            if isinstance(node, tree.Mapping) or is_null(node):
                return Insert(spot, keys[position:], value)
            raise Uncertain(f"{spot.path[-1]} is not a mapping")
        path = (*spot.path, key)
        spot = next(s for s in document.keys[entry.key_span] if s.path == path)
    raise Uncertain(f"{keys[-1]} is already defined")


def described(change: TreeChange) -> str:
    """What a change has done, in words."""
    last = change.spot.path[-1]
    match change:
        case Put(value=value):
            shown = quoted(value) if isinstance(value, str) else str(value).lower()
            return f"{last} is now {shown}"
        case Rename(key=key):
            return f"{last} is now {key}"
        case Drop():
            return f"removed {last}"
        case Insert(keys=keys):
            return f"added {keys[-1]}"


def clash(one: TreeChange, other: TreeChange) -> bool:
    """Whether one of two changes moves the place of the other."""
    shared = min(len(one.path), len(other.path))
    if one.path[:shared] == other.path[:shared]:
        return True
    return _shifts(one, other.path) or _shifts(other, one.path)


def _shifts(change: TreeChange, path: KeyPath) -> bool:
    """Whether `path` leads through a list that loses an item."""
    holder = change.path[:-1]
    from_list = isinstance(change, Drop) and change.spot.entry is None
    return from_list and path[: len(holder)] == holder


# What has to come out


def is_exactly(
    new: tree.Mapping, old: tree.Mapping, changes: Iterable[TreeChange]
) -> bool:
    """Whether `new` is `old` with these changes, which do not clash, and with no other.

    The order of keys counts, but for the new ones.
    """
    wanted = plain(old)
    fresh: set[KeyPath] = set()
    for change in sorted(changes, key=lambda each: each.path, reverse=True):
        if not _make(change, wanted):
            return False
        if isinstance(change, Insert):
            fresh.add(change.path)
    return _alike(plain(new), wanted, fresh, ())


def _make(change: TreeChange, wanted: Plain) -> bool:
    """Whether the change could be made in the plain tree."""
    *above, last = change.spot.path
    holder = _at(wanted, above)
    match change:
        case Put(value=value):
            holder[last] = value
        case Drop():
            del holder[last]
        case Rename(key=key):
            if key in holder:
                return False
            renamed = {key if each == last else each: holder[each] for each in holder}
            holder.clear()
            holder.update(renamed)
        case Insert(keys=keys, value=value):
            if holder[last] is None:
                holder[last] = {}
            holder[last] |= nested(keys, value)
    return True


def _at(wanted: Plain, path: Iterable[str | int]) -> Any:
    found: Any = wanted
    for step in path:
        found = found[step]
    return found


def nested(keys: tuple[str, ...], value: Added) -> dict[str, Inside]:
    """The mapping in which `value` stands at `keys`, of which there is one at least."""
    inside = _inside(value)
    for key in reversed(keys[1:]):
        inside = {key: inside}
    return {keys[0]: inside}


def _inside(value: Added) -> Inside:
    if isinstance(value, Mapping):
        return {key: _inside(each) for key, each in value.items()}
    return value


def _alike(one: Plain, other: Plain, fresh: set[KeyPath], path: KeyPath) -> bool:
    if isinstance(one, dict) and isinstance(other, dict):
        orders = [[k for k in each if (*path, k) not in fresh] for each in (one, other)]
        return (
            one.keys() == other.keys()
            and orders[0] == orders[1]
            and all(_alike(one[k], other[k], fresh, (*path, k)) for k in one)
        )
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(
            _alike(*pair, fresh, (*path, index))
            for index, pair in enumerate(zip(one, other, strict=True))
        )
    # by their forms: True is not 1, and not a number is itself
    return repr(one) == repr(other)
