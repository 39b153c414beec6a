"""What is alike in several messages, and what that says of a class.

Goes in: what one place sends. Comes out: its Shape; raises Vague where it has none.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from respgen.adopt.names import camel
from respgen.adopt.text import Node
from respgen.core.statuses import BODYLESS, WITH_BODY
from respgen.renderers import renderer_for
from respgen.sending.kinds import FORMS, is_lone
from respgen.sending.sent import Form, Sent
from respgen.sending.types import is_of, may_be_none
from respgen.source.program.values import Known, Pairs, Parameter, Value, text


class Vague(Exception):  # noqa: N818 # a decision, no failure
    """The text says why a shape has no class."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a class has one of; of equal ones one class is made."""

    form: Form
    status: int
    content_type: str | None
    fields: tuple[str, ...]
    body: tuple[str, ...] | str
    """The keys of a JSON object in their order; else what the content is."""
    is_open: bool = False
    """Whether callers give the status."""


def opened(shape: Shape) -> Shape:
    """The same with whatever body: where there are fields, they may be all that is alike."""
    is_open = shape.form is Form.JSON and shape.fields
    return replace(shape, body="Any") if is_open else shape


def returned(shape: Shape) -> Shape:
    """What is returned where the exception of a shape is raised."""
    body, content_type = ("detail",), "application/json"
    return replace(shape, form=Form.JSON, content_type=content_type, body=body)


def shape_of(message: Sent) -> Shape:
    status, is_open = _status(message)
    content_type = message.content_type.value
    stated = text(content_type)
    if stated is None and content_type != Known(None):
        raise Vague("its Content-Type is not known")
    return Shape(
        message.form,
        status,
        stated,
        tuple(message.fields),
        _body(message, status, stated),
        is_open,
    )


def _status(message: Sent) -> tuple[int, bool]:
    """The status, and whether callers may give another one that has a body."""
    match message.status.value:
        case Known(int() as status) if type(status) is int:
            return status, False
        case Parameter(default=Known(int() as status)):
            if message.statuses and message.statuses <= WITH_BODY:
                return status, True
    raise Vague("its status is not known")


def _body(
    message: Sent, status: int, content_type: str | None
) -> tuple[str, ...] | str:
    value = message.body.value
    match message.form:
        case Form.REDIRECT:
            return "url"
        case Form.ERROR:
            return "detail"
        case Form.JSON:
            keys = value.keys() if isinstance(value, Pairs) else ()
            if keys is None:
                raise Vague("the members of its body vary")
            return keys or "Any"
        case Form.PLAIN if status in BODYLESS:
            return ""
        case Form.PLAIN:
            return _plain(value, content_type)
        case Form.STREAM if not is_lone(value):
            return "items"
        case Form.FILE if not may_be_none(value):
            return "path"
    raise Vague(
        "a lone text is no stream"
        if message.form is Form.STREAM
        else "its path may be None"
    )


def _plain(value: Value, content_type: str | None) -> str:
    if value in (Known(None), Known(""), Known(b"")):
        return "nothing"
    if is_of(value, "bytes"):
        return "bytes"
    if is_of(value, "str") or (content_type or "").startswith("text/"):
        return "str"
    raise Vague("nobody knows whether its content is text or bytes")


def said_of(shape: Shape) -> dict[str, Node]:
    """What the whole of a shape says, in the order of authors."""
    keys: dict[str, Node] = {}
    media_type = (shape.content_type or "").removesuffix("; charset=utf-8")
    if shape.form in FORMS:
        keys["kind"] = FORMS[shape.form]
    if shape.form is Form.ERROR:
        keys["media_type"] = "application/json"
    elif media_type and shape.form is not Form.REDIRECT:
        keys["media_type"] = media_type
    if shape.is_open:
        keys["status_code"] = shape.status
    elif shape.status != 200:
        keys["status_code"] = {"value": shape.status, "locked": True}
    if shape.form is Form.ERROR:
        keys["exception"] = True
    if shape.body == "nothing":
        keys["content"] = None
    is_text = media_type.startswith("text/")
    if shape.form is Form.PLAIN and shape.body == "str" and not is_text:
        keys["render"] = "text"
    if shape.form is Form.STREAM and renderer_for(media_type).name not in _PASSING:
        keys["render"] = "text"
    if shape.body == "bytes" and is_text:
        keys["render"] = "bytes"
    return keys


_PASSING = ("text", "html", "bytes")
"""What renders text and bytes as they are."""
_WORDS = {
    "plain": "Text",
    "octet-stream": "Binary",
    "vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Xlsx",
    "vnd.openxmlformats-officedocument.wordprocessingml.document": "Docx",
    "vnd.ms-excel": "Xls",
}
"""What media types are called whose own names say less."""


def part(shape: Shape, is_saved: bool) -> str:
    """What a media type is called; `is_saved`: browsers save it."""
    if shape.form in (Form.REDIRECT, Form.ERROR) or shape.body in ("", "nothing"):
        return ""
    kind = (shape.content_type or "").partition(";")[0].rpartition("/")[2]
    word = _WORDS.get(kind) or camel(
        (kind.rpartition("+")[0] or kind).removeprefix("x-")
    )
    if is_saved:
        return f"{word}Download"
    if shape.form in FORMS:
        last = FORMS[shape.form].capitalize()
        return word if word.endswith(last) else f"{word}{last}"
    return word or "Bytes"
