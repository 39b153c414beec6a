"""Headers as written -> header specs, and what else they change in what is inherited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from respgen.diagnostics import Finding, Malformed, Places, Problems, Span
from respgen.fields import FIELDS, TYPES
from respgen.kinds.destinations import allowed
from respgen.located import Located, LocatedPlain, places, plain
from respgen.resolve.constants import constant
from respgen.resolve.header_values import HeaderValues, controls
from respgen.resolve.merging import Change, Removed, Supplement
from respgen.resolve.numbers import note_numbers
from respgen.rules import r0, r2
from respgen.schema.header_keys import (
    Computed,
    ConstantKeys,
    OwnForm,
    ParameterKeys,
    Removal,
    SourceKeys,
    TemplateKeys,
    TypedConstant,
)
from respgen.schema.headers import Headers, HeaderValue
from respgen.schema.value_keys import unfit_option
from respgen.specs import Fill, HeaderSpec, Origin, Pattern, Policy, ValueType, origins
from respgen.vocabulary.fields import URLS
from respgen.vocabulary.identifiers import parameter_name
from respgen.vocabulary.places import is_escaped, quoted_places
from respgen.vocabulary.templates import document, template

_QUOTING = ("str", "media_type")
"""The types of text as it is sent: quotes in it are those of quoted-strings."""
HEADERS = 100
"""Headers that a class or a profile may declare: many clients read no more."""


@dataclass(frozen=True, slots=True)
class HeaderReader:
    """Reads mappings of headers. `places`: where `as` names a parameter, by its header's place."""

    problems: Problems
    places: dict[Span, Span] = field(default_factory=dict)

    def changes(self, headers: Headers) -> tuple[Change, ...]:
        """What one mapping of headers says, in the order written; malformed ones are left out."""
        first: dict[str, str] = {}
        for name, header in headers.items():
            earlier = first.setdefault(name.lower(), name)
            if earlier is not name:
                self._twice(name, header.key, headers[earlier].key.line)
        names = [*first.values()]
        if len(names) > HEADERS:
            message = f"more than {HEADERS} headers in one place"
            span, advice = headers[names[HEADERS]].key, "many clients read no more"
            self.problems.add(r0.LIMIT, span, message, f"declare fewer: {advice}")
        found = (self._change(name, headers[name]) for name in names[:HEADERS])
        return tuple(change for change in found if change is not None)

    def _twice(self, name: str, span: Span, line: int) -> None:
        message = f"{name} is declared twice: header names are case-insensitive"
        advice = f"the first one is on line {line}"
        self.problems.add(r2.FIELD_TWICE, span, message, advice)

    def _change(self, name: str, header: Located[HeaderValue]) -> Change | None:
        span = header.key
        match header.value:
            case None | Removal():
                return Removed(name, span)
            case ParameterKeys() as keys:
                return self._parameter(name, span, keys)
            case TypedConstant() as keys:
                return self._typed_constant(name, span, keys)
            case SourceKeys() as keys:
                return self._source(name, span, keys)
            case TemplateKeys() as keys:
                return self._template(name, span, keys)
            case Computed() as keys:
                return _computed(name, span, keys)
            case ConstantKeys() as keys:
                return self._flagged(name, span, keys)
            case OwnForm(place, Located(True, merge)):
                return Supplement(name, span, place, None, merge)
            case OwnForm(place):
                return _deliberate(self._constant(name, span, place, "overridable"))
            case value:
                place = Located(value, header.span, header.key)
                return self._constant(name, span, place, "overridable")

    def _flagged(self, name: str, span: Span, keys: ConstantKeys) -> Change | None:
        if keys.merge and keys.merge.value:
            policy = keys.policy.value if "policy" in keys.places else None
            return Supplement(name, span, keys.value, policy, keys.merge.span)
        made = self._constant(name, span, keys.value, keys.policy.value)
        return _deliberate(made) if keys.merge else made

    def _constant(
        self, name: str, span: Span, place: LocatedPlain, policy: Policy
    ) -> Change | None:
        made = constant(name, span, place, policy, self.problems)
        if made is None or made.origin != origins.Constant(""):
            return made
        # an empty list or mapping sends nothing, unless its field says something by it
        sent = not isinstance(place.value, tuple | Mapping)
        return made if sent or FIELDS[name.lower()].empty else Removed(name)

    def _typed_constant(
        self, name: str, span: Span, keys: TypedConstant
    ) -> Change | None:
        values = HeaderValues.of(name, keys, self.problems)
        wire = values.wire(keys.value)
        if wire == "" and TYPES[values.type.word].plural:
            return Removed(name)  # an empty list or dictionary sends nothing
        if wire is None:
            return None
        of = ValueType(values.type.word, separator=values.type.separator)
        origin = origins.Constant(wire)
        policy, where = keys.policy.value, places(keys.value)
        return HeaderSpec(name, origin, of, policy, "", span, where)

    def _parameter(self, name: str, span: Span, keys: ParameterKeys) -> HeaderSpec:
        values = HeaderValues.of(name, keys, self.problems)
        values.fit()
        if keys.as_:
            self.places[span] = keys.as_.span
        default = values.default(keys.default) if keys.default else None
        origin = origins.Argument(
            parameter=keys.as_.value if keys.as_ else parameter_name(name),
            required=keys.required.value,
            default=default,
            text=values.text(default),
        )
        where = places(keys.default) if keys.default else Places(span)
        return _header(name, span, keys, origin, values.type, where)

    def _source(self, name: str, span: Span, keys: SourceKeys) -> HeaderSpec:
        values = HeaderValues.of(name, keys, self.problems)
        values.fit()
        origin = origins.Read(keys.from_.value)
        return _header(name, span, keys, origin, values.type, Places(span))

    def _template(self, name: str, span: Span, keys: TemplateKeys) -> HeaderSpec | None:
        place, written = keys.template.span, plain(keys.template.value)
        word = keys.type.value if keys.type else _silent_type(name.lower())
        try:
            if isinstance(written, str):
                pattern = template(written)
                origin: Origin = origins.Template(pattern, _fill(pattern, word))
            else:
                origin, word = origins.JsonDocument(document(written)), "json"
                note_numbers(keys.template, self.problems)
        except Malformed as refused:
            self.problems.note([refused.found], Places(place))
            return None
        if wrong := unfit_option(keys, word):
            self.problems.note([wrong], Places.of_entry(span, keys.places))
            return None
        spaced = keys.separators is not None
        of = ValueType(word, spaced=spaced, controls=controls(keys), to=allowed(keys))
        return _header(name, span, keys, origin, of, Places(place))


