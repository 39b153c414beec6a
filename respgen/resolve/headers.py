"""Headers as written -> header specs, and how those of a parent, of profiles and of a class merge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from respgen.diagnostics import Problems, Span
from respgen.fields import FIELDS, TYPES
from respgen.load.tree import Entry, Node, Scalar
from respgen.resolve.constants import constant, parts
from respgen.resolve.expressions import Refused, import_path
from respgen.resolve.header_values import HeaderValues, inside
from respgen.resolve.templates import document, template
from respgen.rules import r1, r2
from respgen.schema.header_keys import (
    Computed,
    Constant,
    HeaderValue,
    Parameter,
    Removal,
    Source,
    Template,
    TypedConstant,
)
from respgen.specs import (
    BodyHeader,
    ConstantHeader,
    HeaderSpec,
    JsonHeader,
    ParameterHeader,
    Policy,
    SourceHeader,
    TemplateHeader,
)
from respgen.vocabulary.fields import URLS
from respgen.vocabulary.identifiers import parameter_name


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
            r2.FIELD_TWICE, entry.key_span, message, f"the first one is on line {line}"
        )

    def _change(self, entry: Entry, value: HeaderValue) -> Change | None:
        match value:
            case None | Removal():
                return Removed(entry.key)
            case Parameter():
                return self._parameter(entry, value)
            case TypedConstant():
                return self._typed_constant(entry, value)
            case Source():
                return self._source(entry, value)
            case Template():
                return self._template(entry, value)
            case Computed():
                return _computed(entry, value)
            case Constant():
                return self._constant(entry, inside(entry.value, "value"), value.policy)
            case _:
                return self._constant(entry, entry.value, "overridable")

    def _constant(self, entry: Entry, place: Node, policy: Policy) -> Change | None:
        made = constant(entry, place, policy, self.problems)
        if made is None or made.value or isinstance(place, Scalar):
            return made
        # an empty list or mapping sends nothing
        return made if FIELDS[entry.key.lower()].empty else Removed(entry.key)

    def _typed_constant(self, entry: Entry, value: TypedConstant) -> Change | None:
        values = HeaderValues.of(entry.key, value, entry.value, self.problems)
        wire = values.wire()
        if wire == "" and TYPES[values.word].plural:
            return Removed(entry.key)  # an empty list or dictionary sends nothing
        if wire is None:
            return None
        place = inside(entry.value, "value")
        return ConstantHeader(
            name=entry.key,
            value=wire,
            policy=value.policy,
            span=entry.key_span,
            value_span=place.span,
            parts=parts(place),
            type=values.word,
        )

    def _parameter(self, entry: Entry, value: Parameter) -> ParameterHeader:
        values = HeaderValues.of(entry.key, value, entry.value, self.problems)
        values.fit()
        if value.says("as_"):
            self.places[entry.key_span] = inside(entry.value, "as").span
        place = inside(entry.value, "default")
        default = values.default() if value.says("default") else None
        return ParameterHeader(
            name=entry.key,
            parameter=value.as_ if value.says("as_") else parameter_name(entry.key),
            type=values.word,
            member=values.member,
            values=values.choices,
            required=value.required,
            default=default,
            policy=value.policy,
            description=value.description,
            span=entry.key_span,
            text=values.text(default),
            value_span=place.span,
            parts=parts(place),
        )

    def _source(self, entry: Entry, value: Source) -> SourceHeader | None:
        values = HeaderValues.of(entry.key, value, entry.value, self.problems)
        values.fit()
        try:
            source = import_path(value.from_)
        except Refused as refused:
            place = inside(entry.value, "from").span
            self.problems.add(r1.IMPORT_PATH, place, refused.message, refused.advice)
            return None
        return SourceHeader(
            name=entry.key,
            source=source,
            type=values.word,
            member=values.member,
            values=values.choices,
            policy=value.policy,
            description=value.description,
            span=entry.key_span,
        )

    def _template(
        self, entry: Entry, value: Template
    ) -> TemplateHeader | JsonHeader | None:
        place = inside(entry.value, "template").span
        try:
            if isinstance(value.template, str):
                return _text(entry, value, value.template, place)
            made = document(value.template)
        except Refused as refused:
            self.problems.add(r1.TEMPLATE, place, refused.message, refused.advice)
            return None
        policy, about = value.policy, value.description
        return JsonHeader(entry.key, made, policy, about, entry.key_span, place)


def _text(entry: Entry, value: Template, text: str, place: Span) -> TemplateHeader:
    pattern = template(text)
    kind = value.type if value.says("type") else _silent_type(entry.key.lower())
    return TemplateHeader(
        name=entry.key,
        texts=pattern.texts,
        parameters=pattern.parameters,
        fill="url" if kind == "url" else "text",
        type=kind,
        policy=value.policy,
        description=value.description,
        span=entry.key_span,
        value_span=place,
    )


def _silent_type(name: str) -> str:
    """The type of a template that does not say it."""
    return "url" if name in URLS else "etag" if name == "etag" else "str"


def _computed(entry: Entry, value: Computed) -> BodyHeader:
    return BodyHeader(
        name=entry.key,
        type=value.type,
        algorithm=value.algorithm,
        policy=value.policy,
        description=value.description,
        span=entry.key_span,
    )
