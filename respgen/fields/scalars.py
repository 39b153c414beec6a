"""Header types of one plain value: text, numbers, dates, entity tags, URLs; and lists of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from respgen.core import (
    bodies,
    dates,
    dispositions,
    durations,
    fields,
    grammar,
    media_types,
    values,
)
from respgen.fields import forms
from respgen.fields.addresses import address_remarks
from respgen.fields.kinds import DURATION, NUMBER, TEXT, TRUTH, WHOLE, Kind, several
from respgen.fields.reading import date, document
from respgen.fields.row import FieldType
from respgen.rules import r2, r5
from respgen.specs.types import TypeName

_TAG = replace(
    TEXT, rule=r2.ENTITY_TAG, advice="write letters, digits and punctuation, no quotes"
)
DATE = Kind(
    "a date as text", forms.TEXT, date, r2.DATE, advice="write 2026-01-31T12:00:00Z"
)
_FILE_NAME = replace(
    TEXT,
    expected="a file name as text",
    rule=r5.FILE_NAME,
    advice="write a file name without control characters, such as report.csv",
)
_ENUM: Callable[..., bytes] = values.enum_value  # takes the enum's values, too
_LIST: Callable[..., bytes] = values.list_value  # takes the encoder of a member, too
_ANY = "text, a number, true, false, a list or a mapping"

# RFC 9110 5.6.7
_IMF_FIXDATE = (
    "^[A-Z][a-z]{2}, [0-9]{2} [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2} GMT$"
)


def _pattern(text: str) -> forms.Form:
    return {"type": "string", "pattern": text}


SCALARS: tuple[FieldType[Any], ...] = (
    FieldType(word="str", kind=TEXT, encode=fields.field_value),
    FieldType(
        word="date",
        kind=DATE,
        encode=dates.date_value,
        commas=True,
        sent=_pattern(_IMF_FIXDATE),
    ),
    FieldType(
        word="duration",
        kind=DURATION,
        encode=durations.duration_value,
        sent={**WHOLE.form, "minimum": 0},
    ),
    FieldType(
        word="etag",
        kind=_TAG,
        encode=values.etag_value,
        raw=True,
        sent=_pattern('^"[^"]*"$'),
    ),
    FieldType(
        word="weak_etag",
        kind=_TAG,
        encode=values.weak_etag_value,
        raw=True,
        sent=_pattern('^W/"[^"]*"$'),
    ),
    FieldType(
        word="url",
        kind=TEXT,
        encode=values.url_value,
        judge=address_remarks,
        sent={"type": "string", "format": "uri-reference"},
    ),
    FieldType(
        word="token",
        kind=replace(TEXT, advice="write letters and digits"),
        encode=values.token_value,
        sent=_pattern(f"^{grammar.TOKEN}$"),
    ),
    FieldType(
        word="enum",
        kind=TEXT,
        encode=_ENUM,
        annotation=TypeName("typing", "Literal"),
    ),
    FieldType(
        word="media_type",
        kind=replace(TEXT, rule=r2.MEDIA_TYPE, advice="write one such as text/html"),
        encode=media_types.media_type_value,
    ),
    FieldType(
        word="content_disposition",
        kind=_FILE_NAME,
        encode=dispositions.content_disposition_value,
    ),
    FieldType(word="int", kind=WHOLE, encode=values.integer_value, sent=WHOLE.form),
    FieldType(word="float", kind=NUMBER, encode=values.number_value, sent=NUMBER.form),
    FieldType(word="bool", kind=TRUTH, encode=values.boolean_value, sent=TRUTH.form),
    FieldType(
        word="json",
        kind=Kind(_ANY, {}, document, advice="write the JSON value, such as {a: 1}"),
        encode=bodies.json_value,
        annotation=TypeName("respgen", "JsonValue"),
        sent={"type": "string", "contentMediaType": "application/json"},
    ),
    FieldType(
        word="list",
        kind=several(TEXT, "a list"),
        encode=_LIST,
        annotation=TypeName("collections.abc", "Sequence"),
        plural=True,
    ),
)
