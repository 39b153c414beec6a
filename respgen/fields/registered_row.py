"""A structured field as a row of `fields`: how it is written, respelt, judged and mended.

Goes in: names, a shape, and what its specification asks of the members. Comes out: the row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Any, TypeAlias

from respgen.core.structured import (
    StructuredMember,
    sf_dict_value,
    sf_item,
    sf_list_value,
)
from respgen.core.structured_text import parse_sf_dict, parse_sf_item, parse_sf_list
from respgen.diagnostics import Finding, Mend, pasted
from respgen.fields import forms
from respgen.fields.kinds import Kind
from respgen.fields.loose import loose_dict, loose_list, loose_member
from respgen.fields.merging import Parts
from respgen.fields.row import FieldType
from respgen.fields.slips import LONGEST
from respgen.fields.structured import MEMBERS as BY_KEY
from respgen.fields.structured import bare, params, repeated
from respgen.fields.structured_values import MEMBERS, entries, item, members
from respgen.fields.wanted import (
    ANYTHING,
    Part,
    Wanted,
    fitted,
    part_remarks,
    unknown,
)
from respgen.located import Plain
from respgen.rules import r5

Judge: TypeAlias = Callable[[str], Iterator[object]]


class Shape(Enum):
    """The three structures (RFC 9651 3)."""

    LIST = auto()
    DICTIONARY = auto()
    ITEM = auto()


@dataclass(frozen=True, slots=True)
class Structured:
    """Fields of one kind: their members are all `member`, but for the `keys` of a Dictionary.

    Some of these are `required`, and some need another one to be true."""

    names: tuple[str, ...]
    about: str
    shape: Shape
    member: Wanted = ANYTHING
    keys: Mapping[str, Wanted] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    needs: Mapping[str, str] = field(default_factory=dict)

    def row(self) -> FieldType[Any]:
        """The row of the table of header types."""
        return FieldType(
            names=self.names,
            about=self.about,
            kind=replace(_KINDS[self.shape], make=self.read),
            encode=_ENCODERS[self.shape],
            respell=self.respelt,
            judge=self.remarks,
            merge=_MERGED.get(self.shape),
        )

    def read(self, value: Plain) -> Any:
        """The value of a list, a mapping or an item; text is a Token where the field takes Tokens."""
        found = _KINDS[self.shape].make(value)
        match self.shape:
            case Shape.LIST:
                return tuple(fitted(self.member, each) for each in found)
            case Shape.DICTIONARY:
                return {
                    key: fitted(self.keys.get(key, self.member), each)
                    for key, each in found.items()
                }
            case Shape.ITEM:
                return fitted(self.member, found)

    def respelt(self, text: str) -> str:
        """Its canonical text; what does not parse, or has a key twice, as it is."""
        twice = self.shape is Shape.DICTIONARY and any(repeated(text))
        try:
            return text if twice else self._text(self._parsed(text))
        except ValueError:
            return text

    def remarks(self, text: str) -> Iterator[Finding]:
        """Reports on a text that does not parse, or on each member."""
        faults = [*self._faults(text)]
        mended = self.meant(text) if faults else None
        yield from (mending(found, mended) for found in faults)

    def meant(self, text: str, faults: Judge | None = None) -> str | None:
        """The text that was certainly meant, which has no faults; None where that is unclear."""
        if len(text) > LONGEST:
            return None
        try:
            mended = self._text(self._loosely(text))
        except ValueError:
            return None
        right = mended not in ("", text) and not any((faults or self._faults)(mended))
        return mended if right else None

    def _faults(self, text: str) -> Iterator[Finding]:
        try:
            found = self._parsed(text)
        except ValueError as error:
            message = f"not {_CALLED[self.shape]}: {error}"
            advice = "correct it there: recipients ignore the whole header"
            yield Finding(r5.STRUCTURED_FIELD, message, advice)
            return
        if self.shape is Shape.DICTIONARY:
            yield from self._keys(text, found)
        for part in self._parts(found):
            yield from part_remarks(part)

    def _keys(self, text: str, found: Any) -> Iterator[Finding]:
        rule = r5.STRUCTURED_MEMBER
        for key in repeated(text):
            message = f"{key} appears twice: only the last one counts"
            yield Finding(rule, message, "write it once", (key,), at_key=True)
        for key in found:
            if self.keys and key not in self.keys:
                yield from unknown(key, self.keys, (key,))
        for key in self.required:
            if key not in found:
                yield Finding(rule, f"{key} is missing", f"add {key}")
        for key, other in self.needs.items():
            if key in found and bare(found.get(other, False)) is not True:
                message = f"{key} is for {other} without a value: recipients ignore the whole header"
                yield Finding(rule, message, f"write {other} alone, too", (key,))

    def _parts(self, found: Any) -> Iterator[Part]:
        match self.shape:
            case Shape.LIST:
                for place, each in enumerate(found):
                    path, name = (f"#{place}",), f"member {place + 1}"
                    flags = _flags(each) if self.member.is_word else ()
                    yield Part(path, name, self.member, each, flags)
            case Shape.ITEM:
                yield Part((), "the value", self.member, found)
            case Shape.DICTIONARY:
                for key, each in found.items():
                    wanted = self.keys.get(key, self.member)
                    yield Part((key,), key, wanted, each, self.keys)

    def _parsed(self, text: str) -> Any:
        return _PARSERS[self.shape](text)

    def _loosely(self, text: str) -> Any:
        match self.shape:
            case Shape.LIST:
                return loose_list(self.member, text)
            case Shape.ITEM:
                return loose_member(self.member, text)
            case Shape.DICTIONARY:
                return loose_dict(self.keys, self.member, text)

    def _text(self, found: Any) -> str:
        return _ENCODERS[self.shape]("", found).decode("ascii")


def mending(found: Finding, mended: str | None) -> Finding:
    """The finding with what was meant, where that is certain."""
    if mended is None:
        return found
    return replace(found, help=f"write {pasted(mended)}", fix=Mend(mended))


def _flags(member: StructuredMember) -> list[str]:
    """Parameters without a value: behind a word that has none, they were to be members."""
    return [key for key, value in params(member).items() if value is True]


def _by_text(text: str) -> dict[str, str]:
    texts = (sf_list_value("", [each]).decode("ascii") for each in parse_sf_list(text))
    return {each: each for each in texts}


_CALLED: Mapping[Shape, str] = {
    Shape.LIST: "a List",
    Shape.DICTIONARY: "a Dictionary",
    Shape.ITEM: "an Item",
}
_PARSERS: Mapping[Shape, Callable[[str], Any]] = {
    Shape.LIST: parse_sf_list,
    Shape.DICTIONARY: parse_sf_dict,
    Shape.ITEM: parse_sf_item,
}
_ENCODERS: Mapping[Shape, Callable[[str, Any], bytes]] = {
    Shape.LIST: sf_list_value,
    Shape.DICTIONARY: sf_dict_value,
    Shape.ITEM: sf_item,
}
_KINDS: Mapping[Shape, Kind[Any]] = {
    Shape.LIST: Kind(
        "a list", forms.several({}), members, advice="write a list, in brackets"
    ),
    Shape.DICTIONARY: Kind(
        "a mapping",
        MEMBERS.form,
        entries,
        advice="write a mapping such as {key: value}",
    ),
    Shape.ITEM: Kind(
        "a mapping such as {token: x}",
        {"type": "object"},
        item,
        advice="write it as text, or as a mapping such as {token: x}",
    ),
}
_MERGED: Mapping[Shape, Parts] = {
    Shape.LIST: Parts(_by_text),
    Shape.DICTIONARY: BY_KEY,
}
