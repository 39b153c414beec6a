"""Report-To (W3C Reporting API of 2018, 3.1): groups of endpoints, as JSON objects between commas, for NEL.

Goes in: a mapping, a list of them, or the text. Comes out: compact JSON, and what the rules say of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias, cast

from respgen.core.bodies import JsonValue, json_value
from respgen.core.fields import field_value
from respgen.core.grammar import compiled
from respgen.core.values import URL_AS_IT_IS
from respgen.diagnostics import Finding, KeyPath, Mend, nearest, pasted, quoted
from respgen.fields import forms
from respgen.fields.addresses import distrusted
from respgen.fields.durations import meant_seconds
from respgen.fields.json_texts import as_json, parsed, read_member, repeated, spelt
from respgen.fields.kinds import DURATION, Kind, Param, Params
from respgen.fields.reading import each, is_count
from respgen.fields.row import FieldType
from respgen.located import Plain
from respgen.rules import r6

Object: TypeAlias = dict[str, Plain]
_EXAMPLE = '{"max_age": 86400, "endpoints": [{"url": ...}]}'


def _parsed(text: str) -> list[Plain]:
    """What stands between the commas. Raises ValueError, and RecursionError."""
    return cast("list[Plain]", parsed(f"[{text}]"))


def groups(text: str) -> Iterator[str]:
    """Yields the names of the groups; none of a text that is no JSON."""
    try:
        found = _parsed(text)
    except (ValueError, RecursionError):
        return
    names = (one.get("group", "default") for one in found if isinstance(one, dict))
    yield from (name for name in names if isinstance(name, str))


def _compact(found: list[Plain]) -> str:
    # mypy: a list of its own type is no Sequence of the other
    texts = (json_value("", cast(JsonValue, one)) for one in found)
    return ", ".join(text.decode("ascii") for text in texts)


def _respelt(text: str) -> str:
    """Compact JSON; another text as it is."""
    try:
        return text if repeated(f"[{text}]") else _compact(_parsed(text))
    except (ValueError, RecursionError):
        return text


def remarks(text: str) -> Iterator[Finding]:
    """Reports on each group, then on its endpoints."""
    faults = [*_faults(text)]
    mended = _meant(text) if faults else None
    for found in faults:
        if mended is None:
            yield found
        else:
            advice = f"write {pasted(mended)}"
            yield Finding(found.rule, found.message, advice, found.at, fix=Mend(mended))


def _faults(text: str) -> Iterator[Finding]:
    try:
        found = _parsed(text)
    except (ValueError, RecursionError):
        message = "not JSON: browsers read JSON objects, with commas between them"
        yield Finding(r6.REPORTING, message, f"write it as {_EXAMPLE}")
        return
    if again := repeated(f"[{text}]"):
        message = f"{again} appears twice: only the last one counts"
        yield Finding(r6.REPORTING, message, "write it once")
    if not found:
        yield Finding(r6.REPORTING, "it names no group", f"write it as {_EXAMPLE}")
    for place, one in enumerate(found):
        path: KeyPath = (f"#{place}",) if len(found) > 1 else ()
        yield from _object("a group", one, _GROUP, path)


def _object(
    what: str, value: Plain, members: Mapping[str, _Member], path: KeyPath
) -> Iterator[Finding]:
    """Reports on an object whose members these are."""
    if not isinstance(value, dict):
        yield Finding(r6.REPORTING, f"{what} must be an object", _CORRECT, path)
        return
    for name, member in members.items():
        if member.required and name not in value:
            message = f"browsers ignore {what} without {name}"
            yield Finding(r6.REPORTING, message, f"add {name}", path)
    for key, inside in value.items():
        at = (*path, key)
        if key not in members:
            message = f"unknown member {quoted(key)} of {what}"
            advice = nearest(key, members) or _elsewhere(key) or "remove it"
            yield Finding(r6.REPORTING, message, advice, at, at_key=True)
        else:
            yield from members[key].check(key, inside, at)


def _elsewhere(key: str) -> str:
    return 'put it into endpoints: [{"url": ...}]' if key in _ENDPOINT else ""


_CORRECT = "correct it: browsers ignore it as it is"


@dataclass(frozen=True, slots=True)
class _Member:
    """A member of an object: what it must be, for rules and for editors."""

    about: str
    form: forms.Form
    check: Callable[[str, Plain, KeyPath], Iterator[Finding]]
    required: bool = False


def _must(
    expected: str, holds: Callable[[Plain], bool]
) -> Callable[[str, Plain, KeyPath], Iterator[Finding]]:
    def check(key: str, value: Plain, at: KeyPath) -> Iterator[Finding]:
        if not holds(value):
            yield Finding(
                r6.REPORTING, f"{key} must be {expected}", f"write {expected}", at
            )

    return check


_NAME = _must("a text", lambda value: isinstance(value, str))
_COUNT = _must("a whole number, 0 or more", is_count)
_FLAG = _must("true or false", lambda value: isinstance(value, bool))


def _address(key: str, value: Plain, at: KeyPath) -> Iterator[Finding]:
    if not isinstance(value, str):
        yield from _NAME(key, value, at)
    elif not value or "'" in value or not compiled(URL_AS_IT_IS).fullmatch(value):
        message = f"{key}: {quoted(value)} is not an address"
        yield Finding(r6.REPORTING, message, "write one without spaces and quotes", at)
    elif why := distrusted(value):
        advice = "write an address that starts with https:, or a path"
        yield Finding(r6.REPORTING, f"{key}: {why}", advice, at)


def _endpoints(key: str, value: Plain, at: KeyPath) -> Iterator[Finding]:
    if not isinstance(value, list):
        message = f'{key} must be a list of objects, [{{"url": ...}}]'
        yield Finding(r6.REPORTING, message, _CORRECT, at)
        return
    for place, one in enumerate(value):
        yield from _object("an endpoint", one, _ENDPOINT, (*at, f"#{place}"))


_WHOLE: forms.Form = {"type": "integer", "minimum": 0}
_ENDPOINT = {
    "url": _Member("Where reports are sent.", forms.TEXT, _address, required=True),
    "priority": _Member("Those with the lowest are tried first.", _WHOLE, _COUNT),
    "weight": _Member("The share among those of one priority.", _WHOLE, _COUNT),
}
_FORM = {
    name: forms.about(member.about, member.form) for name, member in _ENDPOINT.items()
}
_GROUP = {
    "group": _Member("The name, if not default.", forms.TEXT, _NAME),
    "max_age": _Member(
        "How long browsers keep the group.", forms.LIFETIME, _COUNT, required=True
    ),
    "endpoints": _Member(
        "Where reports are sent.",
        forms.several(forms.mapping(_FORM)),
        _endpoints,
        required=True,
    ),
    "include_subdomains": _Member(
        "Whether it is for all subdomains, too.", forms.FLAG, _FLAG
    ),
}


def _meant(text: str) -> str | None:
    """The text with its members where they belong; None where that is not all that is wrong."""
    try:
        whole = as_json(text)
        if repeated(f"[{whole}]"):  # of two values nobody knows which is meant
            return None
        found = _parsed(whole)
        alone = found[0] if len(found) == 1 else None
        members = alone if isinstance(alone, list) else found
        mended = _compact([_group(one) for one in members])
    except (ValueError, RecursionError):
        return None
    return None if mended == text or any(_faults(mended)) else mended


def _group(value: Plain) -> Plain:
    """A group whose members have their names, an endpoint's below endpoints."""
    if not isinstance(value, dict):
        return value
    own = _spelt(value, (*_GROUP, *_ENDPOINT))
    loose: Object = {key: own.pop(key) for key in _ENDPOINT if key in own}
    if loose:
        own.setdefault("endpoints", [loose])
        return own if own["endpoints"] == [loose] else value
    listed = own.get("endpoints", [])
    written = listed if isinstance(listed, list) else [listed]
    if "endpoints" in own:
        own["endpoints"] = [_endpoint(one) for one in written]
    return own


