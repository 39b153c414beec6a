"""Values that know where their author wrote them.

What a schema declares comes as these: the decoder makes them, `resolve` reads them, and a finding
points to the span of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from respgen.diagnostics import Places, Span, part_name

Value = TypeVar("Value", covariant=True)


NOWHERE = Span("", 1, 1, 1, 1)
"""The place of what nobody wrote."""


@dataclass(frozen=True, slots=True)
class Located(Generic[Value]):
    """A value. `key` is the place of the key before it, of a list's item that of the item itself."""

    value: Value
    span: Span
    key: Span


def without_colon(span: Span, key: Span) -> bool:
    """Whether nothing is written after a key, not even a colon: `{a}` of YAML."""
    return span[1:3] == span[3:5] == key[3:5]


Written: TypeAlias = Located[Value] | None
"""What a key that may be left out says; None where it is left out."""


class WrittenInteger(int):
    """A whole number that is written in another way than its decimal digits: `text`."""

    text: str

    @classmethod
    def of(cls, value: int, text: str) -> int:
        """The number; itself where its digits are what is written."""
        if str(value) == text:
            return value
        made = cls(value)
        made.text = text
        return made


class WrittenFloat(float):
    """A number that is written in another way than `repr` has it: `text`."""

    text: str

    @classmethod
    def of(cls, value: float, text: str) -> float:
        """The number; itself where `repr` is what is written."""
        if repr(value) == text:
            return value
        made = cls(value)
        made.text = text
        return made


def as_written(number: float) -> str:
    """The text of a number in the schema."""
    if isinstance(number, WrittenInteger | WrittenFloat):
        return number.text
    return repr(number)


Plain: TypeAlias = "bool | int | float | str | dict[str, Plain] | list[Plain] | None"
"""What a value is without its places."""
LocatedPlain: TypeAlias = "Located[PlainValue]"
PlainValue: TypeAlias = (
    "bool | int | float | str | Mapping[str, LocatedPlain] | tuple[LocatedPlain, ...] | None"
)
"""A value of no known keys, such as that of a header, with a place for each of its parts."""


def plain(value: PlainValue) -> Plain:
    """The value without its places."""
    if isinstance(value, Mapping):
        return {key: plain(below.value) for key, below in value.items()}
    if isinstance(value, tuple):
        return [plain(item.value) for item in value]
    return value


def part(located: LocatedPlain, step: str | int) -> LocatedPlain | None:
    """The value below a key, or at a place of a list; None where there is none."""
    inside = located.value
    if isinstance(inside, tuple) and isinstance(step, int):
        return inside[step]
    if isinstance(inside, Mapping) and isinstance(step, str):
        return inside.get(step)
    return None


def places(place: LocatedPlain) -> Places:
    """Where a value stands, and all that has a name below it; a text alone has no parts."""
    return Places(place.span, dict(_parts(place.value, ())))


def _parts(
    value: PlainValue, above: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[Span, Span]]]:
    if isinstance(value, Mapping):
        for key, below in value.items():
            path = (*above, part_name(key))
            yield path, (below.key, below.span)
            yield from _below(below, path)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            path, named = (*above, f"#{place}"), not isinstance(
                item.value, tuple | Mapping
            )
            yield path, (item.span, item.span)
            yield from _below(item, above if named else path)


def _below(
    located: LocatedPlain, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[Span, Span]]]:
    if isinstance(located.value, tuple | Mapping):
        yield from _parts(located.value, path)
    else:
        name = part_name(str(located.value))
        yield (*path, name), (located.span, located.span)


def kind(value: object) -> str:
    """What a value is, in an author's words."""
    if isinstance(value, bool):
        return str(value).lower()
    return next(word for form, word in _KINDS if isinstance(value, form))


_KINDS: tuple[tuple[type, str], ...] = (
    (str, "text"),
    (int, "a whole number"),
    (float, "a number"),
    (type(None), "null"),
    (Mapping, "a mapping"),
    (object, "a list"),
)
