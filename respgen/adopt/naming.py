"""What a class of a shape is called.

Goes in: the shape, what is sent, and the helpers that send it. Comes out: a name that says what is
distinctive; it may be taken.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator, Sequence

from respgen.adopt.alike import Shape, part
from respgen.adopt.names import Names, camel, phrase
from respgen.adopt.saving import HEADER, is_saved, stem
from respgen.sending.sent import Form, Sent
from respgen.source.program.values import Known, Pairs, Value, text

_LONGEST = 44
_SHORTEST = 5
"""Of a text that is a name: `{"error": "Cannot take over session."}`."""


_TAILS = {Form.REDIRECT: "Redirect", Form.ERROR: "Error"}


def named(
    names: Names, shape: Shape, messages: Sequence[Sent], helper: str = ""
) -> str:
    """The name of a class, which nothing has yet; that of a `helper`, if one makes all of it."""
    options = [camel(helper)] if camel(helper) else [*_options(shape, messages)]
    wanted = [_apart(each) for each in options]
    free = (each for each in wanted if each not in names.taken)
    return names.free(next(free, wanted[0]))


def _options(shape: Shape, messages: Sequence[Sent]) -> Iterator[str]:
    """The names that would do, the best first."""
    if constant := _constant(shape, messages):
        yield camel(constant)
    first = "" if shape.status == 200 else phrase(shape.status)
    word = part(shape, any(map(is_saved, messages)))
    full, word = word, "" if first and word == "Json" else word
    marks = [*_marks(shape, messages)]
    if first or (word and (word != "Json" or not marks)):
        yield f"{first}{word}"
    yield from (f"{first}{mark}{word}" for mark in marks)
    tail = full or _TAILS.get(shape.form, "Empty" if shape.body else "")
    yield first if first.endswith(tail) else f"{first}{tail}"
    if shape.body == "str" and not (shape.content_type or "").startswith("text/"):
        yield f"{first}{full}Text"


def _marks(shape: Shape, messages: Sequence[Sent]) -> Iterator[str]:
    """What tells it from others: the constants of its fields, its fields, its keys."""
    if name := stem(messages):
        yield name
    for field in (each for each in shape.fields if each != HEADER):
        word = _shared(messages, field)
        yield camel(word.capitalize() if word.isupper() else word) or camel(field)
    if isinstance(shape.body, tuple):
        yield from filter(None, map(camel, shape.body))


def _shared(messages: Sequence[Sent], name: str) -> str:
    """The first word of a field that is the same everywhere: `no-store`, `Bearer`."""
    values = {text(each.fields[name].value) for each in messages}
    only = values.pop() if len(values) == 1 else None
    return (only or "").replace(",", " ").partition(" ")[0][:20]


def _constant(shape: Shape, messages: Sequence[Sent]) -> str:
    """The one text of a body that is always the same; empty where it makes no name."""
    bodies = [each.body.value for each in messages]
    if any(body != bodies[0] for body in bodies):
        return ""
    found = [*_texts(bodies[0])] if shape.form in (Form.JSON, Form.ERROR) else []
    only = found[0] if len(found) == 1 else None
    is_name = only and only[0].isalpha() and only.isascii() and len(only) <= _LONGEST
    if only and len(only) < _SHORTEST and shape.status != 200:
        return ""
    return only.lower() if is_name and only else ""


def _texts(body: Value) -> Iterator[str | None]:
    """The texts in it; None for what is no constant."""
    match body:
        case Known(str() as found):
            yield found
        case Known():
            return
        case Pairs() if body.keys() is not None:
            for key in body.keys() or ():
                yield from _texts(body.get(key) or Known(None))
        case _:
            yield None


def _apart(name: str) -> str:
    """A name that is not built in: `NotImplemented`."""
    return f"{name}Response" if hasattr(builtins, name) else name
