"""What a class has beside its response: a check of the content, the content itself, a warning.

Goes in: a response. Come out: statements of its constructor.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.emit.context import Context
from respgen.emit.layout import Expression, Group, call, laid_out
from respgen.emit.names import Names
from respgen.emit.source import Source, code, identifier, literal
from respgen.specs import ResponseSpec


def kept(response: ResponseSpec, names: Names) -> Iterator[Source]:
    """The content as it was given, after the author has looked at it."""
    shape, content = response.shape, response.content
    if content is None:
        return
    given = identifier(content.parameter)
    if shape.check:
        yield code("{}({})", names.deferred(shape.check), given)
    if shape.keeps_content:
        yield code("self.content = {}", given)


def warning(response: ResponseSpec, context: Context) -> Iterator[Source]:
    """What says at run time that a class is deprecated where no decorator does."""
    message = response.shape.deprecated
    if message and context.framework.typing is None:
        warn = call(
            context.names.imported("warnings", "warn"),
            literal(message),
            code("DeprecationWarning"),
            code("stacklevel=2"),
        )
        yield laid_out(warn, 8, context.width)


def media_type(response: ResponseSpec, names: Names) -> Expression:
    """The parameter of a class whose media type callers choose."""
    labels = tuple(map(literal, response.shape.labels))
    opening = code("media_type: {}[", names.annotated("typing", "Literal"))
    if response.shape.must_choose:
        return Group(opening, labels, code("]"))
    return Group(opening, labels, code("] = {}", labels[0]))


def chosen(response: ResponseSpec, names: Names) -> Expression:
    """What the base is given of it."""
    labels = tuple(map(literal, response.shape.labels))
    allowed = Group(code("("), labels, code(")"), is_tuple=True)
    return call(names.support("one_media_type"), code("media_type"), allowed)
