"""msgpack: MessagePack by msgspec, ormsgpack or msgpack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from respgen.decoder.options import option
from respgen.decoder.plain import NULL, Shape
from respgen.decoder.shapes import ListOf, OneOf, Parsed, either
from respgen.diagnostics import Finding
from respgen.renderers import msgspec, orjson
from respgen.renderers.contents import CALLABLE, not_json
from respgen.renderers.options import Given, bindable, spelled, switch
from respgen.renderers.renderer import Renderer, Unfit
from respgen.rules import r8
from respgen.specs.expressions import (
    SUPPORT,
    Call,
    Flags,
    Untyped,
    ValueExpression,
)
from respgen.specs.types import (
    ImportPath,
    TypeExpression,
    TypeGeneric,
    TypeList,
    TypeName,
    literals,
)
from respgen.vocabulary.class_forms import ClassForm
from respgen.vocabulary.import_paths import IMPORT_PATH

Library: TypeAlias = Literal["msgspec", "ormsgpack", "msgpack"]

FLAGS = (
    *("datetime_as_timestamp_ext", "naive_utc", "non_str_keys", "omit_microseconds"),
    *("passthrough_big_int", "passthrough_dataclass", "passthrough_datetime"),
    *("passthrough_enum", "passthrough_subclass", "passthrough_tuple"),
    *("passthrough_uuid", "replace_surrogates", "serialize_numpy"),
    *("serialize_pydantic", "sort_keys", "utc_z"),
)
"""The words of `options:`; ormsgpack calls them OPT_NON_STR_KEYS and so on."""

_ORDERS = ("deterministic", "sorted")
_LIBRARIES: Shape[Library] = OneOf(("msgspec", "ormsgpack", "msgpack"))
_WORDS: Shape[str | None] = OneOf(_ORDERS)
_ORDER: Shape[str | None] = either(
    "deterministic, sorted or null", _WORDS, NULL, advice="write sorted"
)
_FLAG: Shape[str] = OneOf(FLAGS)
_FLAGS = Parsed(
    ListOf(_FLAG),
    lambda found: tuple(dict.fromkeys(each.value for each in found)),
    {},
)


@dataclass(frozen=True, slots=True)
class MsgpackOptions:
    """Options of the msgpack renderer."""

    library: Library = option(_LIBRARIES, "What encodes.", "msgspec")
    default: ImportPath | Given | None = bindable(
        IMPORT_PATH,
        "A function that is called with what the library cannot hold.",
        None,
        CALLABLE,
    )
    order: str | Given | None = bindable(
        _ORDER, "How msgspec orders mappings and sets.", None, literals(*_ORDERS)
    )
    options: tuple[str, ...] | Given | None = bindable(
        _FLAGS,
        "Flags of ormsgpack, such as non_str_keys for OPT_NON_STR_KEYS.",
        None,
        TypeName("builtins", "int"),
    )
    datetime: bool | Given = switch("Whether msgpack writes datetimes as timestamps.")

    def mistake(self) -> Finding | None:
        """An option of another library."""
        for word in _OWNERS:
            has = getattr(self, word) not in (None, False)
            if has and _OWNERS[word] != self.library:
                message = f"{word} is an option of {_OWNERS[word]}, and {self.library} encodes"
                advice = f"write library: {_OWNERS[word]}, or leave {word} out"
                return Finding(r8.OPTIONS, message, advice, (word,))
        return None


_OWNERS = {"order": "msgspec", "options": "ormsgpack", "datetime": "msgpack"}


def _body(options: MsgpackOptions, content: ValueExpression) -> ValueExpression:
    function, keyword = _FUNCTIONS[options.library]
    keywords = [(keyword, options.default), ("order", options.order)]
    given = [(name, spelled(value)) for name, value in keywords if value is not None]
    if isinstance(options.options, Given):
        given.append(("option", spelled(options.options)))
    elif options.options:
        flags = tuple(f"OPT_{flag.upper()}" for flag in options.options)
        given.append(("option", Flags("ormsgpack", flags)))
    if options.datetime is not False:
        given.append(("datetime", spelled(options.datetime)))
    return Call(function, (content,), tuple(given))


_BYTES = TypeName("builtins", "bytes")
_FUNCTIONS: dict[Library, tuple[ImportPath | Untyped, str]] = {
    "msgspec": (ImportPath("msgspec.msgpack", "encode"), "enc_hook"),
    "ormsgpack": (ImportPath("ormsgpack", "packb"), "default"),
    # its functions have no types of their own
    "msgpack": (
        Untyped(
            ImportPath("msgpack", "packb"),
            TypeGeneric(
                TypeName("collections.abc", "Callable"), (TypeList(None), _BYTES)
            ),
        ),
        "default",
    ),
}
"""What encodes, and what it calls the function for the rest."""

_COMMON = ("bytes", "bytearray", "memoryview")
_HELD: dict[Library, tuple[str, ...]] = {
    "msgspec": tuple(msgspec.HELD),
    "ormsgpack": (*_COMMON, *orjson.HELD),
    "msgpack": (*_COMMON, "datetime.datetime"),
}
_PLAIN = (ClassForm.DICT, ClassForm.LIST, ClassForm.TEXT, ClassForm.NUMBER)
_FORMS: dict[Library, tuple[ClassForm, ...]] = {
    "msgspec": msgspec.FORMS,
    "ormsgpack": (*_PLAIN, ClassForm.DATACLASS, ClassForm.ENUM),
    "msgpack": _PLAIN,
}
_DEFAULT = "give it a default, a function of yours"


def _holds(options: MsgpackOptions) -> tuple[str, ...]:
    held = _HELD[options.library]
    if options.library == "msgpack" and options.datetime is False:
        return tuple(name for name in held if name != "datetime.datetime")
    return held


def _unfit(options: MsgpackOptions, content: TypeExpression) -> Iterator[Unfit]:
    if options.default is None:
        for name in not_json(content):
            if name not in _holds(options):
                message = f"render: msgpack cannot encode {name} with {options.library}"
                yield Unfit(message, _DEFAULT)


def _refuses(options: MsgpackOptions, form: ClassForm) -> str:
    pydantic = isinstance(options.options, tuple) and (
        "serialize_pydantic" in options.options
    )
    if pydantic and form is ClassForm.PYDANTIC:
        return ""
    held = options.default is not None or form in _FORMS[options.library]
    return "" if held else _DEFAULT


def _is_msgpack(essence: str) -> bool:
    plain = essence.replace("/x-", "/")
    return plain in _LABELS or essence.endswith("+msgpack")


_LABELS = ("application/msgpack", "application/vnd.msgpack")
MSGPACK = Renderer(
    name="msgpack",
    about="MessagePack.",
    media_type="application/msgpack",
    fits=_is_msgpack,
    content=TypeName(SUPPORT, "MsgspecContent"),
    options=MsgpackOptions,
    body=_body,
    unfit=_unfit,
    refuses=_refuses,
    holds=_holds,
    bound=lambda options: "" if options.default else "MsgspecContent",
    is_binary=True,
)
