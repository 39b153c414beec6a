"""What one call of a framework's class sends, as far as the call itself says.

Goes in: a Construction. Comes out: Sent, or Unclear where nobody knows.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum, auto
from http import HTTPStatus
from typing import NamedTuple

from respgen.audit.acts import Construction, FieldChange, StatusChange
from respgen.core.statuses import BODYLESS
from respgen.source.program.frameworks import (
    HTTP_EXCEPTION,
    MEDIA_TYPES,
    RESPONSE,
    STATUSES,
    nearest,
)
from respgen.source.program.values import Known, Pairs, Value, choices, text

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
    """A value, and the expression of the call that it is; None where that stands elsewhere.

    `when`: it is there only where this expression is true.
    """

    value: Value
    node: ast.expr | None = field(default=None, compare=False)
    when: ast.expr | None = field(default=None, compare=False)

    @property
    def parts(self) -> tuple[ast.expr | None, ast.expr | None]:
        """The expressions that it is made of."""
        return self.node, self.when


NOTHING = Given(Known(None))


@dataclass(frozen=True, slots=True)
class Sent:
    """A message: `of` is the framework's class, `fields` are by their names in lower case.

    `content_type` is the whole field; of a file NOTHING where its name decides. `body` is what the
    body is made of, of a redirect the URL, and `others` what else a file is. `rest`
    are further headers that nobody knows, before which the others give way. `nodes` are where values
    stand that a class of the project's own is given.
    """

    form: Form
    of: str
    status: Given
    content_type: Given
    fields: Mapping[str, Given]
    body: Given
    background: Given = NOTHING
    others: Mapping[str, Given] = field(default_factory=dict)
    rest: Given | None = None
    nodes: Mapping[Value, ast.expr] = field(default_factory=dict, compare=False)
    statuses: frozenset[int] = frozenset()
    """All that callers make of a status that the call itself does not say."""

    @property
    def every_status(self) -> frozenset[int]:
        """All that the status can be; empty where nobody knows."""
        match self.status.value:
            case Known(value=int(known)):
                return frozenset({known})
        return self.statuses


Mutation = FieldChange | StatusChange
Values = Mapping[str, Given]
"""What a constructor is given, by its parameters."""


def sent(act: Construction, changes: Sequence[Mutation] = ()) -> Sent:
    """What the call of a framework's class sends once it was changed so. Raises Unclear."""
    return message(act.root, given(act), [change_of(each) for each in changes])


def given(act: Construction) -> Values:
    """The arguments of a call, with their expressions. Raises Unclear."""
    if act.rest:
        raise Unclear("* or ** may give more than is written here")
    return {name: Given(value, act.node(name)) for name, value in act.given.items()}


class Changed(NamedTuple):
    """A field, or the status where `name` is empty, and what becomes of it."""

    name: str
    given: Given
    only_absent: bool = False


def change_of(act: Mutation) -> Changed:
    """What a change does. Raises Unclear."""
    if isinstance(act, StatusChange):
        return Changed("", Given(act.value, getattr(act.event, "source", None)))
    name = text(act.name)
    if name is None or act.value is None:
        raise Unclear("a field is changed whose name or value is not known")
    if act.word not in ("set", "update", "setdefault"):
        raise Unclear(f"{name} is changed by {act.word}")
    given = Given(act.value, act.source)
    return Changed(name.lower(), given, act.word == "setdefault")


def message(
    root: str,
    given: Values,
    changes: Sequence[Changed] = (),
    media_type: str | None = None,
) -> Sent:
    """What a framework's class sends; `media_type` is that of a class below it. Raises Unclear."""
    form = _FORMS.get(root)
    if form is None:
        raise Unclear(_unknown(root))
    fields, rest = _fields(given.get("headers", NOTHING))
    default = STATUSES[nearest(root, STATUSES) or RESPONSE]
    status = given.get("status_code", Given(Known(default)))
    for change in changes:
        if not change.name:
            _confirm_bodies(status.value, change.given.value)
            status = change.given
        elif not change.only_absent:
            if rest:
                raise Unclear("its headers are not known")
            fields[change.name] = change.given
        elif change.name in ("content-type", "content-length"):
            raise Unclear(f"{change.name} may be there already")
        else:
            fields.setdefault(change.name, change.given)
    stated = fields.pop("content-type", None)
    if form is Form.ERROR:
        if stated or rest:
            raise Unclear("its headers are not known, or have a Content-Type")
        detail = _detail(given.get("detail", NOTHING), status)
        return Sent(form, root, status, NOTHING, fields, detail)
    body, background = (
        given.get(name, NOTHING)
        for name in (_MADE_OF.get(form, "content"), "background")
    )
    content_type = stated or _content_type(root, given, media_type)
    others = {n: given.get(n, Given(v)) for n, v in _FILE.items() if form is Form.FILE}
    made = Sent(form, root, status, content_type, fields, body, background, others)
    return replace(made, rest=rest)


def _unknown(of: str) -> str:
    name = of.rpartition(".")[2]
    if name in ("ORJSONResponse", "UJSONResponse"):
        return f"{name} writes JSON otherwise than JSONResponse"
    return f"{name} is not migrated"


def _confirm_bodies(*statuses: Value) -> None:
    """A status with no body leaves Content-Length out, when the response is made. Raises Unclear."""
    for each in statuses:
        if not isinstance(each, Known) or each.value in BODYLESS:
            raise Unclear("its status changes after it was made")


def _detail(detail: Given, status: Given) -> Given:
    """The detail; without one it is the phrase of the status."""
    if detail != NOTHING:
        return detail
    match status.value:
        case Known(int() as code) if code in {*HTTPStatus}:
            return Given(Known(HTTPStatus(code).phrase))
    raise Unclear("its detail is the phrase of a status that is not known")


def _content_type(root: str, given: Values, media_type: str | None) -> Given:
    """As `Response.init_headers` makes it of the media type."""
    said = given.get("media_type", NOTHING).value
    default = media_type or MEDIA_TYPES[nearest(root, MEDIA_TYPES) or RESPONSE]
    value = Known(default) if said == Known(None) else said
    if value == Known(None):
        return NOTHING
    known = text(value)
    if known is None:
        raise Unclear("its media type is not known")
    return Given(Known(with_charset(known)))


def with_charset(media_type: str, charset: str = CHARSET) -> str:
    """The field that a media type becomes."""
    is_text = media_type.startswith("text/") and "charset=" not in media_type.lower()
    return f"{media_type}; charset={charset}" if is_text else media_type


# Fields


def _fields(headers: Given) -> tuple[dict[str, Given], Given | None]:
    """The fields that are known, and the mapping that may have more. Raises Unclear."""
    value = headers.value
    if value == Known(None):
        return {}, None
    if not isinstance(value, Pairs):
        return {}, headers
    nodes = within(headers.node)
    found = {
        name.lower(): Given(each.value, each.node if each.node in nodes else None)
        for name, each in entries(value)
    }
    if len(found) < len({str(text(each.key)) for each in value.items}):
        raise Unclear("a field has two names that differ by case alone")
    others = [each for each in value.others if not _is_empty(each)]
    named = all(isinstance(each.key, Known) for each in value.items)
    if others or not named or (value.is_open and not value.others):
        raise Unclear("its headers are not known")
    return found, None


def _is_empty(value: Value) -> bool:
    """Whether it brings nothing to a mapping: `None or {}`."""
    return all(each in (Known(None), Pairs(())) for each in choices(value))


def within(node: ast.AST | None) -> frozenset[ast.AST | None]:
    """The parts of an expression."""
    return frozenset(ast.walk(node)) if node else frozenset()


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
