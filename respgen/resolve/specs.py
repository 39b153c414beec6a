"""Specs: what resolve hands to emit. Every choice is made, every name is Python.

Texts here have passed the checks: names are ASCII identifiers, field names are tokens, constant
values are field values. Spans say where a thing was declared; they are for diagnostics only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from respgen.diagnostics import Span
from respgen.resolve.cookie_specs import CookieArgument as CookieArgument
from respgen.resolve.cookie_specs import CookieScope as CookieScope
from respgen.resolve.cookie_specs import CookieSignature as CookieSignature
from respgen.resolve.cookie_specs import CookieSource as CookieSource
from respgen.resolve.cookie_specs import CookieSpec as CookieSpec
from respgen.resolve.cookie_specs import Encoding as Encoding
from respgen.resolve.cookie_specs import LateAttribute as LateAttribute
from respgen.resolve.cookie_specs import LateName as LateName
from respgen.resolve.cookie_specs import SameSite as SameSite
from respgen.resolve.cookie_specs import ScopeName as ScopeName
from respgen.vocabulary.types import DefaultValue as DefaultValue
from respgen.vocabulary.types import ImportPath as ImportPath
from respgen.vocabulary.types import TypeExpression as TypeExpression
from respgen.vocabulary.types import TypeGeneric as TypeGeneric
from respgen.vocabulary.types import TypeList as TypeList
from respgen.vocabulary.types import TypeName as TypeName
from respgen.vocabulary.types import TypeUnion as TypeUnion
from respgen.vocabulary.types import TypeValue as TypeValue

Target: TypeAlias = Literal["fastapi", "starlette", "core"]
Kind: TypeAlias = Literal["body", "empty"]
Fill: TypeAlias = Literal["text", "url", "nonce"]
Policy: TypeAlias = Literal["overridable", "locked", "append"]


# Headers


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


@dataclass(frozen=True, slots=True)
class ParameterHeader:
    """A header whose value is a keyword-only constructor parameter.

    `type` and `member` are names of `vocabulary.header_types`; `member` is set for `list` only,
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
    value_span: Span = field(default=Span("", 1, 1, 1, 1), compare=False)
    """Where the default stands, if there is one."""
    parts: Parts = field(default_factory=dict, compare=False)
    """Where the parts of the default stand, if it was written as a mapping or a list."""


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


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """An entry of a schema module: a response, or a cookie preset."""

    module: str
    name: str


@dataclass(frozen=True, slots=True)
class CookieUse:
    """A preset listed on a class; `always` is the value that every response sets."""

    preset: Ref
    cookie: CookieSpec
    always: str | None
    span: Span = field(compare=False)


# Responses


@dataclass(frozen=True, slots=True)
class ContentSpec:
    """The first constructor parameter."""

    parameter: str
    type: TypeExpression


@dataclass(frozen=True, slots=True)
class ParamSpec:
    """A keyword-only constructor parameter that is no header of its own.

    `required` has no default; neither: it may be None, which is the default.
    """

    name: str
    type: TypeExpression
    required: bool
    default: DefaultValue | None
    description: str
    span: Span = field(compare=False)

    @property
    def optional(self) -> bool:
        """Whether it may be None beyond what its type says."""
        return not self.required and self.default is None


@dataclass(frozen=True, slots=True)
class JsonOptions:
    """Options of the json renderer; the defaults are the reference's bytes."""

    indent: int | None = None
    ensure_ascii: bool = False
    sort_keys: bool = False
    default: ImportPath | None = None
    nan: Literal["error", "null"] = "error"


@dataclass(frozen=True, slots=True)
class RendererSpec:
    """`name` is one of `vocabulary.renderers`, or "function" for the author's own."""

    name: str
    json: JsonOptions = JsonOptions()
    function: ImportPath | None = None


FrameworkBase: TypeAlias = Literal["Response", "JSONResponse"]
Inherited: TypeAlias = Literal["media_type", "charset", "render"]


@dataclass(frozen=True, slots=True)
class ResponseSpec:
    """One class, flattened: headers and cookies include the inherited ones, in wire order.

    `parent` is the generated class that this one subclasses, None where it needs its own base.
    `base` is the root of that chain: a class of the framework, or the author's (import path).
    `inherits` names what stays as an import-path base has it; empty under a framework base.
    `content` None: the constructor takes none (`content: null`); kind empty takes `content: None`.
    """

    name: str
    description: str
    parent: Ref | None
    base: FrameworkBase | ImportPath
    inherits: frozenset[Inherited]
    kind: Kind
    media_type: str | None
    charset: str
    status_code: int
    status_locked: bool
    content: ContentSpec | None
    renderer: RendererSpec
    headers: tuple[HeaderSpec, ...]
    cookies: tuple[CookieUse, ...]
    span: Span = field(compare=False)
    spans: Mapping[str, Span] = field(compare=False, hash=False)
    """Where each key of the entry was written, own keys only."""
    params: tuple[ParamSpec, ...] = ()
    """Parameters beside those of the headers; those that templates need come with them."""


@dataclass(frozen=True, slots=True)
class ModuleSpec:
    """One schema file: everything that its Python module holds."""

    name: str
    path: str
    description: str
    target: Target
    uses: tuple[str, ...]
    profiles: Mapping[str, tuple[HeaderSpec, ...]]
    cookies: tuple[CookieSpec, ...]
    responses: tuple[ResponseSpec, ...]