def _endpoint(value: Plain) -> Plain:
    if isinstance(value, str):
        return {"url": value}
    return _spelt(value, _ENDPOINT) if isinstance(value, dict) else value


def _spelt(value: Object, known: tuple[str, ...] | Mapping[str, object]) -> Object:
    """The members with the names that are meant, and numbers without quotes."""
    meant = spelt(value, known, _scalar)
    return value if meant is None else meant


def _scalar(key: str, value: Plain) -> Plain:
    counted = key in ("max_age", "priority", "weight")
    text = value if isinstance(value, str) and counted else ""
    digits = meant_seconds(text) if key == "max_age" else text
    return int(digits) if digits.isascii() and digits.isdigit() else value


_MEMBERS = Params(
    tuple(
        Param(
            name,
            member.about,
            Kind(
                "",
                member.form,
                read_member(name),
                advice=DURATION.advice,
            ),
        )
        for name, member in _GROUP.items()
    ),
    other=Kind("", {}, read_member(""), advice="remove it"),
)


def _read(value: Plain) -> str:
    if isinstance(value, list):
        return _compact([*each(value, _MEMBERS.read)])
    return _compact([_MEMBERS.read(value)])


REPORT_TO = FieldType(
    names=("Report-To",),
    about="Groups of endpoints for NEL (W3C Reporting API of 2018).",
    kind=Kind(
        "a mapping, or a list of them",
        forms.either(_MEMBERS.form, forms.several(_MEMBERS.form)),
        _read,
        advice="write {max_age: 30d, endpoints: [{url: ...}]}",
    ),
    encode=field_value,
    respell=_respelt,
    judge=remarks,
    expected="JSON as text, or a mapping",
)
