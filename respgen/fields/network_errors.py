"""NEL (W3C Network Error Logging 4): which failures of the network browsers report, as a JSON object."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import NoReturn, cast

from respgen.core.bodies import JsonValue, json_value
from respgen.core.grammar import FieldError
from respgen.core.values import parse_duration
from respgen.diagnostics import nearest, quoted
from respgen.fields.forms import FLAG, LIFETIME, TEXT, Form, about, mapping, several
from respgen.fields.grammar import Grammar, Remark
from respgen.fields.written import PlacedError, below
from respgen.load.tree import Plain
from respgen.rules import r2, r6

_EXAMPLE = 'write {"report_to":"default","max_age":2592000}'


def written(value: Plain) -> str:
    """Compact JSON, its members in the order written; a text that is no object as it is."""
    if isinstance(value, str):
        found = _parsed(value)
        return value if found is None else _json(found)
    if not isinstance(value, dict):
        raise TypeError
    return _json({key: _seconds(key, inside) for key, inside in value.items()})


def _json(value: Mapping[str, Plain]) -> str:
    try:
        return json_value("", cast("JsonValue", value)).decode("ascii")
    except FieldError as error:
        raise PlacedError(r2.FIELD_VALUE, error.reason) from None


def _seconds(key: str, value: Plain) -> Plain:
    if key != "max_age" or not isinstance(value, str):
        return value
    with below(key):
        try:
            return parse_duration(value)
        except ValueError as error:
            raise PlacedError(r2.FIELD_VALUE, str(error), "write 30d") from None


def _parsed(text: str) -> dict[str, Plain] | None:
    """The object; None for anything else, NaN and the infinities included."""
    try:
        found = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _no_constant(text: str) -> NoReturn:
    raise ValueError(text)


def remarks(text: str) -> Iterator[Remark]:
    """Of the object, then of each member."""
    found = _parsed(text)
    if found is None:
        yield Remark(r6.REPORTING, "no JSON object", _EXAMPLE)
        return
    for key in ("max_age", "report_to"):
        # a policy that is taken back needs no endpoint
        if key not in found and found.get("max_age", 1) != 0:
            yield Remark(r6.REPORTING, f"without {key} browsers drop it", _EXAMPLE)
    for key, value in found.items():
        if key not in _MEMBERS:
            message = f"unknown member {quoted(key)}"
            advice = nearest(key, _MEMBERS) or "take it away"
            yield Remark(r6.REPORTING, message, advice, (key,), True)
        elif not _MEMBERS[key][0](value):
            message = f"{key} has {_MEMBERS[key][1]}"
            advice = f"write {_MEMBERS[key][2]}"
            yield Remark(r6.REPORTING, message, advice, (key,))


def _is_text(value: Plain) -> bool:
    return isinstance(value, str)


def _is_age(value: Plain) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_flag(value: Plain) -> bool:
    return isinstance(value, bool)


def _is_share(value: Plain) -> bool:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return number and 0 <= cast("float", value) <= 1


def _is_names(value: Plain) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


_SHARE = "a number from 0.0 to 1.0"
_NAMES = "a list of field names"
_MEMBERS: dict[str, tuple[Callable[[Plain], bool], str, str]] = {
    "report_to": (_is_text, "the name of a group", '"default"'),
    "max_age": (_is_age, "whole seconds, not negative", "2592000"),
    "include_subdomains": (_is_flag, "true or false", "true"),
    "success_fraction": (_is_share, _SHARE, "0.01"),
    "failure_fraction": (_is_share, _SHARE, "1.0"),
    "request_headers": (_is_names, _NAMES, '["If-None-Match"]'),
    "response_headers": (_is_names, _NAMES, '["ETag"]'),
}


def group(text: str) -> str | None:
    """The group of endpoints that is told."""
    found = (_parsed(text) or {}).get("report_to")
    return found if isinstance(found, str) else None


_NUMBER: Form = {"type": "number", "minimum": 0, "maximum": 1}
_FORM = mapping(
    {
        "report_to": about("The group of Report-To that is told.", TEXT),
        "max_age": about("How long browsers keep to this.", LIFETIME),
        "include_subdomains": about("And for all hosts below this one.", FLAG),
        "success_fraction": about("The share of successes that is told.", _NUMBER),
        "failure_fraction": about("The share of failures that is told.", _NUMBER),
        "request_headers": about("Fields of requests that are told.", several(TEXT)),
        "response_headers": about("Fields of responses that are told.", several(TEXT)),
    },
    True,
)

NETWORK_ERRORS = Grammar(
    "NEL",
    "JSON as text, or a mapping",
    written,
    remarks,
    "Which failures of the network browsers report (W3C Network Error Logging).",
    _FORM,
)
