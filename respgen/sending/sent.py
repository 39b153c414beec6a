"""What one call of a framework's class sends, as far as the call itself says.

Goes in: a Construction. Comes out: Sent, or Unclear where nobody knows.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum, auto
from http import HTTPStatus

from respgen.audit.acts import Construction, FieldChange, StatusChange
from respgen.source.names import Class
from respgen.source.program.frameworks import (
    HTTP_EXCEPTION,
    MEDIA_TYPES,
    RESPONSE,
    lineage,
    nearest,
)
from respgen.source.program.values import Known, Pairs, Value, text

CHARSET = "utf-8"
"""The frameworks' own."""


class Unclear(Exception):  # noqa: N818 # what nobody knows, not what failed
    """The text says what is not known of a call."""


class Form(StrEnum):
    """What makes the body."""

    JSON = auto()
    PLAIN = auto()
    """Text and bytes as they are."""
    REDIRECT = auto()
    STREAM = auto()
    FILE = auto()
    ERROR = auto()
    """An HTTPException: whoever answers it."""


_FORMS: Mapping[str, Form] = {
    RESPONSE: Form.PLAIN,
    "starlette.responses.HTMLResponse": Form.PLAIN,
    "starlette.responses.PlainTextResponse": Form.PLAIN,
    "starlette.responses.JSONResponse": Form.JSON,
    "starlette.responses.RedirectResponse": Form.REDIRECT,
    "starlette.responses.StreamingResponse": Form.STREAM,
    "starlette.responses.FileResponse": Form.FILE,
    HTTP_EXCEPTION: Form.ERROR,
    "fastapi.exceptions.HTTPException": Form.ERROR,
}


_MADE_OF: Mapping[Form, str] = {Form.REDIRECT: "url", Form.FILE: "path"}
"""The argument that the body is made of, where it is not called content."""
_FILE: Mapping[str, Known] = {
    "filename": Known(None),
    "stat_result": Known(None),
    "method": Known(None),
    "content_disposition_type": Known("attachment"),
}
"""What else a file is made of, and what that is where nobody says it."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value, and the expression of the call that it is; None where that stands elsewhere."""

    value: Value
    node: ast.expr | None = field(default=None, compare=False)


NOTHING = Given(Known(None))


@dataclass(frozen=True, slots=True)
class Sent:
    """A message: `of` is the framework's class, `fields` are by their names in lower case.

    `content_type` is the whole field; of a file NOTHING where its name decides. `body` is what the
    body is made of, of a redirect the URL, and `others` what else a file is.
    """

    form: Form
    of: str
    status: Given
    content_type: Given
    fields: Mapping[str, Given]
    body: Given
    background: Given = NOTHING
    others: Mapping[str, Given] = field(default_factory=dict)


Mutation = FieldChange | StatusChange


def sent(act: Construction, changes: Sequence[Mutation] = ()) -> Sent:
    """What the call sends once it was changed so. Raises Unclear."""
    if isinstance(act.of, Class):
        raise Unclear(f"{act.of.node.name} is a class of the project's own")
    form = _FORMS.get(act.of)
    if form is None:
        raise Unclear(_unknown(act.of))
    if act.rest:
        raise Unclear("* or ** may give more than is written here")
    fields = dict(_fields(act))
    status = _given(act, "status_code", act.status)
    for change in changes:
        status = _changed(change, fields, status)
    stated = fields.pop("content-type", None)
    if form is Form.ERROR:
        if stated:
            raise Unclear("an exception is raised with a Content-Type")
        return Sent(form, act.of, status, NOTHING, fields, _detail(act, status))
    body = _given(act, _MADE_OF.get(form, "content"), Known(None))
    background = _given(act, "background", Known(None))
    content_type = stated or _content_type(act)
    others = {n: _given(act, n, v) for n, v in _FILE.items() if form is Form.FILE}
    return Sent(form, act.of, status, content_type, fields, body, background, others)


def _unknown(of: str) -> str:
    name = of.rpartition(".")[2]
    if name in ("ORJSONResponse", "UJSONResponse"):
        return f"{name} writes JSON otherwise than JSONResponse"
    return f"{name} is not migrated"


def _changed(change: Mutation, fields: dict[str, Given], status: Given) -> Given:
    """The status after a change; fields are changed in place."""
    if isinstance(change, StatusChange):
        return Given(change.value, getattr(change.event, "source", None))
    name = text(change.name)
    if name is None or change.value is None:
        raise Unclear("a field is changed whose name or value is not known")
    key, given = name.lower(), Given(change.value, change.source)
    match change.word:
        case "set" | "update":
            fields[key] = given
        case "setdefault":
            fields.setdefault(key, given)
        case _:
            raise Unclear(f"{name} is changed by {change.word}")
    return status


def _given(act: Construction, name: str, default: Value | None) -> Given:
    value = act.given.get(name, default)
    if value is None:
        raise Unclear(f"its {name} is not known")
    return Given(value, act.node(name))


def _detail(act: Construction, status: Given) -> Given:
    """The detail; without one it is the phrase of the status."""
    if act.says("detail"):
        return _given(act, "detail", None)
    match status.value:
        case Known(int() as code) if code in {*HTTPStatus}:
            return Given(Known(HTTPStatus(code).phrase))
    raise Unclear("its detail is the phrase of a status that is not known")


def _content_type(act: Construction) -> Given:
    """As `Response.init_headers` makes it of the media type."""
    default = MEDIA_TYPES[nearest(act.root, MEDIA_TYPES) or RESPONSE]
    value = act.given.get("media_type", Known(None))
    if value == Known(None):
        value = Known(default)
    if value == Known(None):
        return NOTHING
    media_type = text(value)
    if media_type is None:
        raise Unclear("its media type is not known")
    return Given(Known(with_charset(media_type)))


def with_charset(media_type: str, charset: str = CHARSET) -> str:
    """The field that a media type becomes."""
    is_text = media_type.startswith("text/") and "charset=" not in media_type.lower()
    return f"{media_type}; charset={charset}" if is_text else media_type


# Fields


def _fields(act: Construction) -> Iterator[tuple[str, Given]]:
    headers = act.given.get("headers", Known(None))
    if headers == Known(None):
        return
    if not isinstance(headers, Pairs) or headers.keys() is None:
        raise Unclear("its headers are not known")
    inside = within(act.event.node)
    for name, given in entries(headers):
        yield name.lower(), Given(
            given.value, given.node if given.node in inside else None
        )


def within(node: ast.AST) -> frozenset[ast.AST | None]:
    """The parts of an expression."""
    return frozenset(ast.walk(node))


def entries(mapping: Pairs) -> Iterator[tuple[str, Given]]:
    """The entries of a mapping whose keys are known; of equal keys the last."""
    nodes = dict(_written(mapping.node))
    found: dict[str, Given] = {}
    for pair in mapping.items:
        key = str(pair.key.value) if isinstance(pair.key, Known) else ""
        found[key] = Given(pair.value, nodes.get(pair.node))
    yield from found.items()


def _written(node: ast.AST | None) -> Iterator[tuple[ast.AST, ast.expr]]:
    """Where the value of each key stands."""
    match node:
        case ast.Dict(keys=keys, values=values):
            for key, value in zip(keys, values, strict=True):
                if key is not None:
                    yield key, value
                else:
                    yield from _written(value)
        case ast.Call(keywords=keywords):
            for each in keywords:
                yield each.value, each.value


def derives(of: str, base: str) -> bool:
    """Whether a class of the frameworks is another one, or below it."""
    return base in lineage(of)
