"""Values that a schema writes for a header's type -> the type's own, and their wire form."""

from __future__ import annotations

from dataclasses import dataclass, replace

from respgen.core.grammar import FieldError
from respgen.core.structured import Item
from respgen.core.values import parse_etag
from respgen.diagnostics import (
    Finding,
    KeyPath,
    Malformed,
    Problems,
    Rule,
    Span,
    nearest,
    quoted,
)
from respgen.fields import TYPES
from respgen.fields.types import encoded, read
from respgen.kinds.destinations import allowed
from respgen.located import Located, LocatedPlain, kind, part, places, plain
from respgen.resolve.numbers import note_numbers, note_sent
from respgen.rules import r0, r2
from respgen.schema.header_keys import TemplateKeys, TypedKeys
from respgen.schema.header_types import member_of
from respgen.schema.value_keys import FilledKeys, ValueKeys
from respgen.specs import Controls, DefaultValue, ImportPath, Rounding, ValueType
from respgen.specs.destinations import ANYWHERE


@dataclass(frozen=True, slots=True)
class HeaderValues:
    """The values of one typed header: its constant, its default, those of its enum."""

    name: str
    type: ValueType
    values: tuple[Located[str], ...]
    problems: Problems

    @classmethod
    def of(cls, name: str, keys: TypedKeys, problems: Problems) -> HeaderValues:
        """`list[T]` is the word "list" with the member T."""
        member = member_of(keys.type.value) or None
        values = keys.values.value
        word = "list" if member else keys.type.value
        of = ValueType(
            word,
            member,
            values=tuple(value.value for value in values),
            separator=keys.separator.value,
            spaced=keys.separators is not None,
            rounding=_rounding(name, keys),
            controls=controls(keys),
            to=allowed(keys) if isinstance(keys, FilledKeys) else ANYWHERE,
            format=_format(keys),
        )
        return cls(name, of, values, problems)

    def wire(self, place: LocatedPlain) -> str | None:
        """The field value of a constant; None, reported, where it is not of its type.

        A constant of several members that has none is b"", which sends nothing.
        """
        written = place.value
        # text is judged as any constant is; an entity tag is the raw field, quotes and all
        if self.type.word == "str" and isinstance(written, str):
            return written
        if TYPES[self.type.word].raw and isinstance(written, str):
            return self._entity_tag(written, place)
        value = self._typed(place)
        if value is None or not self.fit():
            return None
        if self.type.word == "list" and value == ():
            message = f"{self.name}: an empty list sends nothing"
            self.problems.add(r0.CONFLICT, place.span, message, "leave the header out")
            return None
        text = self._encoded(value).decode("latin-1")
        self._note_sent(place, text)
        return text

    def default(self, place: LocatedPlain) -> DefaultValue | None:
        """The value of the parameter's own type; None where it is not, which was reported."""
        value = self._typed(place)
        if isinstance(value, Item):
            message = f"{self.name}: an argument of this type cannot have parameters"
            advice = "type: sf_list, or a constant"
            self.problems.add(r0.CONFLICT, place.span, message, advice)
            return None
        text = self.text(value)
        if text is not None:
            self._note_sent(place, text)
        return value

    def text(self, default: DefaultValue) -> str | None:
        """What a default is on the wire."""
        if default is None or self.type.format:
            return None
        return self._encoded(default).decode("latin-1")

    def _note_sent(self, place: LocatedPlain, text: str) -> None:
        """Note numbers that are sent in another way; what is sent of JSON is the number."""
        word = self.type.member or self.type.word
        if word == "json":
            note_numbers(place, self.problems)
            return
        of = "list[str]" if self.type.member else "str"
        plain_number = word in ("int", "float")
        otherwise = f", or the text in quotes, of type {of}" if plain_number else ""
        note_sent(place, text, self.problems, otherwise)

    def fit(self) -> bool:
        """Whether every value of an enum can be sent; those that cannot are reported."""
        fitting = [self._fits(value) for value in self.values]
        return all(fitting)

    def _fits(self, place: Located[str]) -> bool:
        choice = place.value
        try:
            self._encoded((choice,) if self.type.member else choice)
        except FieldError as error:
            self._refused(error, place)
            return False
        return True

    def _encoded(self, value: DefaultValue) -> bytes:
        return encoded(self.name, self.type, value)

    def _typed(self, place: LocatedPlain) -> DefaultValue | None:
        """What the encoder of the type takes."""
        try:
            value = read(self.type, plain(place.value))
            if self.type.format is None:
                self._encoded(value)
        except FieldError as error:
            if not self._unknown_choice(place):
                self._refused(error, place)
        except Malformed as error:
            found = error.found
            if found.at or found.rule is r0.WRONG_TYPE:
                malformed_inside(self.name, found, place, self.problems)
            else:
                self._malformed(found.rule, found.message, found.help, place)
        else:
            return value
        return None

    def _unknown_choice(self, place: LocatedPlain) -> bool:
        """Whether the value is none of the enum's, which is said then."""
        items = place.value if isinstance(place.value, tuple) else (place,)
        texts = (
            [(str(plain(item.value)), item) for item in items]
            if self.type.values
            else []
        )
        strange = [(text, item) for text, item in texts if text not in self.type.values]
        for text, item in strange:
            advice = (
                nearest(text, self.type.values)
                or f"write one such as {quoted(self.type.values[0])}"
            )
            message = f"{quoted(text)} is not a value of the enum"
            self.problems.add(r0.UNKNOWN_WORD, item.span, message, advice)
        return bool(strange)

    def _entity_tag(self, text: str, place: LocatedPlain) -> str | None:
        """RFC 9110 8.8.3."""
        try:
            weak, opaque = parse_etag(text)
        except ValueError as error:
            advice = "write one such as '\"v1\"', with the double quotes"
            self._malformed(r2.ENTITY_TAG, str(error), advice, place)
            return None
        if weak == (self.type.word == "weak_etag"):
            return text
        kind, prefix = ("weak", "") if weak else ("strong", "W/")
        message = f"{self.name}: this is a {kind} entity tag, but the type is {self.type.word}"
        advice = f'write {prefix}"{opaque}", or use the other type'
        self.problems.add(r2.ENTITY_TAG, place.span, message, advice, binding=True)
        return None

    def _refused(self, error: FieldError, place: LocatedPlain) -> None:
        kind = TYPES[self.type.member or self.type.word].kind
        advice = self._apart(place) or kind.help(plain(place.value))
        self._malformed(kind.rule, error.reason, advice, place)

    def _apart(self, place: LocatedPlain) -> str:
        """What to write where members are fine by themselves, but not in a list."""
        if not self.type.member:
            return ""
        one = replace(self.type, word=self.type.member, member=None)
        items = place.value if isinstance(place.value, tuple) else (place,)
        try:
            for item in items:
                encoded(self.name, one, read(one, plain(item.value)))
        except FieldError:
            return ""
        mark = self.type.separator.strip() or " "
        return f"write each member as an item of its own, without {quoted(mark)}"

    def _malformed(
        self, rule: Rule, reason: str, advice: str, place: LocatedPlain
    ) -> None:
        rule, advice = _beyond(rule, advice, place)
        message = f"{self.name}: {reason}"
        self.problems.add(rule, place.span, message, advice, binding=True)


