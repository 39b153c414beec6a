"""Specs of responses, and of the module that holds them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from respgen.diagnostics import Span
from respgen.specs.bases import ConstructorSpec
from respgen.specs.cookies import CookieSpec
from respgen.specs.examples import ExampleSpec
from respgen.specs.headers import HeaderSpec
from respgen.specs.origins import JsonTemplate, Pattern, Whole, parts
from respgen.specs.shapes import UNSHAPED, ShapeSpec
from respgen.specs.types import DefaultValue, ImportPath, TypeExpression, takes_none

Target: TypeAlias = str
"""A word of `vocabulary.targets`."""
ResponseKind: TypeAlias = str
"""A word of `kinds`."""


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """An entry of a schema module: a response, or a cookie preset."""

    module: str
    name: str


@dataclass(frozen=True, slots=True)
class CookieUse:
    """A preset listed on a class; `always` is the value that every response sets.

    `value_span` is where that value stands; the place of the name where there is none.
    """

    preset: Ref
    cookie: CookieSpec
    always: str | None
    span: Span = field(compare=False)
    value_span: Span = field(compare=False)


# Responses


@dataclass(frozen=True, slots=True)
class ContentSpec:
    """The first constructor parameter; without `required`, None where callers give nothing."""

    parameter: str
    type: TypeExpression
    required: bool = True


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
    place: Span | None = field(default=None, compare=False)
    """Where the default was written."""

    @property
    def optional(self) -> bool:
        """Whether it may be None beyond what its type says."""
        return not self.required and self.default is None

    @property
    def nullable(self) -> bool:
        """Whether it may be None: a header with a place for it is not sent then."""
        return self.optional or takes_none(self.type)


@dataclass(frozen=True, slots=True)
class RendererSpec:
    """`name` is one of `renderers`, which says of what class its `options` are."""

    name: str
    options: object


@dataclass(frozen=True, slots=True)
class BodySpec:
    """A body that the schema writes, with places for params and the content.

    `template` is a mapping or a list for JSON, else a text. `omit_none`: a member of a mapping
    whose place is None is left out. `nullable` are the names whose value may be None, as far as
    that is known. `spans` are where the places stand, by their names.
    """

    template: JsonTemplate
    omit_none: bool = False
    nullable: frozenset[str] = frozenset()
    spans: Mapping[str, Span] = field(default_factory=dict, compare=False, hash=False)

    @property
    def is_text(self) -> bool:
        """Whether it is a text, and no JSON."""
        return isinstance(self.template, str | Pattern | Whole)

    @property
    def text(self) -> Pattern:
        """The template of a text."""
        match self.template:
            case Pattern() as pattern:
                return pattern
            case Whole(name):
                return Pattern(("", ""), (name,))
            case text:
                return Pattern((str(text),), ())

    @property
    def parts(self) -> tuple[Whole | Pattern, ...]:
        """Everything in it that is known at run time only."""
        return tuple(parts(self.template))

    @property
    def parameters(self) -> tuple[str, ...]:
        """The names that it has places for, in their order, each once."""
        names = (name for part in self.parts for name in part.parameters)
        return tuple(dict.fromkeys(names))


FrameworkBase: TypeAlias = str
"""A class of the target's, by its name."""
Inherited: TypeAlias = Literal["media_type", "charset", "render"]


@dataclass(frozen=True, slots=True)
class ResponseSpec:
    """One class, flattened: headers and cookies include the inherited ones, in wire order.

    `parent` is the generated class that this one subclasses, None where it needs its own base.
    `base` is the root of that chain: a class of the framework, or the author's (import path).
    `inherits` names what stays as an import-path base has it; empty under a framework base.
    `content` None: the constructor takes none, or what its kind says.
    """

    name: str
    description: str
    parent: Ref | None
    base: FrameworkBase | ImportPath
    inherits: frozenset[Inherited]
    kind: ResponseKind
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
    constructor: ConstructorSpec | None = None
    """How a base of the author's is called; None: the framework's, as its kind says."""
    body: BodySpec | None = None
    """What its renderer fills in place of rendering the content alone."""
    drops_content: bool = field(default=False, compare=False)
    """Whether `content: null` says that there is none."""
    shape: ShapeSpec = UNSHAPED
    options: object = None
    """The keys that its kind alone has: of the class that the kind's row says."""
    whole: bool = field(default=True, compare=False)
    """Whether all that the entry writes and inherits is known; else nothing can be missed in it."""
    unread: frozenset[str] = field(default=frozenset(), compare=False)
    """The headers that are there but malformed, in lower case: they are not missing."""
    others: tuple[int, ...] = ()
    """The statuses that callers may choose instead of `status_code`, where that is locked."""
    exception: bool = False
    """Whether it has an exception that it answers."""
    examples: tuple[ExampleSpec, ...] = ()
    """Bodies that documents show."""

    @property
    def is_typed(self) -> bool:
        """Whether the schema says the media type, so that none of the fields of a base by hand does."""
        known = "media_type" not in self.inherits and self.media_type is not None
        return self.constructor is not None and known

    @property
    def framing(self) -> tuple[object, ...]:
        """What two classes must share for one to inherit the other's `init_headers`."""
        always = [
            (use.cookie, use.always) for use in self.cookies if use.always is not None
        ]
        return self.headers, always, self.is_typed

    @property
    def statuses(self) -> tuple[int, ...]:
        """Those that callers may choose; empty: all that its kind can have."""
        return (self.status_code, *self.others) if self.status_locked else ()


# Error handlers

Error: TypeAlias = str | int | ImportPath
"""`http`, `validation` or `unhandled`, a status, or an exception of the project's own."""


@dataclass(frozen=True, slots=True)
class AnswerSpec:
    """A class that answers an error.

    `parameter` takes the detail, of `validation` the mistakes; None: nothing does. `first`: it is
    the first one. `statuses` are those of a problem that has several, or answers any. `phrase`:
    the parameter cannot be None. `text`: the detail is the text of the exception. `status` is
    the one to send where it is not the class's own.
    """

    error: Error
    ref: Ref
    parameter: str | None
    first: bool
    statuses: tuple[int, ...]
    phrase: bool
    text: bool
    status: int | None
    span: Span = field(compare=False)


@dataclass(frozen=True, slots=True)
class ModuleSpec:
    """One schema file: everything that its Python module holds."""

    name: str
    path: str
    description: str
    target: Target
    uses: tuple[str, ...]
    profiles: Mapping[str, tuple[HeaderSpec, ...]]
    """Those that the file declares."""
    cookies: tuple[CookieSpec, ...]
    responses: tuple[ResponseSpec, ...]
    ready: Mapping[str, tuple[HeaderSpec, ...]] = field(default_factory=dict)
    """The profiles of ours that its responses use."""
    errors: tuple[AnswerSpec, ...] = ()
    """What answers the errors of an application that installs its handlers."""


def answering(modules: Iterable[ModuleSpec]) -> frozenset[Ref]:
    """The classes that answer every HTTPException, whatever its status."""
    answers = (answer for module in modules for answer in module.errors)
    return frozenset(each.ref for each in answers if each.error == "http")
