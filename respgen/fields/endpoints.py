"""Reporting-Endpoints (W3C Reporting API 3.2): names, and the addresses that reports are sent to."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from respgen.core.structured import Item, sf_dict_value, sf_string_value
from respgen.core.structured_text import parse_sf_dict
from respgen.diagnostics import Finding, quoted
from respgen.fields.forms import TEXT
from respgen.fields.kinds import Kind, Param, Params, structured_key
from respgen.fields.reading import checked, text
from respgen.fields.row import FieldType
from respgen.fields.structured import MEMBERS, repeated, respelt_keys
from respgen.rules import r5, r6

# W3C Secure Contexts 3.1: what never leaves the machine is trusted, too
_LOCAL = ("localhost", "127.0.0.1", "::1")
_EXAMPLE = 'write default="https://reports.example/"'


def remarks(text: str) -> Iterator[Finding]:
    """Reports on each endpoint."""
    try:
        members = parse_sf_dict(text)
    except ValueError as error:
        yield Finding(r6.REPORTING, str(error), _EXAMPLE)
        return
    for key in repeated(text):
        message = f"{key} appears twice: only the last one counts"
        yield Finding(r6.REPORTING, message, "write it once", (key,), at_key=True)
    for key, member in members.items():
        address = member.value if isinstance(member, Item) else member
        if not isinstance(address, str):
            message = f"{key} needs an address in double quotes"
            yield Finding(r6.REPORTING, message, _EXAMPLE, (key,))
        elif why := _distrusted(address):
            message = f"{key}: {why}"
            advice = "write an address that starts with https:, or a path"
            yield Finding(r6.REPORTING, message, advice, (key,))


def _distrusted(address: str) -> str:
    """Says why browsers ignore the address; empty if they take it."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return f"{quoted(address)} is not an address"
    if parts.scheme == "http" and host not in _LOCAL:
        return "browsers do not send reports over plain http"
    if parts.scheme not in ("", "http", "https") or (parts.scheme and not host):
        return f"{quoted(address)} is not a web address"
    return ""


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
