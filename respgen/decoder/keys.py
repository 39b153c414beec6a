"""Mappings of known keys: a class, each field of which is a row of the language.

Goes in: a mapping of the tree. Comes out: its class, each value with its places. What is
malformed is noted and left out, with the whole mapping where it cannot be without it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from inspect import cleandoc
from typing import ClassVar, Generic, TypeVar, cast, dataclass_transform

from respgen.decoder.advice import mapping_advice
from respgen.decoder.indentation import Nested, settled_entries
from respgen.decoder.plain import MAPPING, Definitions, SchemaPart, Shape
from respgen.decoder.reading import Reading, has_key, mark
from respgen.diagnostics import Diagnostic, Finding, Rule, Severity, Span, part_name
from respgen.load import tree
from respgen.load.tree import Entry
from respgen.located import NOWHERE, Located, Plain, Written
from respgen.rules import r0

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Row:
    """One key: its shape, its description for editors, and what holds where it is left out.

    `example` is what the help for a missing key shows, and editors.
    """

    shape: Shape[object]
    about: str = ""
    required: bool = False
    example: object = None
    otherwise: object = None
    settled: bool = False
    """Whether `otherwise` is the value of a key that is left out, and no mere description."""
    name: str = ""
    """The field: `as_` is that of the key `as`."""


@dataclass(frozen=True, slots=True)
class Others:
    """All keys that no row has, and the field that they are in."""

    shape: Shape[object]
    name: str = ""


def row(shape: Shape[Value], about: str, otherwise: object = None) -> Written[Value]:
    """A key that may be left out: None then. `otherwise` tells editors what that means."""
    return cast("Written[Value]", Row(shape, about, otherwise=otherwise))


def required(shape: Shape[Value], about: str, example: object = None) -> Located[Value]:
    """A key that the mapping cannot be without."""
    made = Row(shape, about, required=True, example=example)
    return cast("Located[Value]", made)


def settled(shape: Shape[Value], about: str, otherwise: Value) -> Located[Value]:
    """A key that is `otherwise` where it is left out, without a place then."""
    made = Row(shape, about, otherwise=otherwise, settled=True)
    return cast("Located[Value]", made)


def others(shape: Shape[Value]) -> Mapping[str, Located[Value]]:
    """All keys that no row has: names that the author chooses."""
    return cast("Mapping[str, Located[Value]]", Others(shape))


@dataclass_transform(
    frozen_default=True,
    kw_only_default=True,
    field_specifiers=(row, required, settled, others),
)
class Keys:
    """A mapping whose keys are known: a dataclass to type checkers, made by the decoder alone."""

    noun: ClassVar[str] = ""
    """What the mapping is, for keys that stand in another one."""
    planned: ClassVar[Mapping[str, str]] = {}
    """Keys of the language that are not built yet, each with what to do instead."""
    meant: ClassVar[Mapping[str, str]] = {}
    """The help for keys that authors write for others, by their letters."""
    example: ClassVar[str] = ""
    """Such a mapping; without it, one of the required keys."""
    unknown: ClassVar[Rule] = r0.UNKNOWN_KEY
    called: ClassVar[str] = "key"
    """What its keys are, in messages."""
    elsewhere: ClassVar[frozenset[str]] = frozenset()
    """Keys that other forms of the same mapping have: in conflict with the last required one."""
    advice: ClassVar[str] = ""
    """The help for an unknown key that is near to no known one."""
    instead: ClassVar[Mapping[str, str]] = {"from": "write the value itself"}
    """What to say of a mapping with one of these keys, where no mapping is expected."""

    rows: ClassVar[Mapping[str, Row]] = {}
    """The rows by the author's words, inherited ones first."""
    needed: ClassVar[Sequence[str]] = ()
    """The keys without which there is no such mapping."""
    others: ClassVar[Others | None] = None

    places: Mapping[str, Span]
    """Where each key was written: the value if it is short, the key otherwise."""
    whole: bool
    """Whether nothing that was written is left out."""
    lost: frozenset[str]
    """The keys whose values are left out, unknown ones among them."""

    def __init_subclass__(cls, more: Mapping[str, object] | None = None) -> None:
        """Take the rows, and `more` of a table, out of the class: defaults stand in their place."""
        bases = reversed(cls.__bases__)
        rows = {
            word: each
            for base in bases
            for word, each in getattr(base, "rows", {}).items()
        }
        for name, each in [*vars(cls).items(), *(more or {}).items()]:
            if isinstance(each, Row):
                rows[name.removesuffix("_")] = replace(each, name=name)
                default = Located(each.otherwise, NOWHERE, NOWHERE)
                setattr(cls, name, default if each.settled else None)
            elif isinstance(each, Others):
                cls.others = replace(each, name=name)
        cls.rows = rows
        cls.needed = tuple(word for word, each in rows.items() if each.required)

    @classmethod
    def help_for(cls, key: str) -> str:
        """What to write in place of a key that is unknown, if authors are known to write it."""
        return cls.meant.get(part_name(key), "")

    @classmethod
    def needs(cls, word: str, node: tree.Node) -> object:
        """The example of a key that the mapping lacks."""
        return cls.rows[word].example

    def mistake(self) -> Finding | None:
        """What no single key says: keys that do not agree."""
        return None


KeysType = TypeVar("KeysType", bound=Keys)


