"""Mappings of headers: which of its forms each header has, in profiles and in responses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, TypeAlias, cast

from respgen.decoder.keys import Keys, KeysOf, others, settled
from respgen.decoder.plain import (
    LIST,
    MAPPING,
    NULL,
    TEXT,
    WHOLE,
    Definitions,
    SchemaPart,
    Shape,
    located,
)
from respgen.decoder.reading import Reading
from respgen.decoder.respelt import meant_word
from respgen.decoder.shapes import ListOf, either
from respgen.diagnostics import Finding, Replace, quoted
from respgen.fields import FIELDS
from respgen.fields.numbers import number_help
from respgen.load import tree
from respgen.located import Located, Plain, PlainValue, without_colon
from respgen.rules import r0
from respgen.schema.header_keys import (
    FORMS,
    HEADER_FORMS,
    HEADER_KEYS,
    TELLING,
    Computed,
    ConstantKeys,
    OwnForm,
    ParameterKeys,
    Removal,
    SourceKeys,
    TemplateKeys,
    TypedConstant,
)
from respgen.schema.sent_keys import HeaderKeys

HeaderValue: TypeAlias = (
    "Removal | OwnForm | ConstantKeys | TypedConstant | ParameterKeys | SourceKeys | TemplateKeys | Computed | PlainValue"
)
_OWN_FORM: SchemaPart = {
    "type": "object",
    "minProperties": 1,
    "propertyNames": {"not": {"enum": [*sorted(TELLING)]}},
}
"""The field's own mapping; which fields have one, and what it is, `fields` says."""
_WORDS = {"true": "true", "yes": "true", "on": "true"} | dict.fromkeys(
    ("false", "no", "off"), "false"
)
"""What is meant by texts that YAML 1.1 takes for flags."""
_PLAINLY: Shape[PlainValue] = either(
    HEADER_FORMS,
    *(TEXT, WHOLE, NULL, LIST, MAPPING),
    advice="write the value in quotes",
)
_KEYED: Mapping[type[HeaderKeys], KeysOf[Any]] = {form: KeysOf(form) for form in FORMS}
_BY_KEY = {
    "remove": Removal,
    "from": SourceKeys,
    "template": TemplateKeys,
    "of": Computed,
}
"""What a mapping is, by the key that tells."""


@dataclass(frozen=True, slots=True)
class Header:
    """The shape of a header: what a mapping means, its keys tell."""

    takes: frozenset[type] = _PLAINLY.takes
    inner: frozenset[str] = HEADER_KEYS

    def read(self, entry: tree.Entry, reading: Reading) -> Located[HeaderValue] | None:
        node = entry.value
        if without_colon(node.span, entry.key_span):
            message = f"{quoted(entry.key)} has no colon and no value"
            advice = f'quotes are missing before: "..., {entry.key}"'
            found = Finding(r0.WRONG_TYPE, message, advice, entry.key_span)
            reading.found(found, entry)
            return None
        if not isinstance(node, tree.Mapping):
            if isinstance(node, tree.Scalar) and isinstance(node.value, bool):
                self._truth(entry, node.value, reading)
                return None
            if isinstance(node, tree.Scalar) and isinstance(node.value, float):
                reading.found(_fraction(entry, node.value), entry)
                return None
            return _PLAINLY.read(entry, reading)
        keys = {each.key for each in node}
        merge = node.entry("merge")
        if merge and _is_flag(merge.value) and keys & TELLING == {"merge"}:
            return _own_form(entry, node, merge)
        if merge and (wrong := _misplaced(node, merge)):
            reading.found(wrong, entry)
            return None
        if wrong := _beside_policy(entry.key, node):
            reading.found(wrong, entry)
            return None
        return _form(keys).read(entry, reading)

    def _truth(self, entry: tree.Entry, value: bool, reading: Reading) -> None:
        """The text that YAML reads as a truth value may be none of the header's, either."""
        word = str(value).lower()
        row = FIELDS.get(entry.key.lower())
        wrong = next(row.judge(word), None) if row else None
        advice = wrong.help if wrong else f'write "{word}"'
        message = f"expected {HEADER_FORMS}, found {word}"
        reading.found(Finding(r0.WRONG_TYPE, message, advice), entry)

    def schema(self, definitions: Definitions) -> SchemaPart:
        if "any-header" not in definitions:
            shapes = (TEXT, WHOLE, NULL, *_KEYED.values())
            forms: list[Plain] = [{**each.schema(definitions)} for each in shapes]
            definitions["any-header"] = {"anyOf": forms}
        any_header: Plain = {"$ref": "#/$defs/any-header"}
        return {"anyOf": [any_header, {"type": "array"}, {**_OWN_FORM}]}


