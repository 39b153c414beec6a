"""Checks what other origins may read and request (CORS, Fetch 3.3): Access-Control-Allow-Origin and others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from respgen.core.durations import parse_duration
from respgen.core.fields import field_value
from respgen.core.grammar import TOKEN, compiled
from respgen.diagnostics import Finding, Mend, quoted
from respgen.fields.durations import meant_duration
from respgen.fields.forms import LIFETIME, TEXT, words
from respgen.fields.members import members, names, respelt, twice
from respgen.fields.merging import listed
from respgen.fields.origins import serialised_origin
from respgen.fields.row import FieldType, as_it_is, text_field
from respgen.rules import r6

_METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")
_ONE_ORIGIN = "write one origin, or send the request's own if you trust it"


def _origin(text: str) -> str:
    """An origin as browsers send it; another text as it is."""
    return serialised_origin(text) or text


def _origin_remarks(text: str) -> Iterator[Finding]:
    """Fetch 4.10: the value is compared byte by byte."""
    if text == "null":
        message = "every sandboxed frame sends null, and any site can make one"
        advice = "write the origin that may read the response"
        yield Finding(r6.NULL_ORIGIN, message, advice)
    elif text != "*" and text != serialised_origin(text):
        meant = serialised_origin(text) or serialised_origin(text.rstrip("/"))
        advice = f"write {meant}" if meant else _origin_advice(text)
        message = f"{quoted(text)} is not an origin as browsers send it"
        if len(_apart(text)) > 1:
            message = "only one origin is allowed: browsers read the whole text as one"
        yield Finding(r6.SHARING, message, advice, fix=Mend(meant))


def _apart(text: str) -> list[str]:
    return text.replace(",", " ").split()


def _origin_advice(text: str) -> str:
    if len(_apart(text)) > 1 or "*" in text:
        return _ONE_ORIGIN
    return "write only scheme and host, such as https://app.example"


def _method(text: str) -> str:
    """Methods have a case, and those of the standard are in capitals."""
    return text.upper() if text.upper() in _METHODS else text


def _name_remarks(text: str) -> Iterator[Finding]:
    yield from twice(text)
    yield from _stranger_remarks(text)


def _stranger_remarks(text: str) -> Iterator[Finding]:
    for member in dict.fromkeys(members(text)):
        if not compiled(TOKEN).fullmatch(member):
            message = f"{quoted(member)} is not a valid name"
            advice = "write names separated by commas, or *"
            yield Finding(r6.SHARING, message, advice, (member,))


def _method_remarks(text: str) -> Iterator[Finding]:
    yield from twice(text, str)
    yield from _stranger_remarks(text)
    mended = respelt(_method, text)
    for member in dict.fromkeys(members(text)):
        if member != _method(member):
            message = (
                f"{member}: methods are case-sensitive, and browsers send capitals"
            )
            advice = f"write {_method(member)}"
            yield Finding(
                *(r6.SHARING, message, advice, (member,)),
                fix=Mend(mended, _method(member)),
            )


def _age(text: str) -> str:
    """Seconds of a duration; another text as it is."""
    try:
        return str(parse_duration(text))
    except ValueError:
        return text


def _age_remarks(text: str) -> Iterator[Finding]:
    if not (text.isascii() and text.isdigit()):
        message = f"{quoted(text)} is not a whole number of seconds, without a sign"
        known = meant_duration(text) or "seconds, or a duration such as 1h"
        advice = f"write {'0 to keep nothing' if text[:1] == '-' else known}"
        yield Finding(r6.SHARING, message, advice)


_SOME_METHODS = names(_method, words((*_METHODS, "*")), "a list of methods")
_NAMES = FieldType(
    kind=names(as_it_is, TEXT),
    encode=field_value,
    respell=partial(respelt, as_it_is),
    judge=_name_remarks,
    merge=listed(members),
)

SHARING_FIELDS: tuple[FieldType[Any], ...] = (
    text_field(
        "Access-Control-Allow-Origin",
        about="The origin whose scripts may read the response, or all (Fetch).",
        judge=_origin_remarks,
        respell=_origin,
        form=words(("*",)),
    ),
    FieldType(
        names=("Access-Control-Allow-Methods",),
        about="Which methods other origins may use (Fetch).",
        kind=_SOME_METHODS,
        encode=field_value,
        respell=partial(respelt, _method),
        judge=_method_remarks,
        merge=listed(members),
    ),
    replace(
        _NAMES,
        names=("Access-Control-Allow-Headers",),
        about="Which headers other origins may send (Fetch).",
    ),
    replace(
        _NAMES,
        names=("Access-Control-Expose-Headers",),
        about="Which headers scripts of other origins may read (Fetch).",
    ),
    text_field(
        "Access-Control-Max-Age",
        about="How long browsers keep the result of a preflight (Fetch).",
        judge=_age_remarks,
        respell=_age,
        form=LIFETIME,
        expected="seconds or a duration such as 1h",
    ),
)
