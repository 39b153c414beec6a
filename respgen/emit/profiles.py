"""Header profiles -> constants of the module, which its classes splice into their lists.

Goes in: the profiles that a module sees and the constant headers of its classes. Comes out: the
splices and, once all classes are written, the constants that they use.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeAlias

from respgen.emit.layout import Group, laid_out, pair
from respgen.emit.source import Source, code, identifier, literal
from respgen.specs import Constant, HeaderSpec, ModuleSpec

WireFields: TypeAlias = tuple[tuple[bytes, bytes], ...]


def constant_field(header: HeaderSpec) -> tuple[bytes, bytes] | None:
    """A constant header as it is sent; None for any other."""
    origin = header.origin
    if not isinstance(origin, Constant):
        return None
    return header.name.lower().encode("latin-1"), origin.text.encode("latin-1")


@dataclass(slots=True)
class Profiles:
    """The constants that a module may have, by their names; `used` are those that it has."""

    named: Mapping[str, WireFields]
    used: dict[str, WireFields] = field(default_factory=dict)

    def splice(self, headers: Sequence[HeaderSpec]) -> tuple[Source, int] | None:
        """`*_SECURE` where headers begin with a whole profile, and how many of them it is."""
        found = [
            (name, fields)
            for name, fields in self.named.items()
            if _begins(headers, fields)
        ]
        if not found:
            return None
        name, fields = max(found, key=lambda each: len(each[1]))
        self.used[name] = fields
        return code("*{}", identifier(name)), len(fields)

    def definitions(self, width: int) -> list[Source]:
        """The statements that define what is used, in the order of the profiles."""
        return [
            _definition(name, fields, width)
            for name, fields in self.named.items()
            if name in self.used
        ]


def profiles(
    spec: ModuleSpec, modules: Mapping[str, ModuleSpec], taken: Set[str]
) -> Profiles:
    """The profiles of a module and of those it uses; of equal ones the nearest."""
    named: dict[str, WireFields] = {}
    for module in _seen(spec, modules):
        for name, headers in (*module.profiles.items(), *module.ready.items()):
            fields = _constant(headers)
            if len(fields) > 1 and fields not in named.values():
                named[_free(name, taken | named.keys())] = fields
    return Profiles(named)


def _seen(spec: ModuleSpec, modules: Mapping[str, ModuleSpec]) -> Iterable[ModuleSpec]:
    """The module itself, then those it uses, theirs too."""
    found = {spec.name: spec}
    waiting = [spec]
    while waiting:
        for name in waiting.pop(0).uses:
            if name not in found:
                found[name] = modules[name]
                waiting.append(modules[name])
    return found.values()


def _constant(headers: Iterable[HeaderSpec]) -> WireFields:
    """The longest run of constants: what stands around it is each class's own."""
    found = map(constant_field, headers)
    runs = [tuple(filter(None, run)) for _, run in groupby(found, bool)]
    return max(runs, key=len, default=())


def _free(profile: str, taken: Set[str]) -> str:
    # two underscores first would be mangled in a class
    name = "_" + (profile.upper().lstrip("_") or "PROFILE")
    choices = (name, *(f"{name}_{number}" for number in range(2, len(taken) + 3)))
    return next(choice for choice in choices if choice not in taken)


def _begins(headers: Sequence[HeaderSpec], fields: WireFields) -> bool:
    return fields == tuple(map(constant_field, headers[: len(fields)]))


def _definition(name: str, fields: WireFields, width: int) -> Source:
    pairs = tuple(pair(literal(key), literal(value)) for key, value in fields)
    opening = code("{} = (", identifier(name))
    return laid_out(Group(opening, pairs, code(")"), is_tuple=True), 0, width)
