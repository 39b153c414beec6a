"""Reporting-Endpoints (W3C Reporting API 3.2): names, and the addresses that reports are sent to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from respgen.core.structured import (
    StructuredMember,
    Token,
    sf_dict_value,
    sf_string_value,
)
from respgen.core.structured_text import parse_sf_dict
from respgen.diagnostics import Finding
from respgen.fields.addresses import address_remarks, distrusted
from respgen.fields.forms import TEXT
from respgen.fields.kinds import Kind, Param, Params, structured_key
from respgen.fields.reading import checked, text
from respgen.fields.registered_row import Shape, Structured, mending
from respgen.fields.row import FieldType
from respgen.fields.structured import MEMBERS, bare, params, repeated, respelt_keys
from respgen.fields.wanted import STRING, Wanted
from respgen.rules import r5, r6

_FIELD = Structured((), "", Shape.DICTIONARY, Wanted(STRING))


def remarks(text: str) -> Iterator[Finding]:
    """Reports on each endpoint."""
    faults = [*_faults(text)]
    mended = _FIELD.meant(text, _uncertain) if faults else None
    yield from (mending(found, mended) for found in faults)


def _uncertain(text: str) -> Iterator[Finding | str]:
    """What is wrong with the text that may be meant, then addresses that may be something else."""
    yield from _faults(text)
    addresses = map(bare, parse_sf_dict(text).values())
    yield from (each for each in map(str, addresses) if not _apart(each))


def _faults(text: str) -> Iterator[Finding]:
    try:
        members = parse_sf_dict(text)
    except ValueError as error:
        advice = "correct it there: browsers ignore the whole header"
        yield Finding(r6.REPORTING, f"not a Dictionary: {error}", advice)
        return
    for key in repeated(text):
        message = f"{key} appears twice: only the last one counts"
        yield Finding(r6.REPORTING, message, "write it once", (key,), at_key=True)
    for key, member in members.items():
        yield from _endpoint(key, member)
        given = params(member).items()
        for name in (name for name, value in given if isinstance(value, str | Token)):
            message = f"{name} stands behind a semicolon, as a parameter of {key}"
            advice = "put a comma in front of it: browsers ignore it as it is"
            yield Finding(r6.REPORTING, message, advice, (key, name), at_key=True)


def _endpoint(key: str, member: StructuredMember) -> Iterator[Finding]:
    address = bare(member)
    if not isinstance(address, str):
        message = f"{key} needs one address, in double quotes"
        advice = "put the address in double quotes"
        yield Finding(r6.REPORTING, message, advice, (key,))
    elif len(_apart(address)) > 1:
        message = f"{key} has several addresses, and browsers take the text for one"
        advice = "write one address for each name"
        yield Finding(r6.REPORTING, message, advice, (key,))
    elif why := distrusted(address):
        advice = "write an address that starts with https:, or a path"
        yield Finding(r6.REPORTING, f"{key}: {why}", advice, (key,))
    else:
        for found in islice(address_remarks(address, (key,)), 1):
            yield replace(found, rule=r6.REPORTING, fix=None)


def _apart(text: str) -> list[str]:
    """The addresses between commas or spaces; what only looks so is a part of one."""
    pieces = re.split(r"[,\s]+", text)
    return [each for each in pieces if re.match("https?:|/", each)]


def endpoint_names(text: str) -> frozenset[str]:
    """The names that are declared; none in a text that is no dictionary."""
    try:
        return frozenset(parse_sf_dict(text))
    except ValueError:
        return frozenset()


_ADDRESS = Kind(
    "an address as text",
    TEXT,
    checked(text, sf_string_value),
    r5.STRUCTURED_VALUE,
    advice="write an address such as https://example.com/reports",
)
_ENDPOINTS = Params(
    (Param("default", "Reports that name no other endpoint.", _ADDRESS),),
    other=_ADDRESS,
    check=structured_key,
)

REPORTING_ENDPOINTS = FieldType(
    names=("Reporting-Endpoints",),
    about="Where reports are sent, by names that policies refer to (W3C Reporting API).",
    kind=Kind(
        "a mapping of addresses",
        _ENDPOINTS.form,
        _ENDPOINTS.read,
        advice='write {default: "https://example.com/reports"}',
    ),
    encode=sf_dict_value,
    respell=respelt_keys,
    judge=remarks,
    merge=MEMBERS,
)
