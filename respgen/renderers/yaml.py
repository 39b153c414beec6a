"""yaml: PyYAML's safe dump."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from respgen.decoder.plain import NULL, TRUTH, WHOLE, Shape
from respgen.decoder.shapes import either
from respgen.renderers.contents import not_json
from respgen.renderers.options import BOOL, Given, bindable, said, switch
from respgen.renderers.renderer import Renderer, Unfit
from respgen.specs.expressions import (
    SUPPORT,
    Attribute,
    Call,
    Untyped,
    Value,
    ValueExpression,
    core,
)
from respgen.specs.types import (
    ImportPath,
    TypeExpression,
    TypeGeneric,
    TypeList,
    TypeName,
)
from respgen.vocabulary.class_forms import ClassForm

_INT = TypeName("builtins", "int")
_NUMBER: Shape[int | None] = either(
    "a whole number or null", WHOLE, NULL, advice="write a number such as 2"
)
_FLOW: Shape[bool | None] = either(
    "true, false or null", TRUTH, NULL, advice="write true or false"
)


@dataclass(frozen=True, slots=True)
class YamlOptions:
    """Options of the yaml renderer: those of PyYAML's safe_dump."""

    sort_keys: bool | Given = switch("Sort the keys.")
    default_flow_style: bool | Given | None = bindable(
        _FLOW, "Write collections in brackets; null: those that hold none.", False, BOOL
    )
    indent: int | Given | None = bindable(_NUMBER, "Spaces per level.", None, _INT)
    width: int | Given | None = bindable(
        _NUMBER, "Columns of a line, where it can be broken.", None, _INT
    )
    explicit_start: bool | Given = switch("Begin with a line of ---.")


_DUMP = Untyped(
    ImportPath("yaml", "safe_dump"),
    TypeGeneric(
        TypeName("collections.abc", "Callable"),
        (TypeList(None), TypeName("builtins", "str")),
    ),
)
"""Its types are partly unknown to type checkers, where they are installed at all."""


def _body(options: YamlOptions, content: ValueExpression) -> ValueExpression:
    given = (_DUMP, content, Attribute("charset"))
    return Call(core("yaml_body"), given, tuple(_chosen(options)))


def _chosen(options: YamlOptions) -> Iterator[tuple[str, ValueExpression]]:
    """Keys stay in order unless the schema says otherwise, which PyYAML would sort."""
    found = dict(said(options))
    yield "sort_keys", found.pop("sort_keys", Value(False))
    yield from found.items()


_HELD = ("datetime.date", "datetime.datetime", "bytes", "set", "MutableSet", "Set")
_FORMS = (ClassForm.DICT, ClassForm.LIST, ClassForm.TEXT, ClassForm.NUMBER)
_ADVICE = "write a dict, a list or plain values, or a function of yours"


def _unfit(options: YamlOptions, content: TypeExpression) -> Iterator[Unfit]:
    for name in not_json(content):
        if name not in _HELD:
            yield Unfit(f"render: yaml cannot write {name}", _ADVICE)


def _refuses(options: YamlOptions, form: ClassForm) -> str:
    return "" if form in _FORMS else _ADVICE


def _is_yaml(essence: str) -> bool:
    """RFC 9512, and what was used before it."""
    plain = essence.replace("/x-", "/").replace("text/", "application/")
    return plain == "application/yaml" or essence.endswith("+yaml")


YAML = Renderer(
    name="yaml",
    about="YAML, by PyYAML.",
    media_type="application/yaml",
    fits=_is_yaml,
    content=TypeName(SUPPORT, "YamlContent"),
    options=YamlOptions,
    body=_body,
    unfit=_unfit,
    refuses=_refuses,
    holds=lambda options: _HELD,
    bound=lambda options: "YamlContent",
    encodes=True,
    documented=True,
)
