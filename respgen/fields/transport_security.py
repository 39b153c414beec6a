"""Strict-Transport-Security (RFC 6797 6.1): its mapping, its text, and what the preload list asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from respgen.diagnostics import nearest, quoted
from respgen.fields.directives import Directive, directives, twice
from respgen.fields.forms import FLAG, LIFETIME, about, mapping
from respgen.fields.grammar import Grammar, Remark
from respgen.fields.written import PlacedError, below, expected, reason, seconds
from respgen.load.tree import Plain
from respgen.rules import r0, r2, r6

_NAMES = {
    "max-age": "max-age",
    "includesubdomains": "includeSubDomains",
    "preload": "preload",
}
_KEYS = {
    "max_age": "max-age",
    "include_subdomains": "includeSubDomains",
    "preload": "preload",
}
_YEAR = 31_536_000
_HALF_A_YEAR = 15_768_000


def written(value: Plain) -> str:
    """The directives in the order written; a text that has others as it is."""
    if isinstance(value, str):
        return _respelt(value)
    if not isinstance(value, dict):
        raise TypeError
    sent = [_directive(key, each) for key, each in value.items()]
    if not any(sent):
        message = "without max_age browsers ignore the whole field"
        raise PlacedError(r6.TRANSPORT_SECURITY, message, "write {max_age: 1y}")
    return "; ".join(filter(None, sent))


def _directive(key: str, value: Plain) -> str:
    with below(key):
        if key not in _KEYS:
            advice = nearest(key, _KEYS) or "a directive, such as max_age"
            message = f"unknown directive {quoted(key)}"
            raise PlacedError(r0.UNKNOWN_WORD, message, advice, at_key=True)
        if key == "max_age":
            return f"max-age={_age(value)}"
        if not isinstance(value, bool):
            raise expected("true or false")
        return _KEYS[key] if value else ""


def _age(value: Plain) -> int:
    try:
        return seconds(value)
    except TypeError:
        raise expected("seconds or a duration such as 1y") from None
    except ValueError as error:
        raise PlacedError(r2.FIELD_VALUE, reason(error), "write 1y") from None


def _respelt(text: str) -> str:
    try:
        return "; ".join(map(_canonical, directives(text, ";")))
    except ValueError:
        return text


def _canonical(directive: Directive) -> str:
    name = _NAMES.get(directive.name, directive.name)
    return name if directive.argument is None else f"{name}={directive.argument}"


def remarks(text: str) -> Iterator[Remark]:
    """Of each directive, then of what preload and a short time lack."""
    try:
        found = directives(text, ";")
    except ValueError as error:
        message = f"{error}, directives stand between semicolons"
        advice = "write max-age=31536000; includeSubDomains"
        yield Remark(r6.TRANSPORT_SECURITY, message, advice)
        return
    for directive in found:
        yield from _own(directive)
    for name in twice(found):
        message = f"{_NAMES.get(name, name)} twice: browsers ignore the whole field"
        yield Remark(r6.TRANSPORT_SECURITY, message, "write it once", (name,), True)
    given = {directive.name: directive.argument for directive in found}
    if "max-age" not in given:
        message = "without max-age browsers ignore the whole field"
        yield Remark(r6.TRANSPORT_SECURITY, message, "add max-age=31536000")
    yield from _times(given)


def _own(directive: Directive) -> Iterator[Remark]:
    name, argument = directive.name, directive.argument
    if name not in _NAMES:
        advice = nearest(name, _NAMES.values()) or "take it away"
        message = f"unknown directive {quoted(name)}"
        yield Remark(r6.TRANSPORT_SECURITY, message, advice, (name,), True)
    elif name == "max-age":
        if argument is None or not (argument.isascii() and argument.isdigit()):
            message = "max-age has seconds: digits, and no sign"
            advice = "write max-age=31536000"
            yield Remark(r6.TRANSPORT_SECURITY, message, advice, (name,))
    elif argument is not None:
        message = f"{_NAMES[name]} has no argument"
        yield Remark(r6.TRANSPORT_SECURITY, message, f"write {_NAMES[name]}", (name,))


def _times(given: Mapping[str, str | None]) -> Iterator[Remark]:
    """max-age=0 takes the policy back, which is no short time (RFC 6797 6.1.1)."""
    age = given.get("max-age") or ""
    digits = age.lstrip("0") if age.isascii() and age.isdigit() else ""
    # Python reads no number of thousands of digits; twenty are more than for ever
    seconds_kept = int(digits[:20] or "0")
    if "preload" in given and not (
        "includesubdomains" in given and (seconds_kept or 0) >= _YEAR
    ):
        message = "the preload list takes whole domains, for one year or more"
        advice = "write max-age=31536000; includeSubDomains; preload"
        yield Remark(r6.PRELOAD, message, advice, ("preload",))
    elif seconds_kept and seconds_kept < _HALF_A_YEAR:
        message = "browsers that come back later than that begin without TLS again"
        yield Remark(r6.SHORT_TRANSPORT_SECURITY, message, "write 1y", ("max-age",))


_FORM = mapping(
    {
        "max_age": about("How long browsers reach the host by TLS alone.", LIFETIME),
        "include_subdomains": about("And all hosts below it.", FLAG),
        "preload": about("Browsers may ship the host in their list.", FLAG),
    }
)

TRANSPORT_SECURITY = Grammar(
    "Strict-Transport-Security",
    "text or a mapping of directives",
    written,
    remarks,
    "Browsers reach this host by TLS alone (RFC 6797).",
    _FORM,
)
