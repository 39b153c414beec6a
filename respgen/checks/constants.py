"""What the fields of a known grammar may hold.

Goes in: a field's name and a value that is a field value. Comes out: findings about it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

from respgen.checks.finding import Finding
from respgen.core.grammar import FieldError, compiled
from respgen.core.values import OPAQUE_TAG, parse_etag
from respgen.diagnostics import Fix, Remove, Replace, Span
from respgen.fields import FIELDS, Remark, field_type, part_name
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
        places = self.header.parts.get((part_name(part),))
        return places[0 if at_key else 1] if places else self.span


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
    for remark in islice(_remarks(header, sent), _MOST):
        yield _found(remark, header)


def default_findings(header: ParameterHeader, sent: str) -> Iterator[Finding]:
    """Of a default, some of which the constructor would refuse."""
    binding = _is_refused(header)
    for found in value_findings(header, sent):
        yield found._replace(binding=binding)


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


def _remarks(header: Judged, value: str) -> Iterator[Remark]:
    """What is wrong in the value as a whole, then in its parts."""
    if check := _CHECKS.get(header.name.lower()):
        yield from check(header.name, value)
    if row := field_type(header.name, header.type):
        yield from row.judge(value)


def _found(remark: Remark, header: Judged) -> Finding:
    """A remark at the part that it is about, or the nearest around it whose place is known."""
    names = _names(remark, header)
    above = (names[:length] for length in range(len(names), 0, -1))
    places = (header.parts[part] for part in above if part in header.parts)
    around = next(places, (header.value_span, header.value_span))
    place = around[0 if remark.at_key else 1]
    message = f"{header.name}: {remark.message}"
    fix = _fix(remark, header, around)
    return Finding(remark.rule, message, remark.advice, place, fix)


def _names(remark: Remark, header: Judged) -> tuple[str, ...]:
    """The way to the part; the one member of a list may have been written without the list."""
    names = tuple(map(part_name, remark.part))
    alone = names[:1] == ("#0",) and names[:1] not in header.parts
    return names[1:] if alone else names


def _fix(remark: Remark, header: Judged, places: tuple[Span, Span]) -> Fix | None:
    """The part alone where it was written on its own, the whole text where it was not."""
    key_span, span = places
    if not header.parts and remark.mended is not None:
        return Replace(header.value_span, remark.mended)
    if _names(remark, header) not in header.parts:
        return None
    if remark.removed:
        return Remove(key_span)
    if remark.instead is None:
        return None
    return Replace(key_span if remark.at_key else span, remark.instead)


def _date(name: str, value: str) -> Iterator[Remark]:
    """In Expires "0" is a moment that has passed (RFC 9111 5.3)."""
    if name.lower() != "expires" or value != "0":
        yield from date_remarks(value)


def _entity_tag(name: str, value: str) -> Iterator[Remark]:
    """RFC 9110 8.8.3."""
    try:
        parse_etag(value)
    except ValueError as error:
        bare = value.removeprefix("W/").removeprefix("w/").strip("\"'")
        weak = "W/" if value[:2] in ("W/", "w/") else ""
        mended = f'{weak}"{bare}"'
        if compiled(OPAQUE_TAG).fullmatch(bare) and bare.isprintable():
            advice = f"write '{mended}', the double quotes are part of the value"
            yield Remark(r2.ENTITY_TAG, str(error), advice, mended=mended)
        else:
            yield Remark(r2.ENTITY_TAG, str(error))


# What browsers run or show as the site's own page; they skip tabs when they read an address.
_SCRIPT = re.compile(r"(javascript|vbscript|data):", re.IGNORECASE)
# For a browser a backslash is a slash, and two of them begin a host (WHATWG URL 4.4)
_ANOTHER_HOST = re.compile(r"[/\\]{2}")


def _location(name: str, value: str) -> Iterator[Remark]:
    address = value.replace("\t", "").lstrip()
    if match := _SCRIPT.match(address):
        yield Remark(
            r2.LOCATION_SCRIPT,
            f"{match[0]} is no address to go to, it is content to run",
            "write an http or https address, or a path",
        )
    elif _ANOTHER_HOST.match(address):
        yield Remark(
            r2.LOCATION_RELATIVE,
            "two slashes begin another host, reached by whatever scheme the page has",
            (
                f"write {'https:' + address!r} if another host is meant, else a path with one slash"
                if address.startswith("//")
                else "write a path with one slash"
            ),
        )


_CHECKS: dict[str, Callable[[str, str], Iterator[Remark]]] = {
    **dict.fromkeys(fields.DATES - FIELDS.keys(), _date),
    "etag": _entity_tag,
    "location": _location,
}