@dataclass(frozen=True, slots=True)
class KeysOf(Generic[KeysType]):
    """The shape of a mapping of known keys. `instead`: the mistake that anything else is."""

    keys: type[KeysType]
    instead: Finding | None = None
    takes: frozenset[type] = MAPPING.takes

    @property
    def inner(self) -> frozenset[str]:
        return frozenset(self.keys.rows)

    def read(self, entry: Entry, reading: Reading) -> Located[KeysType] | None:
        node = entry.value
        if not isinstance(node, tree.Mapping):
            self._refuse(entry, reading)
            return None
        return _read(self.keys, entry, node, reading.inside(self.keys))

    def _refuse(self, entry: Entry, reading: Reading) -> None:
        if self.instead:
            reading.found(self.instead, entry)
        else:
            advice = mapping_advice(entry, shown(self.keys))
            reading.wrong_type("a mapping", entry, advice)

    def schema(self, definitions: Definitions) -> SchemaPart:
        name = self.keys.__name__.removesuffix("Keys")
        if name not in definitions:
            definitions[name] = None  # a mapping may stand inside of itself
            definitions[name] = {**form(self.keys, definitions)}
        return {"$ref": f"#/$defs/{name}"}


def shown(keys: type[Keys]) -> str:
    """A mapping of these keys, for help lines."""
    needed = (f"{word}: {keys.rows[word].example or '...'}" for word in keys.needed)
    return keys.example or f"{{{', '.join(needed)}}}"


def _read(
    keys: type[KeysType], entry: Entry, node: tree.Mapping, reading: Reading
) -> Located[KeysType] | None:
    """Read the mapping that is the value of `entry`."""
    noted = len(reading.notes)
    entries = settled_entries(node, partial(_belongs, keys), reading)
    known = [each for each in entries if each.key in keys.rows]
    rest = [each for each in entries if each.key not in keys.rows]
    made = keys.__new__(keys)
    places = _fill(made, known, reading)
    if keys.others:
        named = _named(rest, keys.others.shape, reading)
        vars(made)[keys.others.name], rest = named, []
    if not _complete(keys, entry, places, rest, reading):
        return None
    lost = {each.key for each in (*known, *rest)} - places.keys()
    whole = not any(map(_is_error, reading.notes[noted:]))
    vars(made).update(places=places, whole=whole, lost=frozenset(lost))
    mistake = made.mistake()
    # of what is left of a mapping, a mistake says nothing new
    if mistake and not rest and len(places) == len(known):
        reading.found(mistake, entry)
    return None if mistake else Located(made, node.span, entry.key_span)


def _is_error(note: Diagnostic) -> bool:
    return note.severity is Severity.ERROR


def _belongs(keys: type[Keys], above: Entry, entry: Entry) -> bool:
    """Whether an entry is written beside the key, or the author's name, that it is below."""
    row = keys.rows.get(above.key)
    if keys.others is None:
        nested = row is not None and tree.Mapping in row.shape.takes
        return nested and entry.key not in keys.rows
    named: object = keys.others.shape
    return row is None and isinstance(named, Nested) and entry.key in named.inner


def _fill(made: Keys, known: Iterable[Entry], reading: Reading) -> dict[str, Span]:
    """Give an instance the values of its rows; their places come out."""
    places = {}
    for each in known:
        row = made.rows[each.key]
        value = row.shape.read(each, reading)
        if value is not None:
            vars(made)[row.name] = value
            places[each.key] = mark(each)
    return places


def _named(
    entries: Iterable[Entry], shape: Shape[object], reading: Reading
) -> dict[str, Located[object]]:
    found = ((entry.key, shape.read(entry, reading)) for entry in entries)
    return {word: value for word, value in found if value is not None}


def _complete(
    keys: type[Keys],
    entry: Entry,
    good: Container[str],
    strange: Sequence[Entry],
    reading: Reading,
) -> bool:
    """Whether all required keys are good. Notes unknown keys and missing ones."""
    for each in strange:
        reading.unknown_key(each, keys)
    lacking = [word for word in keys.needed if word not in good]
    for word in lacking:
        # an unknown key says it already: it is misspelt, or the mapping is of another form
        if not strange and not has_key(entry.value, word):
            reading.missing(word, keys.needs(word, entry.value), entry)
    return not lacking


def form(keys: type[Keys], definitions: Definitions) -> SchemaPart:
    """The JSON Schema of a mapping of known keys."""
    properties: dict[str, Plain] = {
        word: {**_described(row, definitions)} for word, row in keys.rows.items()
    }
    required: list[Plain] = [word for word, row in keys.rows.items() if row.required]
    others: Plain = {**keys.others.shape.schema(definitions)} if keys.others else False
    return {
        "additionalProperties": others,
        "description": cleandoc(keys.__doc__ or ""),
        "properties": properties,
        **({"required": required} if required else {}),
        "type": "object",
    }


def _described(row: Row, definitions: Definitions) -> SchemaPart:
    """A key as editors show it: no default where a key left out means nothing."""
    means_nothing = not row.otherwise and row.otherwise is not False
    default = {} if means_nothing else {"default": cast("Plain", row.otherwise)}
    examples = {} if row.example is None else {"examples": [cast("Plain", row.example)]}
    return {
        **row.shape.schema(definitions),
        "description": row.about,
        **default,
        **examples,
    }
