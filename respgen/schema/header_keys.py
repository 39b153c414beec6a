"""The keys of a header: a constant, a typed constant, a parameter, or its removal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, TypeAlias, get_args

from respgen.decoder.keys import required, row, settled
from respgen.decoder.plain import LIST, MAPPING, NUMBER, TEXT, TRUE, TRUTH, WHOLE, Shape
from respgen.decoder.shapes import ListOf, OneOf, Parsed, either
from respgen.diagnostics import Finding
from respgen.fields.forms import MERGE
from respgen.load import tree
from respgen.located import Located, LocatedPlain, PlainValue, Written, without_colon
from respgen.rules import r0
from respgen.schema.defaults import type_of_default
from respgen.schema.header_options import (
    SPACED,
    SPACED_ABOUT,
    Spaced,
    separator_finding,
    spaced_finding,
    values_finding,
)
from respgen.schema.header_types import (
    TEMPLATE_TYPES,
    TYPE_WORDS,
    template_type,
    type_word,
)
from respgen.schema.sent_keys import Described, HeaderKeys, SentKeys
from respgen.schema.value_keys import FilledKeys, ValueKeys, formatted, unfit_option
from respgen.specs import ImportPath
from respgen.vocabulary.import_paths import IMPORT_PATH

HEADER_FORMS = "text, a whole number, a mapping or null"

_TYPE = Parsed(TEXT, type_word, {"enum": [*TYPE_WORDS]})
_TYPE_ABOUT = "What the header holds: a type, or list[...] of one."
_TYPED: Shape[PlainValue] = either(
    "text, a number, true, false, a list or a mapping",
    *(TEXT, WHOLE, NUMBER, TRUTH, LIST, MAPPING),
    advice="write a value of the header's type, or remove it",
)
"""Which of them it has to be, the header type says."""


class Removal(HeaderKeys):
    """Takes an inherited header away; `null` says the same."""

    remove: Located[bool] = required(TRUE, "Removes the inherited header.")

    def mistake(self) -> Finding | None:
        if self.remove.value:
            return None
        message = "expected true, found false"
        return Finding(r0.WRONG_TYPE, message, "leave the header out", ("remove",))


@dataclass(frozen=True, slots=True)
class OwnForm:
    """The field's own mapping with `merge`: whether it adds to what a parent or a profile sends."""

    value: LocatedPlain
    merge: Located[bool]


class ConstantKeys(SentKeys):
    """A default header with a policy."""

    merge: Written[bool] = row(TRUTH, MERGE)

    value: Located[PlainValue] = required(
        either(
            "text, a whole number, a list or a mapping",
            *(TEXT, WHOLE, LIST, MAPPING),
            advice="write the value in quotes",
        ),
        "The header value, as sent on the wire or in the header's own form.",
    )


class TypedKeys(SentKeys):
    """What names a header type."""

    type: Located[str] = required(_TYPE, _TYPE_ABOUT, "str")
    values: Located[tuple[Located[str], ...]] = settled(
        ListOf(TEXT), "The values of an enum.", ()
    )
    separator: Located[str] = settled(TEXT, "What joins the members of a list.", ", ")
    separators: Written[Spaced] = row(SPACED, SPACED_ABOUT)

    def mistake(self) -> Finding | None:
        word = self.type.value
        values = [value.value for value in self.values.value]
        wrong = values_finding(word, values if "values" in self.places else None)
        if wrong is None and "separator" in self.places:
            wrong = separator_finding(word, self.separator.value, self.policy.value)
        if wrong is None and self.separators:
            wrong = spaced_finding(word)
        return wrong


class TypedConstant(TypedKeys):
    """A default header whose value a header type puts in wire form."""

    value: Located[PlainValue] = required(_TYPED, "The value, of the header type.")


class ParameterKeys(TypedKeys, ValueKeys):
    """A header whose value the caller gives: a keyword-only constructor parameter."""

    noun: ClassVar[str] = "a header parameter"
    required: Located[bool] = settled(TRUTH, "Whether callers must pass it.", False)
    default: Written[PlainValue] = row(
        _TYPED, "What is sent if the caller passes nothing."
    )
    as_: Written[str] = row(
        TEXT,
        "The parameter's name; default: the header's name in lower case, with - as _.",
    )

    @classmethod
    def needs(cls, word: str, node: tree.Node) -> object:
        return type_of_default(node) or cls.rows[word].example

    def mistake(self) -> Finding | None:
        wrong = _of_type(self)
        if wrong or not (self.required.value and self.default):
            return wrong
        message = "a required parameter cannot have a default"
        return Finding(r0.CONFLICT, message, "leave out one of the two", ("default",))


