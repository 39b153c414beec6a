"""Checks what other origins may read and request (CORS, Fetch 3.3): Access-Control-Allow-Origin and others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from respgen.core.durations import parse_duration
from respgen.core.fields import field_value
from respgen.core.grammar import TOKEN, compiled
from respgen.diagnostics import Finding, Malformed, Mend, quoted
from respgen.fields.durations import meant_duration
from respgen.fields.forms import LIFETIME, TEXT, several, words
from respgen.fields.kinds import Kind
from respgen.fields.lists import meant_method, misspelt
from respgen.fields.members import (
    EVERYTHING,
    meant_names,
    members,
    names,
    respelt,
    twice,
)
from respgen.fields.merging import listed
from respgen.fields.origins import serialised_origin, with_scheme
from respgen.fields.pasted import QUOTES, unwrapped
from respgen.fields.reading import each
from respgen.fields.reading import text as written
from respgen.fields.row import FieldType, as_it_is, text_field
from respgen.fields.slips import Spelling
from respgen.located import Plain
from respgen.rules import r2, r6

_METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")
_ORIGIN = "Access-Control-Allow-Origin"
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
        meant = _meant_origin(text)
        advice = f"write {meant}" if meant else _origin_advice(text)
        message = f"{quoted(text)} is not an origin as browsers send it"
        if len(_apart(text)) > 1 and not meant:
            message = "only one origin is allowed: browsers read the whole text as one"
        yield Finding(r6.SHARING, message, advice, fix=Mend(meant))


def _apart(text: str) -> list[str]:
    return text.replace(",", " ").replace(";", " ").split()


def _meant_origin(text: str) -> str | None:
    """The origin without what stands around it, with all marks of its scheme."""
    bare = unwrapped(_ORIGIN, text).strip(f" ,;{QUOTES}").rstrip("/")
    if bare == "*":
        return bare
    return serialised_origin(with_scheme(bare))


def _origin_advice(text: str) -> str:
    if len(_apart(text)) > 1 or "*" in text:
        return _ONE_ORIGIN
    scheme, mark, rest = text.partition("://")
    if mark and (origin := serialised_origin(f"{scheme}://{rest.partition('/')[0]}")):
        return f"write the origin without a path, {origin}, if all of it may read it"
    return "write the origin with its scheme, as browsers send it, or *"


def _method(text: str) -> str:
    """Methods have a case, and those of the standard are in capitals."""
    return text.upper() if text.upper() in _METHODS else text


def _is_name(text: str) -> bool:
    """Tells whether it is a token; one in single quotes is one, and meant to be without.

    So is one with a full stop behind it, where a comma is meant.
    """
    return bool(compiled(TOKEN).fullmatch(text)) and text[0] != "'" and text[-1] != "."


def _name_remarks(text: str) -> Iterator[Finding]:
    yield from twice(text)
    yield from _stranger_remarks(text)
    yield from _everything_remarks(text, "header")


def _everything_remarks(text: str, what: str) -> Iterator[Finding]:
    """With credentials `*` is a name like others (Fetch 4.8), so no fix is certain."""
    for member in dict.fromkeys(members(text)):
        if member.lower() in EVERYTHING:
            message = f"no {what} is called {member}"
            advice = f"write * if all are meant, or each {what} where credentials are allowed"
            yield Finding(r6.SHARING, message, advice, (member,))


def _stranger_remarks(text: str) -> Iterator[Finding]:
    mended = meant_names(text, _is_name)
    for member in dict.fromkeys(members(text)):
        if not _is_name(member):
            message = f"{quoted(member)} is not a valid name"
            bare = member.strip(QUOTES)
            meant = bare if _is_name(bare) else None
            advice = (
                f"write {meant}" if meant else "write names separated by commas, or *"
            )
            fix = Mend(mended, meant, shown=True)
            yield Finding(r6.SHARING, message, advice, (member,), fix=fix)


def _method_remarks(text: str) -> Iterator[Finding]:
    yield from twice(text, str)
    yield from _stranger_remarks(text)
    yield from _everything_remarks(text, "method")
    mended = respelt(_method, text)
    for member in dict.fromkeys(members(text)):
        several = member.split("|")
        if len(several) > 1 and all(_method(each) in _METHODS for each in several):
            message = f"{quoted(member)} is read as one method"
            advice = "separate methods with commas"
            fix = Mend(meant_names(text, _is_name), shown=True)
            yield Finding(r6.SHARING, message, advice, (member,), fix=fix)
        elif member != _method(member):
            message = (
                f"{member}: methods are case-sensitive, and browsers send capitals"
            )
            advice = f"write {_method(member)}"
            fix = Mend(mended, _method(member))
            yield Finding(r6.SHARING, message, advice, (member,), fix=fix)
        elif meant := meant_method(member):
            message = f"no method is called {member}"
            yield misspelt(r6.SHARING, message, member, meant, text)


def _age(text: str) -> str:
    """Seconds of a duration; another text as it is."""
    try:
        return str(parse_duration(text))
    except ValueError:
        return text


def _age_remarks(text: str) -> Iterator[Finding]:
    if not (text.isascii() and text.isdigit()):
        message = f"{quoted(text)} is not a whole number of seconds, without a sign"
        meant = _meant_age(text)
        advice = f"write {meant or 'seconds in digits'}"
        yield Finding(r6.SHARING, message, advice, fix=Mend(meant))


def _meant_age(text: str) -> str | None:
    """The seconds in quotes, with a mark behind them, or with commas between thousands."""
    bare = text.strip(f" ,;{QUOTES}")
    if compiled(r"[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+").fullmatch(bare):
        return bare.replace(",", "")
    return meant_duration(bare) or None


# Timing-Allow-Origin


def _timing_remarks(text: str) -> Iterator[Finding]:
    """Fetch 4.9: one of the values is * or the origin of the request."""
    yield from twice(text, str)
    found = _apart(text.replace('"', " ").replace("'", " "))
    meant = [each if each in ("*", "null") else _meant_origin(each) for each in found]
    mended = None if None in meant else ", ".join(filter(None, meant))
    for member in dict.fromkeys(members(text)):
        if member not in ("*", "null") and member != serialised_origin(member):
            message = f"{quoted(member)} is not an origin as browsers send it"
            advice = (
                "write origins as browsers send them, with commas between them, or *"
            )
            part = _meant_origin(member)
            fix = Mend(mended, part, shown=True)
            advice = f"write {part}" if part else advice
            yield Finding(r6.SHARING, message, advice, (member,), fix=fix)


def _origins(value: Plain) -> str:
    return ", ".join(map(_origin, each(value, _listed_origin)))


def _listed_origin(value: Plain) -> str:
    origin = written(value)
    if _apart(origin) == [origin]:
        return origin
    message = f"{quoted(origin)} is not one origin"
    advice = "write each origin as a separate item"
    raise Malformed(Finding(r2.FIELD_VALUE, message, advice))


_SOME_METHODS = names(_method, words((*_METHODS, "*")), "a list of methods")
_NAMES = FieldType(
    kind=names(as_it_is, TEXT),
    encode=field_value,
    respell=partial(respelt, as_it_is),
    judge=_name_remarks,
    spelling=Spelling(","),
    merge=listed(members),
)

_TIMING = Kind(
    "a list of origins",
    several(words(("*",))),
    _origins,
    advice="write a list of origins, in brackets",
)

SHARING_FIELDS: tuple[FieldType[Any], ...] = (
    FieldType(
        names=("Timing-Allow-Origin",),
        about="The origins whose pages may see how long the response took (Fetch).",
        kind=_TIMING,
        encode=field_value,
        respell=partial(respelt, _origin),
        judge=_timing_remarks,
        merge=listed(members),
    ),
    text_field(
        _ORIGIN,
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
        spelling=Spelling(",", _METHODS),
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
        spelling=Spelling(seconds=True),
        expected="seconds or a duration such as 1h",
    ),
)
