"""problem: the members of RFC 9457 as JSON, from what a problem's class and its caller say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from respgen.renderers.renderer import Renderer, Unfit
from respgen.specs.expressions import Attribute, Call, Value, ValueExpression, core
from respgen.specs.origins import Pattern
from respgen.specs.types import TypeExpression, TypeName

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
    yield "detail", content if options.detail is None else filled(options.detail)
    yield "instance", Attribute("instance")
    yield from ((name, Attribute(name)) for name in options.extensions)


def _title(options: ProblemOptions) -> ValueExpression:
    if options.title is not None:
        return Attribute("title")
    return Call(core("reason_phrase"), (Attribute("status_code"),))


def filled(detail: Pattern) -> ValueExpression:
    """The detail, with the extensions that it names as text."""
    if not detail.parameters:
        return Value(detail.texts[0])
    braces = (text.replace("{", "{{").replace("}", "}}") for text in detail.texts)
    places = tuple(map(Attribute, detail.parameters))
    return Call(core("filled"), (Value("detail"), Value("{}".join(braces)), *places))


def _constants(options: ProblemOptions) -> Mapping[str, str]:
    title = {} if options.title is None else {"title": options.title}
    return {"type": options.type, **title}


def _unfit(options: ProblemOptions, content: TypeExpression) -> Iterator[Unfit]:
    """Its content is a text of ours."""
    yield from ()


PROBLEM = Renderer(
    name="problem",
    about="The members of a problem (RFC 9457).",
    media_type="application/problem+json",
    content=TypeName("builtins", "str"),
    options=ProblemOptions,
    body=_body,
    unfit=_unfit,
    constants=_constants,
    params=lambda options: ("instance", *options.extensions),
)
