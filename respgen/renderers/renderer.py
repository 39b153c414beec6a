"""What a renderer is: one row that says everything about a word of `render:`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from respgen.diagnostics import Span
from respgen.renderers.events import Events
from respgen.renderers.fillings import JsonFilling, TextFilling
from respgen.specs import RendererSpec
from respgen.specs.expressions import ValueExpression
from respgen.specs.types import TypeExpression, TypeName
from respgen.vocabulary.class_forms import ClassForm

Options = TypeVar("Options")
TypeReader: TypeAlias = Callable[[str, Span], TypeExpression]
"""What an author's text at a place means as a type; a mistake is noted."""


class Unfit(NamedTuple):
    """Why a content cannot be rendered, and what to write instead."""

    message: str
    advice: str


class Reads(NamedTuple):
    """The names that are read of instances of an author's class."""

    of: TypeName
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """The bytes that a stream sends before its items, between two of them, and after the last one."""

    before: ValueExpression | None = None
    between: ValueExpression | None = None
    after: ValueExpression | None = None


def _bare(options: object, item: TypeExpression) -> Around:
    return Around()


def _anything(options: object, form: ClassForm) -> str:
    return ""


def _nothing_else(options: object) -> Collection[str]:
    return ()


def _fits(options: object, streams: bool) -> Unfit | None:
    return None


def one_text(name: str, options: object, streams: bool) -> Unfit | None:
    """The misfit of a renderer of JSON: a run of texts is no text (RFC 8259 2)."""
    if not streams:
        return None
    message = "a stream of JSON texts is not application/json, which is one text"
    return Unfit(message, f"write render: {{ndjson: {{items: {name}}}}}, a text a line")


def _whole(options: object, content: TypeExpression, streams: bool) -> Unfit | None:
    return None


def _unread(options: object, content: TypeExpression, streams: bool) -> Reads | None:
    return None


def _unbound(options: object) -> str:
    return ""


def _always(essence: str) -> bool:
    return True


def _undecided(options: object) -> None:
    return None


def _as_it_is(options: Any, read: TypeReader) -> Any:
    return options


def _never(essence: str) -> bool:
    return False


def _nothing(options: object) -> Mapping[str, str]:
    return {}


def _none(options: object) -> tuple[str, ...]:
    return ()


def _untold(options: object) -> ValueExpression | None:
    return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer(Generic[Options]):
    """How content becomes the body.

    `media_type` is what it implies where a class names none, `implies` where its options say which.
    `implied_by` says whether the essence of a media type implies it, `fits` whether that says what
    the body is, `is_binary` whether the body is no text. `content` is the type of the content where
    the schema says none; None leaves it to the media type. `body` is the expression that makes the
    body. `unfit` says what it cannot take in the type of a content, as far as Python itself defines
    the type; `refuses` what to write instead for an author's class of that form, empty where it
    takes that; `holds` are the classes of Python's own that it takes, whatever their form. `bound`
    is the type of core that type checkers hold an author's types to, where `body` does not.

    `base` is the framework's class of a response that has both the renderer and its media type.

    `item` is the expression that makes the bytes of one item of a stream: what the class's
    `render` returns there. None: not for streams. `around` is what stands around the items, given
    their type: a header row, the brackets of a JSON array. `items` is the type of an item where the
    schema says none; None: that of the content. `item_unfit` and
    `item_bound` are as `unfit` and `bound`, of an item. `misfit` says why it cannot serve a stream
    (True) or a body (False) with such options, `lacks` what it needs to know of the content and is
    not told, `reads` what its options name of an author's class.

    `types` reads the types that stand in options. `leads_to` is the type of the content that they
    mean where the schema says none, `decides` the one that they say themselves. `events`: what it
    makes of a stream is an event stream.

    `listed`: the content of a body is an iterable of items.

    `scalar_keys`: the keys of a mapping are text or numbers, whatever the options say.

    `constants` are texts that the class has as attributes, `params` those of its params that the
    body reads. `detail` is what an exception of the class tells, of the constructor's parameters.

    `documented`: beside JSON, the text of the body has the structure of the content, which its
    schema tells.

    `encodes`: the body depends on the charset of the class. `typed`: type checkers hold the
    expression to the type of the content, so no class inherits that of another type. `caller` is
    what data that FastAPI has encoded already would surprise.

    `filling` is how it fills the template of a body; without it an entry cannot have one.
    """

    name: str
    about: str
    media_type: str | None = None
    base: str | None = None
    implied_by: Callable[[str], bool] = _never
    implies: Callable[[Options], str] | None = None
    fits: Callable[[str], bool] = _always
    content: TypeExpression | None
    options: type[Options]
    body: Callable[[Options, ValueExpression], ValueExpression]
    unfit: Callable[[Options, TypeExpression], Iterator[Unfit]]
    item: Callable[[Options, ValueExpression], ValueExpression] | None = None
    around: Callable[[Options, TypeExpression], Around] = _bare
    items: TypeExpression | None = None
    item_unfit: Callable[[Options, TypeExpression], Iterator[Unfit]] | None = None
    item_bound: Callable[[Options], str] | None = None
    misfit: Callable[[Options, bool], Unfit | None] = _fits
    lacks: Callable[[Options, TypeExpression, bool], Unfit | None] = _whole
    reads: Callable[[Options, TypeExpression, bool], Reads | None] = _unread
    refuses: Callable[[Options, ClassForm], str] = _anything
    holds: Callable[[Options], Collection[str]] = _nothing_else
    bound: Callable[[Options], str] = _unbound
    types: Callable[[Options, TypeReader], Options] = _as_it_is
    leads_to: Callable[[Options], TypeExpression | None] = _undecided
    decides: Callable[[Options], TypeExpression | None] = _undecided
    events: Events[Options] | None = None
    listed: bool = False
    scalar_keys: bool = False
    constants: Callable[[Options], Mapping[str, str]] = _nothing
    params: Callable[[Options], tuple[str, ...]] = _none
    detail: Callable[[Options], ValueExpression | None] = _untold
    encodes: bool = False
    is_binary: bool = False
    documented: bool = False
    typed: bool = False
    caller: Callable[[Options], str] | None = None
    filling: JsonFilling[Options] | TextFilling | None = None

    def label(self, options: Options) -> str | None:
        """The media type where a class names none."""
        return self.implies(options) if self.implies else self.media_type

    def unserved(self, options: Options, streams: bool) -> Unfit | None:
        """Why it cannot serve a kind that streams, or one that does not."""
        found = self.misfit(options, streams)
        if found is None and streams and self.item is None:
            message = f"render: {self.name} makes a whole body, and a stream has items"
            advice = "write render: ndjson, text or bytes, or a function"
            return Unfit(message, advice)
        return found

    def bounds(self, options: Options, streams: bool) -> str:
        """What type checkers hold an author's types to: those of the content, or of an item."""
        bound = self.item_bound if streams and self.item_bound else self.bound
        return bound(options)

    def rendered(
        self, options: Options, content: ValueExpression, streams: bool
    ) -> ValueExpression:
        """What `render` returns: the bytes of a body, or of one item."""
        make = self.item if streams and self.item else self.body
        return make(options, content)

    def spec(self, options: Options | None = None) -> RendererSpec:
        """The renderer as a class has it; without `options` all are what they are by themselves."""
        return RendererSpec(self.name, self.options() if options is None else options)
