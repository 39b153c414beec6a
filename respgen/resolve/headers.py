"""Headers as written -> header specs, and how those of a parent, of profiles and of a class merge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from respgen.core.values import parse_etag
from respgen.diagnostics import Problems, Rule, Span, nearest, quoted
from respgen.load.tree import Entry, Node, Plain, plain
from respgen.load.tree import Mapping as Tree
from respgen.load.tree import Sequence as Sequential
from respgen.resolve.names import parameter_name
from respgen.resolve.specs import (
    ConstantHeader,
    DefaultValue,
    HeaderSpec,
    ParameterHeader,
    Policy,
)
from respgen.rules import r0, r2
from respgen.schema.errors import found
from respgen.schema.header_keys import (
    Constant,
    HeaderValue,
    Parameter,
    Removal,
    TypedConstant,
    TypedKeys,
)
from respgen.schema.mistakes import member_of
from respgen.vocabulary.header_types import HEADER_TYPES, HeaderType, encoded, typed


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
                place = inside(entry.value, "value").span
                return _constant(entry, str(value.value), value.policy, place)
            case _:
                return _constant(entry, str(value), "overridable", entry.value.span)

    def _typed_constant(self, entry: Entry, value: TypedConstant) -> HeaderSpec | None:
        place = inside(entry.value, "value")
        wire = self._wire(entry.key, value, place)
        if wire is None or not self._check_choices(entry, value):
            return None
        return _constant(entry, wire, value.policy, place.span)

    def _wire(self, name: str, value: TypedConstant, place: Node) -> str | None:
        """The field value of a typed constant; None where it is not of its type."""
        word, member = split_type(value.type)
        row = HEADER_TYPES[word]
        # text is judged as any constant is; an entity tag is the raw field, quotes and all
        if word == "str" and isinstance(value.value, str):
            return value.value
        if row.raw and isinstance(value.value, str):
            return self._entity_tag(name, value.value, word, place)
        typed_value = self._typed(name, value, plain(place), place)
        if typed_value == ():
            message = f"{name}: an empty list sends nothing"
            self.problems.add(r0.CONFLICT, place.span, message, "leave the header out")
        if typed_value is None or typed_value == ():
            return None
        return encoded(name, word, member, tuple(value.values), typed_value).decode(
            "latin-1"
        )

    def _entity_tag(self, name: str, text: str, word: str, place: Node) -> str | None:
        """RFC 9110 8.8.3."""
        try:
            weak, opaque = parse_etag(text)
        except ValueError as error:
            self._malformed(name, word, error, place)
            return None
        if weak != (word == "weak_etag"):
            kind = "a weak" if weak else "a strong"
            advice = f'write {"" if weak else "W/"}"{opaque}", or the other type'
            message = f"{name}: {kind} entity tag, but the type is {word}"
            self.problems.add(r2.ENTITY_TAG, place.span, message, advice)
            return None
        return text

    def _parameter(self, entry: Entry, value: Parameter) -> ParameterHeader:
        word, member = split_type(value.type)
        self._check_choices(entry, value)
        if value.says("as_"):
            self.places[entry.key_span] = inside(entry.value, "as").span
        return ParameterHeader(
            name=entry.key,
            parameter=value.as_ if value.says("as_") else parameter_name(entry.key),
            type=word,
            member=member,
            values=tuple(value.values),
            required=value.required,
            default=self._default(entry, value),
            policy=value.policy,
            description=value.description,
            span=entry.key_span,
        )

    def _check_choices(self, entry: Entry, value: TypedKeys) -> bool:
        """Whether every value of an enum can be sent; those that cannot are reported."""
        word, member = split_type(value.type)
        place = inside(entry.value, "values")
        items = place.items if isinstance(place, Sequential) else ()
        fine = True
        for item, choice in zip(items, value.values, strict=False):
            sent: DefaultValue = (choice,) if member else choice
            try:
                encoded(entry.key, word, member, tuple(value.values), sent)
            except ValueError as error:
                self._malformed(entry.key, member or word, error, item)
                fine = False
        return fine

    def _default(self, entry: Entry, value: Parameter) -> DefaultValue | None:
        if not value.says("default"):
            return None
        place = inside(entry.value, "default")
        return self._typed(entry.key, value, plain(place), place)

    def _typed(
        self, name: str, value: TypedKeys, written: Plain, place: Node
    ) -> DefaultValue | None:
        """The typed value, which the encoder of its type takes; None where it does not."""
        word, member = split_type(value.type)
        choices = tuple(value.values)
        try:
            typed_value = typed(word, member, written)
            encoded(name, word, member, choices, typed_value)
        except TypeError:
            self._wrong_type(word, member, place)
        except ValueError as error:
            if not self._unknown_choice(value, written, place):
                self._malformed(name, member or word, error, place)
        else:
            return typed_value
        return None

    def _wrong_type(self, word: str, member: str | None, place: Node) -> None:
        row = HEADER_TYPES[word]
        expected = row.expected
        if isinstance(place, Sequential) and member is not None:
            expected, place = self._member_to_blame(member, place)
        message = f"expected {expected}, found {found(place)}"
        advice = "put it in quotes" if expected.startswith("text") else ""
        self.problems.add(r0.WRONG_TYPE, place.span, message, advice)

    def _member_to_blame(self, member: str, place: Sequential) -> tuple[str, Node]:
        row = HEADER_TYPES[member]
        strange = (item for item in place.items if not _is_typed(row, plain(item)))
        return row.expected, next(strange, place)

    def _unknown_choice(self, value: TypedKeys, written: Plain, place: Node) -> bool:
        """Whether the value is none of an enum's, which is said then."""
        texts = written if isinstance(written, list) else [written]
        strange = [
            str(text) for text in texts if value.values and text not in value.values
        ]
        for text in strange:
            advice = nearest(text, value.values) or f"such as {quoted(value.values[0])}"
            message = f"{quoted(text)} is none of the enum's values"
            self.problems.add(r0.UNKNOWN_WORD, place.span, message, advice)
        return bool(strange)

    def _malformed(self, name: str, word: str, error: ValueError, place: Node) -> None:
        message = str(error).removeprefix(f"{name}: ").removeprefix("duration: ")
        rule = _RULES.get(word, r2.FIELD_VALUE)
        if any(character > "\xff" for character in str(plain(place))):
            rule = r2.LATIN_1
        advice = _EXAMPLES.get(word, "")
        self.problems.add(rule, place.span, f"{name}: {message}", advice)


_EXAMPLES = {
    "date": "write 2026-01-31T12:00:00Z",
    "duration": "write 90s",
    "token": "write letters and digits",
}
_RULES: dict[str, Rule] = {
    "date": r2.DATE,
    "etag": r2.ENTITY_TAG,
    "weak_etag": r2.ENTITY_TAG,
}


def _is_typed(row: HeaderType, written: Plain) -> bool:
    try:
        row.default(written)
    except TypeError:
        return False
    except ValueError:
        return True
    return True


def split_type(word: str) -> tuple[str, str | None]:
    """`list[T]` as ("list", "T"), any other word by itself."""
    member = member_of(word)
    return ("list", member) if member else (word, None)


def inside(node: Node, key: str) -> Node:
    """The value of a key that the mapping is known to have."""
    entry = node.entry(key) if isinstance(node, Tree) else None
    return entry.value if entry else node


def _constant(entry: Entry, value: str, policy: Policy, place: Span) -> ConstantHeader:
    return ConstantHeader(entry.key, value, policy, entry.key_span, place)
