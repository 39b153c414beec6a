"""Checks names of headers (RFC 9110 5.1): rules R201, R202, R207 to R210.

Goes in: a header, whatever its value. Comes out: findings about its name.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from respgen.checks.typos import meant_field, same_letters
from respgen.core.fields import field_name
from respgen.core.grammar import TOKEN_CHARACTERS, FieldError
from respgen.diagnostics import Finding, Remove, Replace
from respgen.lookalikes import looks_like
from respgen.rules import r2
from respgen.specs import Constant, HeaderSpec
from respgen.vocabulary import fields

_NOT_TCHAR = re.compile(rf"[^{TOKEN_CHARACTERS}]+")


def refused_name(name: str) -> Finding | None:
    """Reports a name that run time would refuse; nothing else is checked then."""
    try:
        field_name(name)
    except FieldError:
        return _no_token(name)
    return None


def _no_token(name: str) -> Finding:
    latin, strange = looks_like(name)
    mended = _NOT_TCHAR.sub("-", latin).strip("-")
    if "{" in name:
        message = f"{name!a} is not a valid header name: it cannot have placeholders"
        return Finding(r2.FIELD_NAME, message, "write each header by its own name")
    return Finding(
        r2.FIELD_NAME,
        f"{name!a} is not a valid header name: only letters, digits and !#$%&'*+-.^_`|~ are allowed",
        _written(mended, strange),
    )


def _written(mended: str, strange: str) -> str:
    if not mended:
        return "write a name such as X-Request-ID"
    return f"{strange}: write {mended!r}" if strange else f"write {mended!r}"


def name_findings(header: HeaderSpec) -> Iterator[Finding]:
    name, lower = header.name, header.name.lower()
    if lower in fields.FRAMING and lower != "upgrade":
        yield replace(framing(name), fix=Remove(header.span))
    elif lower in _ELSEWHERE:
        rule, why, help_line = _ELSEWHERE[lower]
        yield Finding(rule, f"{name} {why}", help_line)
    elif meant := meant_field(name):
        # another name of a parameter's field may be another name of the argument
        sure = isinstance(header.origin, Constant) and same_letters(name, meant)
        yield Finding(
            r2.FIELD_NAME_TYPO,
            f"{name} is not a registered header, but close to one",
            f"did you mean {meant!r}?",
            fix=Replace(header.span, meant) if sure else None,
        )


_SERVER = (
    r2.SERVER_FIELD,
    "is written by the server, and would be sent twice",
    "remove it",
)
_ELSEWHERE = {
    "set-cookie": (
        r2.SET_COOKIE_FIELD,
        "must not be written as a header",
        "declare a preset under cookies: and list it on the class",
    ),
    "content-type": (
        r2.CONTENT_TYPE_FIELD,
        "must not be written as a header",
        "write media_type:, and charset: if it is not utf-8",
    ),
    "date": _SERVER,
    "server": _SERVER,
}


def framing(name: str) -> Finding:
    return Finding(
        r2.FRAMING_FIELD,
        f"{name} controls the connection or the framing of the message: only the server may send it",
        _FRAMING_HELP.get(name.lower(), "remove it"),
    )


_FRAMING_HELP = {
    "content-length": "remove it: responses send the length of a body that is there, and callers of a stream may",
    "upgrade": "remove it, or give the class status_code: 426",
}


def one_value(name: str) -> Finding:
    return Finding(
        r2.FIELD_TWICE,
        f"{name} takes a single value, so nothing can be appended to it",
        "write policy: overridable or policy: locked",
    )
