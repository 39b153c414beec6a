"""What the specification of a structured field asks of its members, as data.

Goes in: the members of a parsed field. Comes out: what recipients would ignore of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from respgen.core.grammar import compiled
from respgen.core.structured import (
    SF_TOKEN,
    BareItem,
    InnerItem,
    InnerList,
    Item,
    StructuredMember,
    Token,
)
from respgen.decoder.respelt import meant_word
from respgen.diagnostics import Finding, KeyPath, nearest, quoted
from respgen.fields.origins import serialised_origin
from respgen.fields.structured import bare, params
from respgen.rules import r5


@dataclass(frozen=True, slots=True)
class Value:
    """A bare item: what it is called, its types, and the words or the numbers that are known.

    Without types it is any. `known` words are all there are, unless it is `open`. `seconds`: it is a time, which people write as `10m`.
    `origin`: a String is an origin as browsers write it.
    """

    said: str = ""
    types: tuple[type, ...] = ()
    known: tuple[str, ...] = ()
    open: bool = False
    most: int | None = None
    seconds: bool = False
    origin: bool = False

    def holds(self, value: BareItem | None) -> bool:
        """Tells whether the value is of these; words that are unusual are."""
        if value is None or (self.types and type(value) not in self.types):
            return False
        if self.most is not None:
            return isinstance(value, int) and 0 <= value <= self.most
        if self.origin and isinstance(value, str):
            return serialised_origin(value) == value
        is_word = isinstance(value, Token) or str not in self.types
        return self.open or not self.known or not is_word or _text(value) in self.known

    def is_usual(self, value: BareItem | None) -> bool:
        """Tells whether a word is known, where some are."""
        return not self.known or _text(value) in self.known


def _text(value: BareItem | None) -> str | None:
    return value.value if isinstance(value, Token) else None


ANY = Value()
BOOLEAN = Value("a Boolean: the name alone, ?1 or ?0", (bool,))
SWITCH = Value("?1 or ?0", (bool,))
STRING = Value("a String, in double quotes", (str,))
TOKEN = Value("a Token, without quotes", (Token,))
NAME = Value("a String in double quotes, or a Token", (Token, str))
BYTES = Value("bytes: base64 between colons", (bytes,))
WHOLE = Value("a whole number", (int,))
TRUE_OR_NAMES = Value("the name alone, or header names in double quotes", (bool, str))
ORIGIN = Value("an origin in double quotes, or *", (str, Token), ("*",), origin=True)
SECONDS = Value("a whole number of seconds", (int,), most=10**15, seconds=True)


def words(*known: str, others: bool = False) -> Value:
    """One of some Tokens; `others` may be registered."""
    shown = f"{', '.join(known[:-1])} or {known[-1]}" if known[1:] else known[0]
    said = TOKEN.said if others else f"{shown}, without quotes"
    return Value(said, (Token,), known, open=others)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A member: an Item, an Inner List of items, or either; and its parameters, where there are any.

    `demands`: words that do nothing without a parameter.
    """

    value: Value | None = ANY
    inner: Value | None = None
    params: Mapping[str, Value] = field(default_factory=dict)
    required: tuple[str, ...] = ()
    demands: Mapping[str, str] = field(default_factory=dict)

    @property
    def said(self) -> str:
        """What it must be."""
        item = self.value.said if self.value else ""
        inside = "a list in parentheses" if self.inner else ""
        return " or ".join(filter(None, (item, inside)))

    @property
    def is_word(self) -> bool:
        """Tells whether it is a Token alone."""
        tokens = self.value is not None and self.value.types == (Token,)
        return tokens and not self.params and self.inner is None


ANYTHING = Wanted(ANY, ANY)


class Part(NamedTuple):
    """A member with what it must be, its path, and how messages call it.

    `others` are the names that members of the field have: as parameters they would do nothing.
    """

    path: KeyPath
    name: str
    wanted: Wanted
    member: StructuredMember
    others: Collection[str] = ()


