"""Server-Timing (W3C): how long what took, by name; its mapping `{db: {dur: 53.2, desc: ...}}`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from respgen.core.dispositions import quoted_text
from respgen.core.grammar import TOKEN, compiled
from respgen.core.timings import (
    ServerTiming,
    server_timing_value,
    step_description,
    step_duration,
)
from respgen.diagnostics import Finding, Malformed, Mend, nearest, pasted, quoted
from respgen.fields.directives import QUOTED, split, unquoted
from respgen.fields.kinds import TEXT, Kind, Param, Params
from respgen.fields.merging import Parts
from respgen.fields.reading import checked, number
from respgen.fields.row import FieldType
from respgen.fields.slips import Spelling
from respgen.located import Plain
from respgen.rules import r2, r5

_PARAM = rf"({TOKEN})[ \t]*=[ \t]*({TOKEN}|{QUOTED})"
_MILLISECONDS = r"[0-9]+(?:\.[0-9]+)?"
_KNOWN = ("dur", "desc")
_LONGEST = 2_000
"""Characters of a text in which separators are looked for."""
# a space before a parameter, outside of quotes
_APART = rf"{QUOTED}|(?<=[^\s,;=])[ \t]+(?=(?:dur|desc)=)"


@dataclass(frozen=True, slots=True)
class _Metric:
    """A name, and parameters as text has them, without quotes."""

    name: str
    params: tuple[tuple[str, str], ...]


def _metrics(text: str) -> Iterator[_Metric]:
    """Reads the metrics. Raises ValueError for any other text."""
    for piece in split(text, ","):
        name, *params = split(piece, ";")
        if not compiled(TOKEN).fullmatch(name):
            raise ValueError(f"{quoted(piece)} does not start with a name")
        yield _Metric(name, tuple(map(_param, params)))


def _param(text: str) -> tuple[str, str]:
    match = compiled(_PARAM).fullmatch(text)
    if match is None:
        raise ValueError(f"{quoted(text)} is not a parameter")
    return match[1].lower(), unquoted(match[2]) or ""


def _respelt(text: str) -> str:
    """The metrics in canonical form; a text that has others as it is."""
    try:
        return ", ".join(map(_canonical, _metrics(text)))
    except ValueError:
        return text


def _by_name(text: str) -> dict[str, str]:
    return {each.name: _canonical(each) for each in _metrics(text)}


def _canonical(metric: _Metric) -> str:
    return "".join((metric.name, *(_sent(*param) for param in metric.params)))


def _sent(key: str, value: str) -> str:
    """Numbers stand for themselves; text is quoted, whatever it is."""
    number = key == "dur" and compiled(_MILLISECONDS).fullmatch(value)
    return f";{key}={value if number else quoted_text(value)}"


def _meant(text: str) -> str | None:
    """The metrics with a semicolon before each parameter; None where more is wrong."""
    if len(text) > _LONGEST or text.count('"') % 2:
        return None
    mended = re.sub(_APART, lambda match: match[0] if match[0][0] == '"' else ";", text)
    sent = _respelt(mended)
    return None if sent == text or any(remarks(sent)) else sent


def remarks(text: str) -> Iterator[Finding]:
    """Reports on each metric, in order."""
    try:
        found = list(_metrics(text))
    except ValueError as error:
        mended = _meant(text)
        advice = "write a name, then ;dur= and ;desc=, with commas between metrics"
        advice = f"write {pasted(mended)}" if mended else advice
        yield Finding(r5.SERVER_TIMING, str(error), advice, fix=Mend(mended))
        return
    for metric in found:
        yield from _own(metric)
    once = [*dict.fromkeys(found)]
    if once != found:
        mended = ", ".join(map(_canonical, once))
        message = "the same metric is there twice"
        yield Finding(r2.LISTED_TWICE, message, "write it once", fix=Mend(mended))


def _own(metric: _Metric) -> Iterator[Finding]:
    given: dict[str, str] = {}
    for key, value in metric.params:
        if given.setdefault(key, value) is not value:
            message = f"{key} appears twice in {metric.name}: only the first counts"
            part = (metric.name, key)
            yield Finding(r5.SERVER_TIMING, message, "write it once", part)
    yield from _misread(metric.name, given)


def _misread(name: str, given: Mapping[str, str]) -> Iterator[Finding]:
    if "dur" in given and not compiled(_MILLISECONDS).fullmatch(given["dur"]):
        message = f"{given['dur']!a} is not a number of milliseconds"
        advice = "write only the number, in digits"
        yield Finding(r5.SERVER_TIMING, message, advice, (name, "dur"))
    text = given.get("desc", "")
    if len(text) > 2 and text[0] == text[-1] and text[0] in "\"'":
        message = "the quotes in desc would be a part of its text"
        advice = "remove the inner quotes"
        yield Finding(r5.SERVER_TIMING, message, advice, (name, "desc"))
    for key in given.keys() - _KNOWN:
        message = f"browsers do not read the parameter {quoted(key)}"
        advice = nearest(key, _KNOWN) or "write dur or desc"
        yield Finding(r5.PARAMETER, message, advice, (name, key), at_key=True)


def _duration(value: Plain) -> float:
    found = number(value)
    if float(step_duration("", found)) == found:
        return found
    raise ValueError("a duration is no finer than a nanosecond: six places")


_DURATION = Kind(
    "a number of milliseconds",
    {"type": "number", "minimum": 0},
    _duration,
    r5.SERVER_TIMING,
    advice="write the number in digits, without quotes",
)
_DESCRIPTION = replace(
    TEXT,
    make=checked(TEXT.make, lambda name, text: step_description(name, text).encode()),
    rule=r5.SERVER_TIMING,
)
_PARAMS = Params(
    (
        Param("dur", "Milliseconds.", _DURATION),
        Param("desc", "A description for people.", _DESCRIPTION),
    ),
    advice="write dur or desc",
)


def _check_name(name: str) -> None:
    if not compiled(TOKEN).fullmatch(name):
        message = f"{quoted(name)} is not a valid name: use letters, digits, - and _"
        raise Malformed(Finding(r5.SERVER_TIMING, message, "write db", at_key=True))


_METRICS = Params(
    other=Kind(
        "a mapping of parameters",
        _PARAMS.form,
        _PARAMS.read,
        advice="write a mapping of dur and desc",
    ),
    check=_check_name,
)


def _read(value: Plain) -> tuple[ServerTiming, ...]:
    """The metrics in the order written."""
    found = _METRICS.read(value).items()
    return tuple(
        ServerTiming(name, given.get("dur"), given.get("desc")) for name, given in found
    )


SERVER_TIMING: FieldType[Sequence[ServerTiming]] = FieldType(
    word="server_timing",
    names=("Server-Timing",),
    about="How long each step took on the server, by name (W3C Server Timing).",
    kind=Kind(
        "a mapping of metrics",
        _METRICS.form,
        _read,
        advice="write a mapping of metrics by their names, or text",
    ),
    encode=server_timing_value,
    respell=_respelt,
    judge=remarks,
    plural=True,
    merge=Parts(_by_name),
    spelling=Spelling(keys=_KNOWN, unit="ms"),
)