def _deliberate(change: Change | None) -> Change | None:
    """A header that takes the place of another one, as its author says."""
    if isinstance(change, HeaderSpec):
        return replace(change, deliberate=True)
    return change


def _header(
    name: str,
    span: Span,
    keys: ParameterKeys | SourceKeys | TemplateKeys | Computed,
    origin: Origin,
    of: ValueType,
    where: Places,
) -> HeaderSpec:
    policy, about = keys.policy.value, keys.description.value
    return HeaderSpec(name, origin, of, policy, about, span, where)


def _fill(pattern: Pattern, word: str) -> Fill:
    """How values become text: where their places stand decides. Raises Malformed."""
    if word == "url":
        return "url"
    if word not in _QUOTING or not any(quoted_places(pattern.texts)):
        return "text"
    if is_escaped(pattern.texts):
        message = "a backslash before a placeholder would change its value"
        raise Malformed(
            Finding(r2.FIELD_VALUE, message, "remove it, or write it twice")
        )
    return "quoted"


def _silent_type(name: str) -> str:
    """The type of a template that does not say it."""
    return "url" if name in URLS else "etag" if name == "etag" else "str"


def _computed(name: str, span: Span, keys: Computed) -> HeaderSpec:
    digest = keys.type.value == "digest"
    origin = origins.OfBody(keys.algorithm.value if digest else None)
    of = ValueType(keys.type.value)
    return _header(name, span, keys, origin, of, Places(span))
