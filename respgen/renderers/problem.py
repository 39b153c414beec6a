"""problem: the members of RFC 9457 as JSON, from what a problem's class and its caller say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from respgen.renderers.contents import not_json
from respgen.renderers.renderer import Renderer, Unfit
from respgen.specs.expressions import (
    Attribute,
    Call,
    Local,
    Value,
    ValueExpression,
    core,
)
from respgen.specs.origins import Pattern
from respgen.specs.types import TypeExpression, TypeName
from respgen.vocabulary.class_forms import ClassForm

BLANK = "about:blank"
"""RFC 9457 4.2.1: the problem is what its status says, and nothing more."""
MEMBERS = ("type", "title", "status", "detail", "instance")
"""RFC 9457 3.1, in the order in which they are sent."""


@dataclass(frozen=True, slots=True)
class ProblemOptions:
    """What all problems of a class have in common.

    `title` None: the phrase of the status that is sent. `detail` is a text with extensions in it;
    None: callers give it. `extensions` are the names of the params that are members, in order.
    """

    type: str = BLANK
    title: str | None = None
    detail: Pattern | None = None
    extensions: tuple[str, ...] = ()


def _body(options: ProblemOptions, content: ValueExpression) -> ValueExpression:
    return Call(core("problem_body"), (), tuple(_members(options, content)))


def _members(
    options: ProblemOptions, content: ValueExpression
) -> Iterator[tuple[str, ValueExpression]]:
    yield "type", Attribute("type")
    yield "title", _title(options)
    yield "status", Attribute("status_code")
    yield "detail", (
        content if options.detail is None else filled(options.detail, Attribute)
    )
    yield "instance", Attribute("instance")
    yield from ((name, Attribute(name)) for name in options.extensions)


def _title(options: ProblemOptions) -> ValueExpression:
    if options.title is not None:
        return Attribute("title")
    return Call(core("reason_phrase"), (Attribute("status_code"),))


def filled(detail: Pattern, place: Callable[[str], ValueExpression]) -> ValueExpression:
    """The detail, with the extensions that it names as text."""
    if not detail.parameters:
        return Value(detail.texts[0])
    braces = (text.replace("{", "{{").replace("}", "}}") for text in detail.texts)
    places = tuple(map(place, detail.parameters))
    return Call(core("filled"), (Value("detail"), Value("{}".join(braces)), *places))


def _detail(options: ProblemOptions) -> ValueExpression:
    detail = options.detail
    return Local("detail") if detail is None else filled(detail, Local)


def _constants(options: ProblemOptions) -> Mapping[str, str]:
    title = {} if options.title is None else {"title": options.title}
    return {"type": options.type, **title}


_INSTEAD = "write a type that JSON has, such as str, and pass such a value"
_HELD = (ClassForm.DICT, ClassForm.LIST, ClassForm.TEXT, ClassForm.NUMBER)


def _unfit(options: ProblemOptions, content: TypeExpression) -> Iterator[Unfit]:
    for name in not_json(content):
        yield Unfit(f"JSON cannot encode {name}", _INSTEAD)


def _refuses(options: ProblemOptions, form: ClassForm) -> str:
    return "" if form in _HELD else _INSTEAD


PROBLEM = Renderer(
    name="problem",
    about="The members of a problem (RFC 9457).",
    media_type="application/problem+json",
    content=TypeName("builtins", "str"),
    options=ProblemOptions,
    body=_body,
    unfit=_unfit,
    refuses=_refuses,
    scalar_keys=True,
    constants=_constants,
    detail=_detail,
    params=lambda options: ("instance", *options.extensions),
)
