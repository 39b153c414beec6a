"""A response's headers and cookies -> what documents say of them.

Goes in: a response's spec. Come out: its headers, each with its schema and what is known of it; its
cookies in words, as the one header that sets them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from respgen.core.cookie_attributes import CookieAttributes, cookie_attributes
from respgen.emit.field_values import is_plural
from respgen.emit.layout import Expression, call
from respgen.emit.names import Names
from respgen.emit.source import code, literal
from respgen.emit.written_schemas import Schema
from respgen.emit.written_schemas import expression as written
from respgen.fields import TYPES
from respgen.kinds import KINDS
from respgen.specs import NAME, HeaderSpec, ResponseSpec
from respgen.specs.expressions import OPENAPI
from respgen.specs.wire import Known, KnownCookie, Presence, cookies, fields


def headers(
    of: ResponseSpec | tuple[HeaderSpec, ...], names: Names
) -> dict[str, Expression]:
    """Each header of a class or of a profile, then Set-Cookie."""
    if not isinstance(of, ResponseSpec):
        return _declared_ones(of, names)
    return _of_class(of, names)


def _of_class(response: ResponseSpec, names: Names) -> dict[str, Expression]:
    said = _declared_ones(response.headers, names)
    known = {name.lower() for name in said}
    for name, word in KINDS[response.kind].writes(response.options).items():
        if name.lower() not in known:
            sent = cast("Mapping[str, Schema]", TYPES[word].sent)
            said[name] = _declared(sent, "", True, names)
    if response.cookies:
        said["Set-Cookie"] = _cookies(response, names)
    return said


def _declared_ones(given: Iterable[HeaderSpec], names: Names) -> dict[str, Expression]:
    return {
        known.header.name: _header(known, names)
        for name, known in fields(given).items()
        # OpenAPI 3.1, Response Object: a Content-Type there is ignored
        if name != "content-type"
    }


def _header(known: Known, names: Names) -> Expression:
    about = known.header.description
    if known.constant is not None:
        given = [literal(known.constant)]
        if about:
            given.append(code("description={}", literal(about)))
        if known.header.policy != "overridable":
            given.append(code("policy={}", literal(known.header.policy)))
        return call(names.imported(OPENAPI, "constant"), *given)
    required = known.presence is Presence.ALWAYS and not is_plural(known.header)
    return _declared(_schema(known.header), about, required, names)


def _schema(header: HeaderSpec) -> Schema:
    """The schema of the text on the wire."""
    of = header.type.sent
    if of.word == "enum":
        return {"type": "string", "enum": of.values}
    sent = TYPES[of.word].sent if of.word in TYPES else {"type": "string"}
    return cast("Mapping[str, Schema]", sent)


def _declared(schema: Schema, about: str, required: bool, names: Names) -> Expression:
    given = [written(schema, names)]
    if about:
        given.append(code("description={}", literal(about)))
    if required:
        given.append(code("required=True"))
    return call(names.imported(OPENAPI, "header"), *given)


def _cookies(response: ResponseSpec, names: Names) -> Expression:
    known = cookies(response.cookies)
    always = any(each.presence is Presence.ALWAYS for each in known)
    about = "\n".join(map(_cookie, known))
    return _declared({"type": "string"}, about, always, names)


def _cookie(known: KnownCookie) -> str:
    """A cookie in a sentence: whether it is set, and with what."""
    cookie = known.use.cookie
    verb = "Sets" if known.presence is Presence.ALWAYS else "May set or delete"
    fixed: CookieAttributes = {"path": "", **cookie.known}
    for name in known.decided - {NAME}:
        fixed = cast("CookieAttributes", {**fixed, name: _SILENT.get(name)})
    attributes = cookie_attributes(**fixed).decode("ascii")
    text = f"{verb} {cookie.key}{attributes.replace(';', ':', 1)}"
    if known.decided:
        names = sorted(_SPELLED.get(name, name.title()) for name in known.decided)
        text += f"; {', '.join(names)} as the application decides"
    return f"{text}."


_SILENT = {"path": "", "secure": False, "httponly": False, "partitioned": False}
_SPELLED = {
    "max_age": "Max-Age",
    "httponly": "HttpOnly",
    "samesite": "SameSite",
    "expires": "expires",
    NAME: "its name",
}
