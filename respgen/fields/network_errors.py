"""NEL (W3C Network Error Logging 4): which failures of the network browsers report, as a JSON object."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import cast

from respgen.core.bodies import JsonValue, json_value
from respgen.decoder.respelt import meant_word
from respgen.diagnostics import Finding, Mend, nearest, quoted
from respgen.fields.durations import meant_duration, meant_seconds
from respgen.fields.forms import FLAG, LIFETIME, TEXT, Form, several
from respgen.fields.json_texts import as_json, parsed, read_member, repeated, spelt
from respgen.fields.kinds import Kind, Param, Params
from respgen.fields.merging import Parts
from respgen.fields.reading import is_count
from respgen.fields.row import FieldType
from respgen.located import Plain
from respgen.rules import r6

_OBJECT = 'write a JSON object with the members "report_to" and "max_age"'


def _respelt(text: str) -> str:
    """Compact JSON, its members in the order written; a text that is no object as it is."""
    found = _parsed(text)
    if found is None or repeated(text):
        return text
    return json_value("", _json(found)).decode("ascii")


def _json(value: Plain) -> JsonValue:
    return cast(
        JsonValue, value
    )  # mypy: a list of its own type is no Sequence of the other


def _parsed(text: str) -> dict[str, Plain] | None:
    """The object; None for anything else, NaN and the infinities included."""
    try:
        found = parsed(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _by_member(text: str) -> dict[str, str]:
    found = _parsed(text)
    if found is None:
        raise ValueError("it is not a JSON object")
    return {
        key: json_value("", _json({key: value})).decode("ascii")[1:-1]
        for key, value in found.items()
    }


def _added(inherited: str, own: str) -> str:
    """The names of headers of both; anything else is one value."""
    old, new = _parsed(f"{{{inherited}}}"), _parsed(f"{{{own}}}")
    if old is None or new is None:
        return own
    ((key, more),) = new.items()
    names = old[key]
    if not (isinstance(more, list) and isinstance(names, list) and more):
        return own
    further = [each for each in more if each not in names]
    return _by_member(json.dumps({key: [*names, *further]}))[key]


def remarks(text: str) -> Iterator[Finding]:
    """Reports on the object, then on each member; of a slip the object that was meant."""
    faults = [*_faults(text)]
    mended = _meant(text) if faults else None
    for found in faults:
        key = str(found.at[0]) if found.at_key else ""
        part = meant_word(key, _MEMBERS)
        fix = Mend(mended, part, shown=True) if mended else None
        yield replace(found, fix=fix)


def _meant(text: str) -> str | None:
    """The object with names as they are spelt, and numbers without quotes, if it is right then."""
    whole = as_json(text)
    found = _parsed(whole)
    # of two values nobody knows which is meant
    if found is None or repeated(whole):
        return None
    meant = spelt(found, _MEMBERS, _scalar)
    if meant is None:
        return None
    mended = json_value("", _json(meant)).decode("ascii")
    return None if any(_faults(mended)) else mended


def _scalar(key: str, value: Plain) -> Plain:
    """A number or a truth value that stands in quotes, where one is due."""
    if not isinstance(value, str) or key == "report_to":
        return value
    if key == "max_age" and (age := meant_seconds(value)):
        return int(age)
    try:
        bare = parsed(value)
    except (ValueError, RecursionError):
        return value
    return bare if key in _MEMBERS and _MEMBERS[key].holds(bare) else value


def _faults(text: str) -> Iterator[Finding]:
    found = _parsed(text)
    if found is None:
        yield Finding(r6.REPORTING, "not a JSON object", _OBJECT)
        return
    if again := repeated(text):
        message = f"{again} appears twice: only the last one counts"
        yield Finding(r6.REPORTING, message, "write it once", (again,), at_key=True)
    for key in ("max_age", "report_to"):
        # a policy that is taken back needs no endpoint
        if key not in found and found.get("max_age", 1) != 0:
            message = f"browsers ignore the header without {key}"
            yield Finding(r6.REPORTING, message, f"add {key}")
    for key, value in found.items():
        if key not in _MEMBERS:
            message = f"unknown member {quoted(key)}"
            advice = nearest(key, _MEMBERS) or "remove it"
            yield Finding(r6.REPORTING, message, advice, (key,), at_key=True)
        elif not (member := _MEMBERS[key]).holds(value):
            message = f"{key} must be {member.expected}"
            age = key == "max_age" and isinstance(value, str) and meant_seconds(value)
            advice = f"write {age or member.expected}"
            yield Finding(r6.REPORTING, message, advice, (key,))


def _is_text(value: Plain) -> bool:
    return isinstance(value, str)


def _is_flag(value: Plain) -> bool:
    return isinstance(value, bool)


def _is_share(value: Plain) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and 0 <= cast("float", value) <= 1


def _is_names(value: Plain) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def group(text: str) -> str | None:
    """Finds the group of endpoints that receives the reports."""
    found = (_parsed(text) or {}).get("report_to")
    return found if isinstance(found, str) else None


@dataclass(frozen=True, slots=True)
class _Member:
    """A member: what rules require of its value, and for editors its form."""

    about: str
    form: Form
    holds: Callable[[Plain], bool]
    expected: str


_SHARE: Form = {"type": "number", "minimum": 0, "maximum": 1}
_MEMBERS = {
    "report_to": _Member(
        "The group of Report-To that receives the reports.",
        TEXT,
        _is_text,
        "the name of a group",
    ),
    "max_age": _Member(
        "How long browsers keep the policy.",
        LIFETIME,
        is_count,
        "a whole number of seconds, 0 or more",
    ),
    "include_subdomains": _Member(
        "Whether it applies to all subdomains.", FLAG, _is_flag, "true or false"
    ),
    "success_fraction": _Member(
        "The share of successes that is reported.",
        _SHARE,
        _is_share,
        "a number from 0.0 to 1.0",
    ),
    "failure_fraction": _Member(
        "The share of failures that is reported.",
        _SHARE,
        _is_share,
        "a number from 0.0 to 1.0",
    ),
    "request_headers": _Member(
        "Request headers that are reported.",
        several(TEXT),
        _is_names,
        "a list of header names",
    ),
    "response_headers": _Member(
        "Response headers that are reported.",
        several(TEXT),
        _is_names,
        "a list of header names",
    ),
}


def _kind(name: str, form: Form) -> Kind[Plain]:
    advice = "write seconds, or a number and its unit: s, m, h, d, w or y"
    return Kind("", form, read_member(name), advice=advice, meant=meant_duration)


_POLICY = Params(
    tuple(
        Param(name, member.about, _kind(name, member.form))
        for name, member in _MEMBERS.items()
    ),
    other=_kind("", {}),
)


NETWORK_ERRORS = FieldType(
    names=("NEL",),
    about="Which network failures browsers report (W3C Network Error Logging).",
    kind=Kind(
        "a mapping",
        _POLICY.form,
        _POLICY.read,
        advice="write {report_to: default, max_age: 30d}",
    ),
    encode=json_value,
    respell=_respelt,
    judge=remarks,
    merge=Parts(_by_member, lambda members: f"{{{','.join(members)}}}", add=_added),
    expected="JSON as text, or a mapping",
)
