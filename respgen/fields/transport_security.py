"""Strict-Transport-Security (RFC 6797 6.1): its mapping, its text, and what the preload list asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from respgen.core.fields import field_value
from respgen.diagnostics import Finding, Malformed, Mend, nearest, quoted
from respgen.fields.directives import OFF, ON, Directive, directives, twice
from respgen.fields.kinds import DURATION, TRUTH, Kind, Param, Params
from respgen.fields.merging import directives_of
from respgen.fields.row import FieldType
from respgen.fields.slips import Spelling
from respgen.located import Plain
from respgen.rules import r6

_NAMES = {
    "max-age": "max-age",
    "includesubdomains": "includeSubDomains",
    "preload": "preload",
}
_YEAR = 31_536_000
_HALF_A_YEAR = 15_768_000


def _respelt(text: str) -> str:
    """The directives in canonical form; a text that has others as it is."""
    try:
        return "; ".join(map(_canonical, directives(text, ";")))
    except ValueError:
        return text


def _canonical(directive: Directive) -> str:
    name = _NAMES.get(directive.name, directive.name)
    return name if directive.argument is None else f"{name}={directive.argument}"


def _parts(text: str) -> dict[str, str]:
    return {each.name: _canonical(each) for each in directives(text, ";")}


def remarks(text: str) -> Iterator[Finding]:
    """Reports on each directive, then on what preload and a short time lack."""
    try:
        found = directives(text, ";")
    except ValueError as error:
        message = f"{error}: directives are separated by semicolons"
        advice = "write name or name=seconds, with semicolons between directives"
        yield Finding(r6.TRANSPORT_SECURITY, message, advice)
        return
    for directive in found:
        yield from _own(directive, found)
    for name in twice(found):
        message = (
            f"{_NAMES.get(name, name)} appears twice: browsers ignore the whole header"
        )
        yield Finding(
            r6.TRANSPORT_SECURITY, message, "write it once", (name,), at_key=True
        )
    given = {directive.name: directive.argument for directive in found}
    if "max-age" not in given:
        message = "browsers ignore the whole header without max-age"
        yield Finding(
            r6.TRANSPORT_SECURITY, message, "add max-age, and for how many seconds"
        )
    yield from _times(given)


def _own(directive: Directive, found: tuple[Directive, ...]) -> Iterator[Finding]:
    name, argument = directive.name, directive.argument
    if name not in _NAMES:
        advice = nearest(name, _NAMES.values()) or "remove it"
        message = f"unknown directive {quoted(name)}"
        yield Finding(r6.TRANSPORT_SECURITY, message, advice, (name,), at_key=True)
    elif name == "max-age":
        if not _are_digits(argument or ""):
            message = "max-age must be a whole number of seconds, without a sign"
            advice = "write the seconds of max-age in digits"
            yield Finding(r6.TRANSPORT_SECURITY, message, advice, (name,))
    elif argument is not None:
        yield _switched(directive, found)


def _switched(directive: Directive, found: tuple[Directive, ...]) -> Finding:
    """Only an argument that says yes is idle for certain: another may switch it off."""
    name, word = _NAMES[directive.name], (directive.argument or "").lower()
    bare = (Directive(each.name) if each is directive else each for each in found)
    mended = "; ".join(map(_canonical, bare)) if word in ("", *ON) else None
    advice = f"{'remove' if word in OFF else 'write'} {name}"
    message = f"{name} takes no argument"
    at = (directive.name,)
    return Finding(r6.TRANSPORT_SECURITY, message, advice, at, fix=Mend(mended))


def _are_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _times(given: Mapping[str, str | None]) -> Iterator[Finding]:
    """max-age=0 takes the policy back, which is no short time (RFC 6797 6.1.1)."""
    age = given.get("max-age") or ""
    if not _are_digits(age):
        return
    # Python refuses numbers of thousands of digits; twenty are more than forever
    seconds_kept = int(age.lstrip("0")[:20] or "0")
    if "preload" in given and not seconds_kept:
        message = "max-age=0 switches the policy off, and preload asks to keep it"
        yield Finding(r6.PRELOAD, message, "remove preload", ("preload",))
    elif "preload" in given and not (
        "includesubdomains" in given and seconds_kept >= _YEAR
    ):
        message = "the preload list takes only whole domains, for one year or more"
        yield Finding(
            r6.PRELOAD, message, _for_preload(given, seconds_kept), ("preload",)
        )
    elif seconds_kept and seconds_kept < _HALF_A_YEAR:
        message = "browsers that come back later than that start without TLS again"
        advice = f"write max-age={_YEAR} (max_age: 1y)"
        yield Finding(r6.SHORT_TRANSPORT_SECURITY, message, advice, ("max-age",))


def _for_preload(given: Mapping[str, str | None], seconds_kept: int) -> str:
    """What is missing alone: the rest stays as its author wants it."""
    short = (
        f"write max-age={_YEAR} (max_age: 1y) or more" if seconds_kept < _YEAR else ""
    )
    alone = "includesubdomains" not in given
    wide = "add includeSubDomains (include_subdomains: true)" if alone else ""
    return " and ".join(filter(None, (short, wide)))


_AGE = replace(
    DURATION,
    expected="seconds or a duration such as 1y",
    advice="write seconds, or a number and y, d, h, m or s",
)
_DIRECTIVES = Params(
    (
        Param("max_age", "How long browsers use only TLS for the host.", _AGE),
        Param("include_subdomains", "Whether it applies to all subdomains.", TRUTH),
        Param(
            "preload",
            "Whether browsers may include the host in their preload list.",
            TRUTH,
        ),
    ),
    noun="directive",
    advice="write max_age, include_subdomains or preload",
)


def _read(value: Plain) -> str:
    """The directives in the order written, without those that are false."""
    given = _DIRECTIVES.read(value)
    sent = [
        f"max-age={each}" if key == "max_age" else _NAMES[key.replace("_", "")]
        for key, each in given.items()
        if each is not False
    ]
    if sent:
        return "; ".join(sent)
    message = "browsers ignore the whole header without max_age"
    raise Malformed(
        Finding(r6.TRANSPORT_SECURITY, message, "add max_age, and for how long")
    )


TRANSPORT_SECURITY = FieldType(
    names=("Strict-Transport-Security",),
    about="Browsers use only TLS for this host (RFC 6797).",
    kind=Kind(
        "a mapping of directives",
        _DIRECTIVES.form,
        _read,
        advice="write a mapping of max_age, include_subdomains and preload, or text",
    ),
    encode=field_value,
    respell=_respelt,
    judge=remarks,
    merge=directives_of(_parts, "; ".join),
    spelling=Spelling(";", tuple(_NAMES.values()), seconds=True),
)