def fitted(wanted: Wanted, member: StructuredMember) -> StructuredMember:
    """The member, whose text is a Token where nothing but a Token may stand."""
    given = {
        key: _fit(wanted.params.get(key), each) for key, each in params(member).items()
    }
    item = bare(member)
    if item is not None:
        made = _fit(wanted.value, item)
        return Item(made, given) if given else made
    inside = [_inside(wanted, each) for each in _items(member)]
    return InnerList(inside, given) if given else inside


def _inside(wanted: Wanted, each: InnerItem) -> InnerItem:
    if isinstance(each, Item):
        return Item(_fit(wanted.inner, each.value), each.params)
    return _fit(wanted.inner, each)


def _fit(wanted: Value | None, value: BareItem) -> BareItem:
    only_token = wanted is not None and wanted.types == (Token,)
    if only_token and isinstance(value, str) and compiled(SF_TOKEN).fullmatch(value):
        return Token(value)
    return value


def part_remarks(part: Part) -> Iterator[Finding]:
    """Reports on the member, then on its parameters."""
    yield from _own(part)
    given = params(part.member)
    for key, value in given.items():
        wanted = part.wanted.params.get(key)
        path = (*part.path, key)
        if wanted:
            yield from _value(wanted, value, path, key)
        elif part.wanted.params:
            yield from unknown(key, part.wanted.params, path)
        elif key in part.others:
            message = f"{key} stands behind a semicolon, as a parameter of {part.name}"
            advice = "put a comma in front of it: recipients ignore it as it is"
            yield Finding(r5.STRUCTURED_MEMBER, message, advice, path, at_key=True)
    demanded = part.wanted.demands.get(_text(bare(part.member)) or "")
    for key in (*part.wanted.required, *([demanded] if demanded else ())):
        if key not in given:
            message = f"{part.name} must have {key}"
            yield Finding(r5.STRUCTURED_MEMBER, message, f"add {key}", part.path)


def _own(part: Part) -> Iterator[Finding]:
    item, wanted = bare(part.member), part.wanted
    if item is not None and wanted.value:
        yield from _value(wanted.value, item, part.path, part.name)
    elif item is None and wanted.inner:
        for each in _items(part.member):
            yield from _value(wanted.inner, bare(each), part.path, part.name)
    else:
        message = f"{part.name} must be {wanted.said}"
        yield Finding(r5.STRUCTURED_MEMBER, message, _CORRECT, part.path)


_CORRECT = "correct it: recipients ignore it as it is"


def _items(member: StructuredMember) -> Sequence[InnerItem]:
    """Those of an Inner List."""
    inside = member.items if isinstance(member, InnerList) else member
    return inside if isinstance(inside, tuple | list) else ()


def _value(
    wanted: Value, value: BareItem | None, path: KeyPath, name: str
) -> Iterator[Finding]:
    word = _text(value) or ""
    meant = meant_word(word, wanted.known)
    near = f"did you mean {meant!r}?" if meant else nearest(word, wanted.known)
    if wanted.origin and isinstance(value, str):
        origin = serialised_origin(value.removesuffix("/"))
        near = f'write "{origin}"' if origin else "write https:// and the host"
    if not wanted.holds(value):
        message = f"{name} must be {wanted.said}"
        yield Finding(r5.STRUCTURED_MEMBER, message, near or _CORRECT, path)
    elif meant and meant != word:
        message = (
            f"{name}: {quoted(word)} is not registered, and close to a word that is"
        )
        yield Finding(r5.STRUCTURED_WORD, message, near, path)


def unknown(key: str, known: Mapping[str, object], path: KeyPath) -> Iterator[Finding]:
    """Reports a name that is another one misspelt: an extension may have any other."""
    if meant := meant_word(key, known):
        message = f"unknown name {quoted(key)}"
        advice = f"did you mean {meant!r}?"
        yield Finding(r5.STRUCTURED_MEMBER, message, advice, path, at_key=True)
