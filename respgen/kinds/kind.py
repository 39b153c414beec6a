"""What a kind is: one row that says everything about a word of `kind:`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from respgen.diagnostics import Finding
from respgen.specs.expressions import Local, ValueExpression
from respgen.specs.headers import HeaderSpec
from respgen.specs.origins import Template
from respgen.specs.types import ImportPath, TypeExpression, TypeGeneric, TypeName

Options = TypeVar("Options")
_STR = TypeName("builtins", "str")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of the constructor.

    `type` None: the entry or the target decides (`content`, `status_code`, `background`, `url`).
    Where callers need not give it, it has `default`; if that is None, it may be None. `like` is
    the parameter whose type it has.
    """

    name: str
    type: TypeExpression | None = None
    required: bool = False
    default: str | None = None
    like: str = ""


CONTENT = Parameter("content")
STATUS_CODE = Parameter("status_code")
HEADERS = Parameter(
    "headers", TypeGeneric(TypeName("collections.abc", "Mapping"), (_STR, _STR))
)
MEDIA_TYPE = Parameter("media_type", _STR)
BACKGROUND = Parameter("background")

OTHERS = (STATUS_CODE, HEADERS, MEDIA_TYPE, BACKGROUND)
"""Those of the reference behind the first one."""


_REFERENCE = frozenset(each.name for each in OTHERS)


def first(parameters: tuple[Parameter, ...]) -> Parameter | None:
    """What the response is made of, where callers give that: it comes before all others."""
    found = parameters[0]
    return None if found.name in _REFERENCE else found


def _nothing(options: object) -> tuple[Parameter, ...]:
    return ()


def _fine(options: object, headers: Sequence[HeaderSpec]) -> Iterator[Finding]:
    yield from ()


def _unfilled(options: object) -> Mapping[str, Template]:
    return {}


PING = "ping"
"""The key of streams that event streams alone have a use for."""


def _unwritten(options: object) -> Mapping[str, str]:
    return {}


def _never(options: object) -> None:
    return None


def given(*parameters: Parameter) -> tuple[ValueExpression, ...]:
    """What a base is given that takes just these."""
    return tuple(Local(each.name) for each in parameters)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRow(Generic[Options]):
    """One word of `kind:`.

    `about` is what a docstring says where no media type does. `base` is the framework's class.
    `options` are the keys that entries of this kind alone have, `unused` those that mean nothing
    to it: inherited they fall away, written they are a mistake. `parameters` are what callers
    give before the keyword-only ones, `keywords` the first of those, `attributes` those that the
    instance keeps, `arguments` what the base's constructor is given, `named` those of them that
    it is given by name, since they have other places in some of its versions. `fills` are the templates in
    its keys, by their words: params fill them. `entries` are the keys that may name an entry, whose
    exception is raised. `remarks` tell what is wrong with its keys, alone or beside headers.

    `implied_by` are the statuses that choose the kind where no word does, `statuses` all that it
    can have; `closed`: type checkers hold callers to these. `framing` is the function of core that
    completes the header list, `finishing` one that adds what stands behind it; `has_body` says
    whether the body is known by then. `fields` are those that the base writes afterwards, whatever
    the schema says, `writes` those of every response, with the types of their texts. `renders`: the
    class has a `render` of its own, which makes nothing where an entry has no `render:`.
    `streams`: the content is many items, each rendered by itself;
    `source` is the function that the base is given the content through, `sending` the one that is
    its `__call__`, each where the class renders by itself. `unmodified` is the function that answers
    with a 304, where the base sends an ETag by itself. `ping` is after how many silent seconds a
    stream of events sends one, `pinging` the `sending` of those that do. `members` are names that
    the base has beside those of every response. `sends` is what the body is. `templates`: a `body:` may say what it is made of.
    """

    name: str
    about: str
    base: str = "Response"
    options: type[Options]
    unused: tuple[str, ...] = ()
    parameters: Callable[[Options], tuple[Parameter, ...]]
    keywords: Callable[[Options], tuple[Parameter, ...]] = _nothing
    arguments: Callable[[Options], tuple[ValueExpression, ...]]
    named: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    fills: Callable[[Options], Mapping[str, Template]] = _unfilled
    entries: tuple[str, ...] = ()
    remarks: Callable[[Options, Sequence[HeaderSpec]], Iterator[Finding]] = _fine
    status_code: int = 200
    statuses: Collection[int]
    closed: bool = False
    implied_by: Collection[int] = ()
    framing: str = "complete_headers"
    finishing: str | None = None
    has_body: bool = True
    fields: tuple[str, ...] = ()
    writes: Callable[[Options], Mapping[str, str]] = _unwritten
    renders: bool = True
    templates: bool = False
    streams: bool = False
    ping: Callable[[Options], int | None] = _never
    pinging: ImportPath | None = None
    source: ImportPath | None = None
    sending: ImportPath | None = None
    unmodified: ImportPath | None = None
    members: tuple[str, ...] = ()
    sends: Literal["content", "file", "nothing"] = "content"

    @property
    def start(self) -> Parameter | None:
        """What callers give first, where no key of an entry says it."""
        return first(self.parameters(self.options()))

    def taken(self, options: Options) -> tuple[Parameter, ...]:
        """All parameters of the kind, which no header and no param may be."""
        return (*self.parameters(options), *self.keywords(options))