def _fraction(entry: tree.Entry, number: float) -> Finding:
    """What is sent of a fraction is not what is written: 1.50, 1e3."""
    advice, meant = number_help(FIELDS.get(entry.key.lower()), number)
    fix = None if meant is None else Replace(entry.value.span, meant)
    message = f"expected {HEADER_FORMS}, found a number"
    return Finding(r0.WRONG_TYPE, message, advice, fix=fix)


def _is_flag(node: tree.Node) -> bool:
    """Whether `merge` is ours: in a field's own mapping a metric or an endpoint may be called so."""
    return isinstance(node, tree.Scalar) and isinstance(node.value, bool)


def _misplaced(node: tree.Mapping, merge: tree.Entry) -> Finding | None:
    """A flag as text, or parts of the field beside the keys of a header."""
    telling = {each.key for each in node} & TELLING
    flag = merge.value
    if telling == {"merge"} and isinstance(flag, tree.Scalar) and flag.value in _WORDS:
        message = "merge: expected true or false, found text"
        advice = f"write {_WORDS[flag.value]}, without quotes"
        return Finding(r0.WRONG_TYPE, message, advice, flag.span)
    parts = [each for each in node.entries if each.key not in HEADER_KEYS]
    if telling != {"merge", "policy"} or not parts or not _is_flag(flag):
        return None
    return _below_value(parts[0], "merge: true, ")


def _beside_policy(name: str, node: tree.Mapping) -> Finding | None:
    """Parts of the field beside a policy alone."""
    keys = {each.key for each in node}
    row = FIELDS.get(name.lower())
    parts = [each for each in node.entries if each.key not in HEADER_KEYS]
    strange = [each for each in parts if meant_word(each.key, HEADER_KEYS) is None]
    if keys & TELLING != {"policy"} or not strange or row is None or row.is_text:
        return None
    return _below_value(strange[0], "")


def _below_value(part: tree.Entry, merge: str) -> Finding:
    message = f"{quoted(part.key)} stands beside a policy: then it goes below value"
    advice = f"write {{{merge}policy: ..., value: {{{part.key}: ...}}}}"
    return Finding(r0.CONFLICT, message, advice, part.key_span)


def _own_form(
    entry: tree.Entry, node: tree.Mapping, merge: tree.Entry
) -> Located[HeaderValue]:
    others = tuple(each for each in node.entries if each is not merge)
    own = replace(entry, value=tree.Mapping(others, node.span))
    flag = cast("Located[bool]", located(merge))
    return Located(OwnForm(located(own), flag), node.span, entry.key_span)


def _form(keys: set[str]) -> Shape[HeaderValue]:
    if keys.isdisjoint(TELLING - {"merge"}):
        return _PLAINLY
    if "value" in keys and "remove" not in keys:
        return _KEYED[TypedConstant if "type" in keys else ConstantKeys]
    found = (form for key, form in _BY_KEY.items() if key in keys)
    return _KEYED[next(found, ParameterKeys)]


class ProfileHeader(Header):
    """A header of a profile, which takes no other profiles."""

    def read(self, entry: tree.Entry, reading: Reading) -> Located[HeaderValue] | None:
        if entry.key != "use":
            return Header.read(self, entry, reading)
        message = "a profile takes no other profiles"
        advice = (
            "name it in use: of the class, before this one, or write its headers here"
        )
        found = Finding(r0.UNKNOWN_KEY, message, advice, entry.key_span)
        reading.found(found, entry)
        return None


HEADER = Header()
Headers: TypeAlias = Mapping[str, Located[HeaderValue]]


class ProfileKeys(Keys):
    """Headers by their names."""

    example: ClassVar[str] = "{Cache-Control: no-store}"

    headers: Headers = others(ProfileHeader())


class ResponseHeaders(Keys):
    """Profiles to use, then headers by their names."""

    example: ClassVar[str] = "{X-Frame-Options: DENY}"

    use: Located[tuple[Located[str], ...]] = settled(
        ListOf(TEXT),
        "Header profiles, in order; later ones win, and the class's own headers win over all.",
        (),
    )
    headers: Headers = others(HEADER)
