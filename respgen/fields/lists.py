"""Lists of plain names: Vary (RFC 9110 12.5.5), Allow (10.2.1) and Accept-Ranges (14.3).

Goes in: a list, or text with commas. Comes out: the names with `, ` between them, and what the
rules say of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from respgen.core.fields import field_value
from respgen.core.grammar import TOKEN, compiled
from respgen.decoder.respelt import meant_word
from respgen.diagnostics import Finding, Mend, Rule, nearest, quoted
from respgen.fields.directives import split
from respgen.fields.forms import TEXT, several, words
from respgen.fields.kinds import Kind
from respgen.fields.members import EVERYTHING, twice
from respgen.fields.merging import listed
from respgen.fields.reading import each, expected, text
from respgen.fields.row import FieldType
from respgen.fields.slips import Spelling
from respgen.located import Plain
from respgen.rules import r2, r4
from respgen.vocabulary import fields

_METHODS = (
    *("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"),
    *("QUERY", "TRACE", "CONNECT"),
)
# of the registry those that are a slip away from another one
_OTHER_METHODS = (
    "PRI",
    "COPY",
    "BIND",
    "LINK",
    "LOCK",
    "MOVE",
    "SEARCH",
    "REPORT",
    "LABEL",
)
_UNITS = ("bytes", "none")
_VARYING = ("Accept", "Accept-Encoding", "Accept-Language", "Cookie", "Origin", "*")


def members(text: str) -> list[str]:
    """Reads the members between commas."""
    return list(split(text, ","))


def _strangers(text: str) -> Iterator[str]:
    """Yields the members that are not tokens."""
    pieces = (piece.strip(" \t") for piece in text.split(","))
    for piece in pieces:
        # a token may have a quote; no name of the registries has one
        if not compiled(TOKEN).fullmatch(piece) or "'" in piece:
            yield piece


def _vary(text: str) -> Iterator[Finding]:
    yield from twice(text)
    names = members(text)
    if "*" in names and any(name != "*" for name in names):
        message = "* says that every response differs: names next to it have no effect"
        yield Finding(r2.VARY, message, "write only *, or only the names", ("*",))
    for name in _strangers(text):
        message = f"{name!a} is not a valid header name"
        advice = "write names of request headers, separated by commas"
        yield Finding(r2.VARY, message, advice, (name,))
    for name in names:
        if name.lower() in EVERYTHING:
            message = f"no header is called {name}"
            advice = "write the request headers that it depends on, or * if no cache may reuse it"
            yield Finding(r4.VARY_NAME, message, advice, (name,))
        elif meant := _meant_header(name):
            yield misspelt(
                r4.VARY_NAME, f"no header is called {name}", name, meant, text
            )


# Classes that add to the list of their parents name the same ones again.
@lru_cache(maxsize=65536)
def _meant_header(name: str) -> str | None:
    """Finds the known header of which the name is a slip away; `X-` makes another name of any."""
    if name.lower() in fields.KNOWN or not compiled(TOKEN).fullmatch(name):
        return None
    if name.lower().startswith("x-"):
        return None
    return meant_word(name, fields.KNOWN.values())


def _allow(text: str) -> Iterator[Finding]:
    """Checks methods; an empty list is allowed, and says that none can be used for now."""
    yield from twice(text, str)
    for name in _strangers(text) if text else ():
        message = f"{name!a} is not a method"
        advice = "write methods separated by commas"
        yield Finding(r2.ALLOW, message, advice, (name,))
    for name in members(text):
        if name.lower() in EVERYTHING:
            message = f"no method is called {name}"
            advice = "write each method that the resource has"
            yield Finding(r2.ALLOW, message, advice, (name,))
        elif meant := meant_method(name):
            message = f"{name} is not {meant}"
            if name.upper() == meant:
                message = f"methods are case-sensitive, and {message}"
            yield misspelt(r2.METHOD_CASE, message, name, meant, text)


def meant_method(name: str) -> str | None:
    """Finds the method of which the name is a slip away, if it is no method itself."""
    if name in _METHODS or name in _OTHER_METHODS:
        return None
    return meant_word(name, _METHODS)


def misspelt(rule: Rule, message: str, name: str, meant: str, text: str) -> Finding:
    """Reports one member of a list, and writes it as it was meant."""
    mended = ", ".join(meant if each == name else each for each in members(text))
    fix = Mend(mended, part=meant)
    return Finding(rule, message, f"write {meant}", (name,), fix=fix)


def _accept_ranges(text: str) -> Iterator[Finding]:
    yield from twice(text)
    names = members(text)
    if "none" in map(str.lower, names) and len(names) > 1:
        message = "none says that no ranges are served: units next to it have no effect"
        yield Finding(r2.ACCEPT_RANGES, message, "write only none, or only the units")
    for name in _strangers(text):
        message = f"{name!a} is not a range unit"
        yield Finding(r2.ACCEPT_RANGES, message, "write bytes or none", (name,))
    for name in names:
        if compiled(TOKEN).fullmatch(name) and name.lower() not in _UNITS:
            message = f"few clients know the range unit {quoted(name)}"
            advice = nearest(name, _UNITS) or "write bytes or none"
            yield Finding(r2.RANGE_UNIT, message, advice, (name,))


def _name(value: Plain) -> str:
    if name := text(value):
        return name
    raise expected("a name", "remove the empty item")


_NAME = Kind("a name", TEXT, _name, advice="put it in quotes")


def _respelt(text: str) -> str:
    """The names in the order written; empty members go (RFC 9110 5.6.1)."""
    return ", ".join(members(text))


def _read(value: Plain) -> str:
    return _respelt(", ".join(each(value, _NAME.read)))


def _field(
    name: str,
    known: Iterable[str],
    judge: Callable[[str], Iterator[Finding]],
    about: str,
) -> FieldType[str]:
    return FieldType(
        names=(name,),
        about=about,
        kind=Kind(
            "a list of names",
            several(words(known)),
            _read,
            advice=f"write a list such as [{', '.join([*known][:2])}]",
        ),
        encode=field_value,
        respell=_respelt,
        judge=judge,
        merge=listed(members),
        spelling=Spelling(",", tuple(known)),
    )


VARY = _field(
    "Vary",
    _VARYING,
    _vary,
    "Which request headers the response depends on (RFC 9110 12.5.5).",
)
ALLOW = replace(
    _field(
        "Allow",
        _METHODS,
        _allow,
        "Which methods the resource has (RFC 9110 10.2.1); an empty list: none.",
    ),
    empty=True,
)
ACCEPT_RANGES = _field(
    "Accept-Ranges",
    _UNITS,
    _accept_ranges,
    "In which units clients may request ranges (RFC 9110 14.3).",
)
