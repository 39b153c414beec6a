"""What other origins may read and ask for (CORS, Fetch 3.3): Access-Control-Allow-Origin and others."""

from __future__ import annotations

from collections.abc import Iterator

from respgen.core.grammar import TOKEN, compiled
from respgen.core.values import parse_duration
from respgen.diagnostics import quoted
from respgen.fields.forms import LIFETIME, TEXT, several, words
from respgen.fields.grammar import Grammar, Remark, constant_text
from respgen.fields.members import listed, members
from respgen.fields.origins import serialised_origin
from respgen.load.tree import Plain
from respgen.rules import r6

_METHODS = ("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT")
_ONE_ORIGIN = "write one origin, or read the request's and answer with it"


def _origin(value: Plain) -> str:
    """An origin as browsers send it; another text as it is."""
    text = constant_text(value)
    return serialised_origin(text) or text


def _origin_remarks(text: str) -> Iterator[Remark]:
    """Fetch 4.10: the value is compared byte by byte."""
    if text == "null":
        message = "null is what every sandboxed frame sends: any site can make one"
        advice = "write the origin that may read the response"
        yield Remark(r6.NULL_ORIGIN, message, advice)
    elif text != "*" and text != serialised_origin(text):
        meant = serialised_origin(text) or serialised_origin(text.rstrip("/"))
        advice = f"write {meant}" if meant else _origin_advice(text)
        message = f"{quoted(text)} is no origin as browsers send it"
        if len(_apart(text)) > 1:
            message = "several origins: browsers take the whole text for one"
        yield Remark(r6.SHARING, message, advice, mended=meant)


def _apart(text: str) -> list[str]:
    return text.replace(",", " ").split()


def _origin_advice(text: str) -> str:
    if len(_apart(text)) > 1 or "*" in text:
        return _ONE_ORIGIN
    return "write scheme and host alone, such as https://app.example"


def _method(text: str) -> str:
    """Methods have a case, and those of the standard are in capitals."""
    return text.upper() if text.upper() in _METHODS else text


def _methods(value: Plain) -> str:
    return listed(value, _method)


def _names(value: Plain) -> str:
    return listed(value)


def _name_remarks(text: str) -> Iterator[Remark]:
    for member in dict.fromkeys(members(text)):
        if not compiled(TOKEN).fullmatch(member):
            message = f"{quoted(member)} is no name"
            advice = "write names with commas between them, or *"
            yield Remark(r6.SHARING, message, advice, (member,))


def _method_remarks(text: str) -> Iterator[Remark]:
    yield from _name_remarks(text)
    mended = listed(text, _method)
    for member in dict.fromkeys(members(text)):
        if member != _method(member):
            message = (
                f"{member}: the case of a method counts, and browsers send capitals"
            )
            advice = f"write {_method(member)}"
            yield Remark(
                *(r6.SHARING, message, advice, (member,)),
                mended=mended,
                instead=_method(member),
            )


def _age(value: Plain) -> str:
    """Seconds of a duration; another text as it is."""
    text = constant_text(value)
    try:
        return str(parse_duration(text))
    except ValueError:
        return text


def _age_remarks(text: str) -> Iterator[Remark]:
    if not (text.isascii() and text.isdigit()):
        message = f"{quoted(text)} is no time: seconds have digits alone, and no sign"
        advice = "write 0, which keeps nothing" if text[:1] == "-" else "write 1h"
        yield Remark(r6.SHARING, message, advice)


SHARING_FIELDS = (
    Grammar(
        "Access-Control-Allow-Origin",
        "text",
        _origin,
        _origin_remarks,
        "The origin whose scripts may read the response, or all (Fetch).",
        words(("*",)),
    ),
    Grammar(
        "Access-Control-Allow-Methods",
        "text or a list of methods",
        _methods,
        _method_remarks,
        "Which methods other origins may use (Fetch).",
        several(words((*_METHODS, "*"))),
    ),
    Grammar(
        "Access-Control-Allow-Headers",
        "text or a list of names",
        _names,
        _name_remarks,
        "Which header fields other origins may send (Fetch).",
        several(TEXT),
    ),
    Grammar(
        "Access-Control-Expose-Headers",
        "text or a list of names",
        _names,
        _name_remarks,
        "Which header fields scripts of other origins may read (Fetch).",
        several(TEXT),
    ),
    Grammar(
        "Access-Control-Max-Age",
        "seconds or a duration such as 1h",
        _age,
        _age_remarks,
        "How long browsers keep what a preflight said (Fetch).",
        LIFETIME,
    ),
)
