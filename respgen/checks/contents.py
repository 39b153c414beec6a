"""Checks that a renderer can hold the content: rule R236.

Goes in: a response, and what is known of its author's classes. Comes out: findings; of a type that
nobody knows the type checker tells.
"""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import TypeAlias

from respgen.diagnostics import Finding, KeyPath
from respgen.renderers import RENDERERS
from respgen.rules import r2
from respgen.source.classes import Holding
from respgen.specs import ResponseSpec
from respgen.specs.types import TypeName, authored

Holdings: TypeAlias = Callable[[TypeName], Iterator[Holding]]
"""What a value of an author's type holds."""


def content_findings(response: ResponseSpec, holdings: Holdings) -> Iterator[Finding]:
    """Reports the first type that would fail in every call, or in the type checker.

    Where a class says nothing of it, the finding is its parent's.
    """
    place = _place(response)
    if response.content is None or "render" in response.inherits or not place:
        return
    yield from islice(_unfit(response, holdings, place), 1)


def _unfit(
    response: ResponseSpec, holdings: Holdings, place: KeyPath
) -> Iterator[Finding]:
    content, renderer = response.content, response.renderer
    row = RENDERERS[renderer.name]
    if content is None:
        return
    for message, advice in row.unfit(renderer.options, content.type):
        yield Finding(r2.CONTENT, message, advice, place)
    for name in authored(content.type):
        for each in holdings(name):
            if advice := row.refuses(renderer.options, each.form):
                message = f"render: {renderer.name} cannot hold {_named(name, each)}"
                yield Finding(r2.CONTENT, message, advice, place)


def _named(name: TypeName, held: Holding) -> str:
    if held.inside:
        return f"{name.module}.{name.name}: {held.inside!a} is {held.name}, {held.form.value}"
    return f"{name.module}.{name.name}, {held.form.value}"


def _place(response: ResponseSpec) -> KeyPath:
    keys = ("content", "render", "media_type")
    return next(((key,) for key in keys if key in response.spans), ())
