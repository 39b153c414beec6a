"""What the fields of a known grammar may hold.

Goes in: a field's name and a value that is a field value. Comes out: findings about it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeAlias

from respgen.core.grammar import FieldError, compiled
from respgen.core.values import OPAQUE_TAG, parse_etag
from respgen.diagnostics import Finding, Mend, Span
from respgen.fields import FIELDS, field_type
from respgen.fields.dates import date_remarks
from respgen.fields.types import encoded
from respgen.rules import r2
from respgen.specs import (
    ConstantHeader,
    ParameterHeader,
    ResponseSpec,
    TemplateHeader,
    wire,
)
from respgen.vocabulary import fields

_MOST = 20
"""Findings about one value: nobody mends more of them in one go."""

Judged: TypeAlias = ConstantHeader | TemplateHeader | ParameterHeader
"""A header of which a value is written in the schema."""


@dataclass(frozen=True, slots=True)
class Text:
    """A header, and what it sends where the caller says nothing; a nonce stands as its place."""

    header: Judged
    value: str

    @property
    def name(self) -> str:
        return self.header.name

    @property
    def span(self) -> Span:
        """Where the value stands."""
        return self.header.value_span

    def place(self, part: str, *, at_key: bool = False) -> Span:
        """Where a part stands that was written on its own; else the whole value."""
        return self.header.places.around((part,))[0 if at_key else 1]


Texts: TypeAlias = Mapping[str, Text]
"""The headers of one response whose texts are known, by their names in lower case."""


def texts(response: ResponseSpec) -> Texts:
    """What is known of the response before run time."""
    return {
        name: Text(known.header, known.text)
        for name, known in wire.fields(response.headers).items()
        if known.text is not None and isinstance(known.header, Judged)
    }


def value_findings(header: Judged, sent: str) -> Iterator[Finding]:
    """What is wrong in that value on the wire; nothing, where the field has no grammar here."""
    for found in islice(_findings(header, sent), _MOST):
        yield replace(found, message=f"{header.name}: {found.message}")


def default_findings(header: ParameterHeader, sent: str) -> Iterator[Finding]:
    """Of a default, some of which the constructor would refuse."""
    binding = _is_refused(header)
    for found in value_findings(header, sent):
        yield replace(found, binding=binding)


def _is_refused(header: ParameterHeader) -> bool:
    """Whether the constructor would raise for the default."""
    try:
        encoded(
            *(header.name, header.type, header.member, header.values, header.default),
            strictly=True,
        )
    except FieldError:
        return True
    return False


def _findings(header: Judged, value: str) -> Iterator[Finding]:
    """What is wrong in the value as a whole, then in its parts."""
    if check := _CHECKS.get(header.name.lower()):
        yield from check(header.name, value)
    if row := field_type(header.name, header.type):
        yield from row.judge(value)


def _date(name: str, value: str) -> Iterator[Finding]:
    """In Expires "0" is a moment that has passed (RFC 9111 5.3)."""
    if name.lower() != "expires" or value != "0":
        yield from date_remarks(value)


def _entity_tag(name: str, value: str) -> Iterator[Finding]:
    """RFC 9110 8.8.3."""
    try:
        parse_etag(value)
    except ValueError as error:
        bare = value.removeprefix("W/").removeprefix("w/").strip("\"'")
        weak = "W/" if value[:2] in ("W/", "w/") else ""
        mended = f'{weak}"{bare}"'
        if compiled(OPAQUE_TAG).fullmatch(bare) and bare.isprintable():
            advice = f"write '{mended}', the double quotes are part of the value"
            yield Finding(r2.ENTITY_TAG, str(error), advice, fix=Mend(mended))
        else:
            yield Finding(r2.ENTITY_TAG, str(error))


# What browsers run or show as the site's own page; they skip tabs when they read an address.
_SCRIPT = re.compile(r"(javascript|vbscript|data):", re.IGNORECASE)
# For a browser a backslash is a slash, and two of them begin a host (WHATWG URL 4.4)
_ANOTHER_HOST = re.compile(r"[/\\]{2}")


def _location(name: str, value: str) -> Iterator[Finding]:
    address = value.replace("\t", "").lstrip()
    if match := _SCRIPT.match(address):
        yield Finding(
            r2.LOCATION_SCRIPT,
            f"{match[0]} is no address to go to, it is content to run",
            "write an http or https address, or a path",
        )
    elif _ANOTHER_HOST.match(address):
        yield Finding(
            r2.LOCATION_RELATIVE,
            "two slashes begin another host, reached by whatever scheme the page has",
            (
                f"write {'https:' + address!r} if another host is meant, else a path with one slash"
                if address.startswith("//")
                else "write a path with one slash"
            ),
        )


_CHECKS: dict[str, Callable[[str, str], Iterator[Finding]]] = {
    **dict.fromkeys(fields.DATES - FIELDS.keys(), _date),
    "etag": _entity_tag,
    "location": _location,
}
