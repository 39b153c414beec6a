"""What one call of a framework's class sends, as far as the call itself says.

Goes in: a Construction. Comes out: Sent, or Unclear where nobody knows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from http import HTTPStatus

from respgen.audit.acts import Construction, StatusChange
from respgen.core.statuses import BODYLESS
from respgen.sending.fields import fields_of
from respgen.sending.sent import (
    NOTHING,
    Changed,
    Form,
    Given,
    Mutation,
    Sent,
    Unclear,
    Values,
    with_charset,
)
from respgen.source.program.frameworks import (
    HTTP_EXCEPTION,
    MEDIA_TYPES,
    RESPONSE,
    STATUSES,
    nearest,
)
from respgen.source.program.values import Known, Value, text

_FORMS: Mapping[str, Form] = {
    RESPONSE: Form.PLAIN,
    "starlette.responses.HTMLResponse": Form.PLAIN,
    "starlette.responses.PlainTextResponse": Form.PLAIN,
    "starlette.responses.JSONResponse": Form.JSON,
    "starlette.responses.RedirectResponse": Form.REDIRECT,
    "starlette.responses.StreamingResponse": Form.STREAM,
    "fastapi.sse.EventSourceResponse": Form.STREAM,
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


def sent(act: Construction, changes: Sequence[Mutation] = ()) -> Sent:
    """What the call of a framework's class sends once it was changed so. Raises Unclear."""
    return message(act.root, given(act), [change_of(each) for each in changes])


def given(act: Construction) -> Values:
    """The arguments of a call, with their expressions. Raises Unclear."""
    if act.rest:
        raise Unclear("* or ** may give more than is written here")
    return {name: Given(value, act.node(name)) for name, value in act.given.items()}


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
    fields, rest, taken = fields_of(given.get("headers", NOTHING))
    default = STATUSES[nearest(root, STATUSES) or RESPONSE]
    status = given.get("status_code", Given(Known(default)))
    for change in changes:
        if not change.name:
            _confirm_bodies(status.value, change.given.value)
            status = change.given
        elif not change.only_absent:
            fields[change.name] = change.given
            taken = {**taken, change.name: ""}
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
    return replace(made, rest=rest, taken=taken if rest else {})


def _unknown(of: str) -> str:
    name = of.rpartition(".")[2]
    if name in ("ORJSONResponse", "UJSONResponse"):
        return f"{name} writes JSON otherwise than JSONResponse"
    return f"{name} is none of the framework's classes"


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
        # the four are those that Python 3.13 renamed
        case Known(int() as code) if code in {*HTTPStatus} - {413, 414, 416, 422}:
            return Given(Known(HTTPStatus(code).phrase))
    raise Unclear("its detail is the phrase of a status, which not every Python has")


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