def controls(keys: TypedKeys | TemplateKeys) -> Controls:
    """What becomes of controls; a constant has none."""
    said = keys.controls if isinstance(keys, FilledKeys) else None
    return said.value if said else "refuse"


def _format(keys: TypedKeys) -> ImportPath | None:
    said = keys.format if isinstance(keys, ValueKeys) else None
    return said.value if said else None


def _rounding(name: str, keys: TypedKeys) -> Rounding:
    """Whoever comes back a moment late finds what Retry-After promised."""
    is_duration = "duration" in (keys.type.value, member_of(keys.type.value))
    if not is_duration or not isinstance(keys, ValueKeys):
        return "refuse"
    if keys.round_:
        return keys.round_.value
    return "up" if name.lower() == "retry-after" else "refuse"


def _beyond(rule: Rule, advice: str, place: LocatedPlain) -> tuple[Rule, str]:
    """The rule of characters outside Latin-1 in place of the one that found them first."""
    text = str(plain(place.value))
    if rule.code[:2] in ("R2", "R3", "R4") and any(each > "\xff" for each in text):
        return r2.LATIN_1, "write ASCII, percent-encoded if the header allows it"
    return rule, advice


def malformed_inside(
    name: str, found: Finding, place: LocatedPlain, problems: Problems
) -> None:
    """Report a mistake in the value that stands at `place`, or in a part of it."""
    message = found.message
    rule, advice = _beyond(found.rule, found.help, _part(place, found.at))
    found = replace(found, rule=rule, help=advice)
    if found.rule is r0.WRONG_TYPE:
        message = f"{message}, found {kind(_part(place, found.at).value)}"
    elif found.rule not in (r0.UNKNOWN_KEY, r0.UNKNOWN_WORD):
        message = f"{name}: {message}"
    problems.note([replace(found, message=message, binding=True)], places(place))


def _part(place: LocatedPlain, path: Span | KeyPath) -> LocatedPlain:
    """The value that a path leads to, or the last on its way."""
    for step in () if isinstance(path, Span) else path:
        place = part(place, step) or place
    return place