def _of_type(keys: ParameterKeys | SourceKeys) -> Finding | None:
    """Keys that do not agree with the type, or with each other."""
    word = keys.type.value
    wrong = TypedKeys.mistake(keys) or unfit_option(keys, word)
    return wrong or formatted(keys, word)


class SourceKeys(TypedKeys, ValueKeys):
    """A header whose value is read, or called, for each response."""

    type: Located[str] = settled(_TYPE, _TYPE_ABOUT, "str")
    from_: Located[ImportPath] = required(
        IMPORT_PATH,
        'Import path, "package.module:name", of the value or of a function without'
        " parameters that returns it.",
        "shop.settings:settings.region",
    )

    def mistake(self) -> Finding | None:
        return _of_type(self)


class TemplateKeys(FilledKeys):
    """A header whose value is a text or a JSON document with places for params."""

    template: Located[PlainValue] = required(
        either(
            "text or a mapping",
            *(TEXT, MAPPING),
            advice="write a text such as /items/{item_id}, in quotes",
        ),
        "The value, with {name} as the placeholder of a param; {{ and }} are literal"
        " braces. A mapping is a JSON object: a key whose param is None is left out.",
        "/items/{item_id}",
    )
    separators: Written[Spaced] = row(SPACED, SPACED_ABOUT)
    type: Written[str] = row(
        Parsed(TEXT, template_type, {"enum": [*TEMPLATE_TYPES]}),
        "The type that checks the whole value; default: json for a mapping, url if the"
        " header holds one, otherwise str.",
    )

    def mistake(self) -> Finding | None:
        name = _unquoted(self.template)
        if name:
            message = f"YAML reads {{{name}}} as a mapping"
            advice = f'put it in quotes: "{{{name}}}"'
            return Finding(r0.WRONG_TYPE, message, advice, ("template",))
        is_mapping = not isinstance(self.template.value, str)
        if self.type is None or is_mapping == (self.type.value == "json"):
            spaced = self.separators and not is_mapping
            return spaced_finding("str") if spaced else None
        message = "a template of type json must be a mapping, any other must be text"
        return Finding(r0.CONFLICT, message, "leave out type", ("type",))


def _unquoted(place: LocatedPlain) -> str:
    """The name of a placeholder without quotes, anywhere in a template."""
    value = place.value
    below = [*value.items()] if isinstance(value, Mapping) else []
    if isinstance(value, tuple):
        below = [("", item) for item in value]
    for key, inside in below:
        name = key if without_colon(inside.span, inside.key) else _unquoted(inside)
        if name:
            return name
    return ""


ComputedType: TypeAlias = Literal["etag", "weak_etag", "digest"]
Algorithm: TypeAlias = Literal["sha-256", "sha-512"]
_OF_BODY: Shape[ComputedType] = OneOf(get_args(ComputedType))
_ALGORITHM: Shape[Algorithm] = OneOf(get_args(Algorithm))


class Computed(Described):
    """A header that is computed of the body."""

    type: Located[ComputedType] = required(
        _OF_BODY, "An entity tag, or a digest as a structured dictionary.", "etag"
    )
    of: Located[str] = required(OneOf(("body",)), "What it is computed from.")
    algorithm: Located[Algorithm] = settled(
        _ALGORITHM, "The algorithm of a digest.", "sha-256"
    )

    def mistake(self) -> Finding | None:
        if "algorithm" not in self.places or self.type.value == "digest":
            return None
        message = "only a digest has an algorithm"
        return Finding(r0.CONFLICT, message, "type: digest", ("algorithm",))


FORMS = (
    Removal,
    ConstantKeys,
    TypedConstant,
    ParameterKeys,
    SourceKeys,
    TemplateKeys,
    Computed,
)
"""The mappings that a header can be."""
HEADER_KEYS = frozenset(key for form in FORMS for key in form.rows)
HeaderKeys.elsewhere = HEADER_KEYS
TELLING = HEADER_KEYS - {"default", "algorithm"}
"""The keys that no field's own form has, which tell that the mapping is not one."""
