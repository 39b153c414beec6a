"""pydantic: any type that pydantic knows, dumped by a TypeAdapter of the content.

It is made at the first render, so that the type's module may import the generated one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from respgen.decoder.plain import NULL, TEXT, TRUTH, WHOLE, Shape
from respgen.decoder.shapes import ListOf, OneOf, Parsed, either
from respgen.renderers.contents import CALLABLE
from respgen.renderers.fillings import JsonFilling, JsonStyle
from respgen.renderers.options import BOOL, Given, bindable, said, switch
from respgen.renderers.renderer import Renderer, Unfit, one_text
from respgen.specs.expressions import (
    Attribute,
    Call,
    Kept,
    Local,
    Member,
    ValueExpression,
)
from respgen.specs.types import (
    ImportPath,
    TypeExpression,
    TypeGeneric,
    TypeName,
    TypeUnion,
    literals,
)
from respgen.vocabulary.import_paths import IMPORT_PATH
from respgen.vocabulary.media_types import is_json

_INDENT: Shape[int | None] = either(
    "a whole number or null", WHOLE, NULL, advice="write a number such as 2"
)
_BY_ALIAS: Shape[bool | None] = either(
    "true, false or null", TRUTH, NULL, advice="write true or false"
)
_WORDS: Shape[bool | str] = OneOf(("none", "warn", "error"))
_WARNINGS: Shape[bool | str] = either(
    "true, false, none, warn or error",
    TRUTH,
    _WORDS,
    advice="write true or false",
)


_TEXTS = ListOf(TEXT)
_NAMES = Parsed(_TEXTS, lambda found: frozenset(each.value for each in found), {})
_SET = TypeGeneric(TypeName("builtins", "set"), (TypeName("builtins", "str"),))


@dataclass(frozen=True, slots=True)
class PydanticOptions:
    """Options of the pydantic renderer: those of TypeAdapter.dump_json."""

    indent: int | Given | None = bindable(
        _INDENT, "Spaces per level.", None, TypeName("builtins", "int")
    )
    include: frozenset[str] | Given | None = bindable(
        _NAMES, "The fields that are written.", None, _SET
    )
    exclude: frozenset[str] | Given | None = bindable(
        _NAMES, "The fields that are not written.", None, _SET
    )
    by_alias: bool | Given | None = bindable(
        _BY_ALIAS, "Write the aliases of fields for their names.", None, BOOL
    )
    exclude_unset: bool | Given = switch("Leave out fields that nobody set.")
    exclude_defaults: bool | Given = switch("Leave out fields with their defaults.")
    exclude_none: bool | Given = switch("Leave out fields that are None.")
    round_trip: bool | Given = switch("Write what can be validated again.")
    warnings: bool | str | Given = bindable(
        _WARNINGS,
        "What is done about values of a type that is not declared.",
        True,
        TypeUnion((BOOL, literals("none", "warn", "error"))),
    )
    fallback: ImportPath | Given | None = bindable(
        IMPORT_PATH,
        "A function that is called with what pydantic does not know.",
        None,
        CALLABLE,
    )
    serialize_as_any: bool | Given = switch("Write what a value has, beyond its type.")


LEAVING = ("include", "exclude", "exclude_unset", "exclude_defaults")
"""Options by which a model is sent without some of its fields."""


def _body(options: PydanticOptions, content: ValueExpression) -> ValueExpression:
    known = content.type if isinstance(content, Local | Attribute) else None
    adapter = Kept(_ADAPTER, _adapted(known or _ANY))
    return Call(Member(adapter, "dump_json"), (content,), tuple(said(options)))


_ADAPTER = ImportPath("pydantic", "TypeAdapter")
_ANY = TypeName("typing", "Any")
_MODEL = TypeName("pydantic", "BaseModel")
# an adapter of BaseModel itself would write no field, and one of a recursive alias cannot be made
_UNTYPED = (
    _MODEL,
    TypeName("pydantic.main", "BaseModel"),
    TypeName("respgen", "JsonValue"),
)


def _adapted(kind: TypeExpression) -> TypeExpression:
    """The type that an adapter is made of: what its values are is seen at run time where it must."""
    match kind:
        case TypeName():
            return _ANY if kind in _UNTYPED else kind
        case TypeGeneric(TypeName("typing", "Literal")):
            return kind
        case TypeGeneric(origin, arguments):
            return TypeGeneric(origin, tuple(map(_adapted, arguments)))
        case TypeUnion(members):
            parts = tuple(map(_adapted, members))
            return _ANY if _ANY in parts else TypeUnion(parts)
    return kind


def _unfit(options: PydanticOptions, content: TypeExpression) -> Iterator[Unfit]:
    """What pydantic does not know, it refuses when the adapter is made."""
    yield from ()


def _style(options: PydanticOptions) -> JsonStyle | None:
    indent = options.indent
    return None if isinstance(indent, Given) else JsonStyle(indent)


PYDANTIC = Renderer(
    name="pydantic",
    about="JSON, by pydantic.",
    media_type="application/json",
    fits=is_json,
    content=_MODEL,
    options=PydanticOptions,
    body=_body,
    unfit=_unfit,
    misfit=partial(one_text, "pydantic"),
    typed=True,
    caller=lambda options: "pydantic",
    filling=JsonFilling(_body, style=_style),
)
