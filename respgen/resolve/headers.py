"""Headers as written -> header specs, and how those of a parent, of profiles and of a class merge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from respgen.diagnostics import Problems, Span
from respgen.load.tree import Entry
from respgen.resolve.constants import constant, parts
from respgen.resolve.header_values import HeaderValues, inside
from respgen.resolve.names import parameter_name
from respgen.resolve.specs import ConstantHeader, HeaderSpec, ParameterHeader
from respgen.rules import r2
from respgen.schema.header_keys import (
    Constant,
    HeaderValue,
    Parameter,
    Removal,
    TypedConstant,
)
from respgen.vocabulary.header_types import HEADER_TYPES


@dataclass(frozen=True, slots=True)
class Removed:
    """A header that is taken away."""

    name: str


Change: TypeAlias = HeaderSpec | Removed


def merged(
    inherited: Iterable[HeaderSpec], changes: Iterable[Change]
) -> tuple[HeaderSpec, ...]:
    """The headers after the changes, in wire order.

    A declaration replaces the one of its name whole and keeps its place; what was removed and is
    declared again stands at the end.
    """
    headers = {header.name.lower(): header for header in inherited}
    for change in changes:
        if isinstance(change, Removed):
            headers.pop(change.name.lower(), None)
        else:
            headers[change.name.lower()] = change
    return tuple(headers.values())


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads mappings of headers. `places`: where `as` names a parameter, by its header's place."""

    problems: Problems
    places: dict[Span, Span] = field(default_factory=dict)

    def changes(
        self, entries: Sequence[Entry], values: Mapping[str, HeaderValue]
    ) -> tuple[Change, ...]:
        """What one mapping of headers says, in the order written; malformed ones are left out."""
        first: dict[str, Entry] = {}
        for entry in entries:
            earlier = first.setdefault(entry.key.lower(), entry)
            if earlier is not entry:
                self._twice(entry, earlier.key_span.line)
        found = (self._change(entry, values[entry.key]) for entry in first.values())
        return tuple(change for change in found if change is not None)

    def _twice(self, entry: Entry, line: int) -> None:
        message = (
            f"{entry.key} is declared twice: the case of a field name does not count"
        )
        self.problems.add(
            r2.FIELD_TWICE, entry.key_span, message, f"it stands on line {line}"
        )

    def _change(self, entry: Entry, value: HeaderValue) -> Change | None:
        match value:
            case None | Removal():
                return Removed(entry.key)
            case Parameter():
                return self._parameter(entry, value)
            case TypedConstant():
                return self._typed_constant(entry, value)
            case Constant():
                place = inside(entry.value, "value")
                return constant(entry, place, value.policy, self.problems)
            case _:
                return constant(entry, entry.value, "overridable", self.problems)

    def _typed_constant(self, entry: Entry, value: TypedConstant) -> Change | None:
        values = HeaderValues.of(entry.key, value, entry.value, self.problems)
        wire = values.wire()
        if wire == "" and HEADER_TYPES[values.word].plural:
            return Removed(entry.key)  # an empty list or dictionary sends nothing
        if wire is None:
            return None
        place = inside(entry.value, "value")
        return ConstantHeader(
            entry.key, wire, value.policy, entry.key_span, place.span, parts(place)
        )

    def _parameter(self, entry: Entry, value: Parameter) -> ParameterHeader:
        values = HeaderValues.of(entry.key, value, entry.value, self.problems)
        values.fit()
        if value.says("as_"):
            self.places[entry.key_span] = inside(entry.value, "as").span
        return ParameterHeader(
            name=entry.key,
            parameter=value.as_ if value.says("as_") else parameter_name(entry.key),
            type=values.word,
            member=values.member,
            values=values.choices,
            required=value.required,
            default=values.default() if value.says("default") else None,
            policy=value.policy,
            description=value.description,
            span=entry.key_span,
        )
