"""Server-Timing (W3C): how long what took, by name; its mapping `{db: {dur: 53.2, desc: ...}}`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from respgen.core.dispositions import quoted_text
from respgen.core.grammar import TOKEN, compiled
from respgen.diagnostics import nearest, quoted
from respgen.fields.directives import QUOTED, split, unquoted
from respgen.fields.forms import TEXT, Form, about, mapping
from respgen.fields.grammar import Grammar, Remark
from respgen.fields.written import PlacedError, below, expected, unknown_key
from respgen.load.tree import Plain
from respgen.rules import r5

_PARAM = rf"({TOKEN})[ \t]*=[ \t]*({TOKEN}|{QUOTED})"
_MILLISECONDS = r"[0-9]+(?:\.[0-9]+)?"
_KNOWN = ("dur", "desc")


@dataclass(frozen=True, slots=True)
class _Metric:
    """A name, and parameters as text has them, without quotes."""

    name: str
    params: tuple[tuple[str, str], ...]


def _metrics(text: str) -> Iterator[_Metric]:
    """Raises ValueError for what is none."""
    for piece in split(text, ","):
        name, *params = split(piece, ";")
        if not compiled(TOKEN).fullmatch(name):
            raise ValueError(f"{quoted(piece)} does not begin with a name")
        yield _Metric(name, tuple(map(_param, params)))


def _param(text: str) -> tuple[str, str]:
    match = compiled(_PARAM).fullmatch(text)
    if match is None:
        raise ValueError(f"{quoted(text)} is no parameter")
    return match[1].lower(), unquoted(match[2]) or ""


def written(value: Plain) -> str:
    """The metrics in the order written, with their parameters in theirs."""
    if isinstance(value, dict):
        return ", ".join(_timed(name, params) for name, params in value.items())
    if not isinstance(value, str):
        raise TypeError
    try:
        return ", ".join(map(_canonical, _metrics(value)))
    except ValueError:
        return value


def _canonical(metric: _Metric) -> str:
    return "".join((metric.name, *(_sent(*param) for param in metric.params)))


def _sent(key: str, value: str) -> str:
    """Numbers stand for themselves; text is quoted, whatever it is."""
    number = key == "dur" and compiled(_MILLISECONDS).fullmatch(value)
    return f";{key}={value if number else quoted_text(value)}"


def _timed(name: str, params: Plain) -> str:
    """One metric of the mapping."""
    with below(name):
        if not compiled(TOKEN).fullmatch(name):
            message = f"{quoted(name)} is no name: a token has letters, digits, -, _"
            raise PlacedError(r5.SERVER_TIMING, message, "write db", at_key=True)
        if not isinstance(params, dict):
            raise expected("a mapping such as {dur: 53.2, desc: Database}")
        return name + "".join(_written_param(*param) for param in params.items())


def _written_param(key: str, value: Plain) -> str:
    if key not in _KNOWN:
        raise unknown_key(key, _KNOWN, "dur, or desc")
    with below(key):
        if key == "desc":
            if not isinstance(value, str):
                raise expected("text", "put it in quotes")
            return _sent(key, value)
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise expected("a number of milliseconds", "write digits, without quotes")
        return f";dur={_milliseconds(value)}"


def _milliseconds(value: float) -> str:
    shown = f"{Decimal(repr(value)):f}"
    if not compiled(_MILLISECONDS).fullmatch(shown):
        message = "a number of milliseconds, 0 or more, expected"
        raise PlacedError(r5.SERVER_TIMING, message)
    return shown


def remarks(text: str) -> Iterator[Remark]:
    """Of each metric, in their order."""
    try:
        found = list(_metrics(text))
    except ValueError as error:
        advice = 'write db;dur=53.2;desc="Database", with commas between metrics'
        yield Remark(r5.SERVER_TIMING, str(error), advice)
        return
    for metric in found:
        yield from _own(metric)


def _own(metric: _Metric) -> Iterator[Remark]:
    given: dict[str, str] = {}
    for key, value in metric.params:
        if given.setdefault(key, value) is not value:
            message = f"{key} twice in {metric.name}: only the first of them counts"
            part = (metric.name, key)
            yield Remark(r5.SERVER_TIMING, message, "write it once", part)
    yield from _misread(metric.name, given)


def _misread(name: str, given: Mapping[str, str]) -> Iterator[Remark]:
    if "dur" in given and not compiled(_MILLISECONDS).fullmatch(given["dur"]):
        message = f"{given['dur']!a} is no number of milliseconds"
        advice = "write the number alone, such as 53.2"
        yield Remark(r5.SERVER_TIMING, message, advice, (name, "dur"))
    for key in given.keys() - _KNOWN:
        message = f"{quoted(key)} is a parameter that browsers do not read"
        advice = nearest(key, _KNOWN) or "write dur, or desc"
        yield Remark(r5.TIMING_PARAMETER, message, advice, (name, key), True)


_NUMBER: Form = {"type": "number", "minimum": 0}
_METRIC = mapping(
    {
        "dur": about("Milliseconds.", _NUMBER),
        "desc": about("What took so long, for people.", TEXT),
    }
)

SERVER_TIMING = Grammar(
    "Server-Timing",
    "text or a mapping of metrics",
    written,
    remarks,
    "How long what took on the server, by name (W3C Server Timing).",
    mapping({}, _METRIC),
)
