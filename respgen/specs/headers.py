"""Specs of headers: constants, parameters, templates, sources, and what is computed of the body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from respgen.diagnostics import Places, Span
from respgen.specs.types import DefaultValue, ImportPath

Fill: TypeAlias = Literal["text", "url", "nonce"]
Policy: TypeAlias = Literal["overridable", "locked", "append"]

Parts: TypeAlias = Mapping[tuple[str, ...], tuple[Span, Span]]
"""The places of a part's name and of its value, by the part_names that lead to it."""


@dataclass(frozen=True, slots=True)
class ConstantHeader:
    """A default header that every response of the class sends. `value` is its wire form."""

    name: str
    value: str
    policy: Policy
    span: Span = field(compare=False)
    """Where the name stands."""
    value_span: Span = field(default=Span("", 1, 1, 1, 1), compare=False)
    """Where the value stands."""
    parts: Parts = field(default_factory=dict, compare=False)
    """Where the parts of the value stand, if it was written as a mapping or a list."""
    type: str = field(default="", compare=False)
    """The header type that made the value, if one did."""

    @property
    def places(self) -> Places:
        """Where the value stands, and its parts."""
        return Places(self.value_span, self.parts)


@dataclass(frozen=True, slots=True)
class ParameterHeader:
    """A header whose value is a keyword-only constructor parameter.

    `type` and `member` are words of `fields.TYPES`; `member` is set for `list` only,
    `values` for `enum` only (of the type or of its members).
    """

    name: str
    parameter: str
    type: str
    member: str | None
    values: tuple[str, ...]
    required: bool
    default: DefaultValue | None
    policy: Policy
    description: str
    span: Span = field(compare=False)
    text: str | None = None
    """The default on the wire, empty where it sends nothing."""
    value_span: Span = field(default=Span("", 1, 1, 1, 1), compare=False)
    """Where the default stands, if there is one."""
    parts: Parts = field(default_factory=dict, compare=False)
    """Where the parts of the default stand, if it was written as a mapping or a list."""

    @property
    def places(self) -> Places:
        """Where the value stands, and its parts."""
        return Places(self.value_span, self.parts)


@dataclass(frozen=True, slots=True)
class TemplateHeader:
    """A header whose value is a text with places for parameters of the class.

    `texts` stand around the places, one more than `parameters`. `fill` is how a parameter becomes
    text, `type` the header type that judges the whole.
    """

    name: str
    texts: tuple[str, ...]
    parameters: tuple[str, ...]
    fill: Fill
    type: str
    policy: Policy
    description: str
    span: Span = field(compare=False)
    value_span: Span = field(compare=False)
    """Where the template stands."""
    parts: Parts = field(default_factory=dict, compare=False)
    optional: tuple[str, ...] = ()
    """Those of the parameters that may be None, in which case nothing is sent."""

    @property
    def places(self) -> Places:
        """Where the value stands, and its parts."""
        return Places(self.value_span, self.parts)

    @property
    def value(self) -> str:
        """The template as its author reads it."""
        places = (f"{{{parameter}}}" for parameter in self.parameters)
        pairs = zip(self.texts, (*places, ""), strict=True)
        return "".join(text + place for text, place in pairs)


@dataclass(frozen=True, slots=True)
class Place:
    """A param's own value, whatever JSON it is."""

    parameter: str

    @property
    def parameters(self) -> tuple[str, ...]:
        return (self.parameter,)


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with places for params, as in a TemplateHeader."""

    texts: tuple[str, ...]
    parameters: tuple[str, ...]


JsonTemplate: TypeAlias = (
    Place
    | Filled
    | str
    | int
    | float
    | bool
    | tuple["JsonTemplate", ...]
    | Mapping[str, "JsonTemplate"]
    | None
)


@dataclass(frozen=True, slots=True)
class JsonHeader:
    """A header whose value is a JSON document with places for params.

    A key of a mapping whose value is None is left out.
    """

    name: str
    template: JsonTemplate
    policy: Policy
    description: str
    span: Span = field(compare=False)
    value_span: Span = field(compare=False)
    """Where the template stands."""

    @property
    def parameters(self) -> tuple[str, ...]:
        """The params that it has places for, in their order, each once."""
        names = (name for place in self.places for name in place.parameters)
        return tuple(dict.fromkeys(names))

    @property
    def places(self) -> tuple[Place | Filled, ...]:
        """Everything in it that params decide."""
        return tuple(_places(self.template))


def _places(template: JsonTemplate) -> Iterator[Place | Filled]:
    match template:
        case Place() | Filled():
            yield template
        case tuple():
            for inside in template:
                yield from _places(inside)
        case Mapping():
            for inside in template.values():
                yield from _places(inside)


@dataclass(frozen=True, slots=True)
class SourceHeader:
    """A header whose value is read, or called, for each response.

    `type`, `member` and `values` are those of a ParameterHeader.
    """

    name: str
    source: ImportPath
    type: str
    member: str | None
    values: tuple[str, ...]
    policy: Policy
    description: str
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class BodyHeader:
    """A header that is computed of the body: `algorithm` is that of a digest."""

    name: str
    type: Literal["etag", "weak_etag", "digest"]
    algorithm: Literal["sha-256", "sha-512"]
    policy: Policy
    description: str
    span: Span = field(compare=False)


HeaderSpec: TypeAlias = (
    ConstantHeader
    | ParameterHeader
    | TemplateHeader
    | JsonHeader
    | SourceHeader
    | BodyHeader
)
