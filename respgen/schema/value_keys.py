"""What a header's type makes of a value that run time alone knows: the keys, and the types that have them.

Goes in: a header as written. Comes out: what is wrong where its type has no such key.
"""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from respgen.decoder.keys import row
from respgen.decoder.plain import TEXT, Shape
from respgen.decoder.shapes import OneOf, Parsed
from respgen.diagnostics import Finding, Malformed
from respgen.kinds.destinations import AllowKeys
from respgen.located import Written
from respgen.rules import r0
from respgen.schema.sent_keys import Described
from respgen.specs import Controls, ImportPath, Rounding
from respgen.vocabulary.import_paths import import_path, placed

_ROUND: Shape[Rounding] = OneOf(
    get_args(Rounding),
    meant={
        **dict.fromkeys(("ceil", "ceiling"), "write up"),
        **dict.fromkeys(("floor", "truncate", "trunc"), "write down"),
        **dict.fromkeys(("error", "raise", "strict", "none", "never"), "write refuse"),
    },
)
_CONTROLS: Shape[Controls] = OneOf(
    get_args(Controls),
    meant=dict.fromkeys(("strip", "remove", "escape", "clean"), "write replace"),
)
_TYPES = {
    "round": "duration",
    "controls": "content_disposition",
    "allow": "url",
    "fallback": "url",
}
"""The type that has a key."""


_FORMATS = {
    **dict.fromkeys(("date", "date-time", "http-date"), "write type: date"),
    **dict.fromkeys(("uri", "uri-reference", "url"), "write type: url"),
    **dict.fromkeys(("duration",), "write type: duration"),
    **dict.fromkeys(
        ("uuid", "email", "int32", "int64", "float", "double", "byte", "binary"),
        "remove it: type says what the header holds",
    ),
}
"""The help for formats of JSON Schema."""


def _function(text: str) -> ImportPath | Finding:
    try:
        return import_path(text)
    except Malformed as refused:
        advice = _FORMATS.get(text.lower(), refused.found.help)
        return replace(refused.found, help=advice)


class FilledKeys(Described, AllowKeys):
    """Of a header whose value run time alone knows, a template's among them."""

    controls: Written[Controls] = row(
        _CONTROLS,
        "What becomes of CR, LF and other controls in a file name: _, or an error, which is the default.",
    )


class ValueKeys(FilledKeys):
    """Of a header whose value is whatever callers give."""

    round_: Written[Rounding] = row(
        _ROUND,
        "What becomes of a fraction of a second in a duration; default: refuse, but up for"
        " Retry-After.",
    )

    format: Written[ImportPath] = row(
        Parsed(TEXT, _function, {}, placed),
        'Import path, "package.module:name", of a function that makes the text of the value.',
    )


def formatted(keys: ValueKeys, word: str) -> Finding | None:
    """Keys that mean nothing where a function makes the text."""
    if keys.format is None:
        return None
    if "enum" in word:
        message = "the values of an enum are sent as they are written"
        return Finding(r0.CONFLICT, message, "leave out format", ("format",))
    for key in ("round", "controls", "allow", "separator", "separators"):
        if key in keys.places:
            message = f"format makes the whole text, so {key} has no effect"
            return Finding(r0.CONFLICT, message, "leave out one of the two", (key,))
    return None


def unfit_option(keys: FilledKeys, word: str) -> Finding | None:
    """A key that values of this type, or members of it, do not have."""
    for key, of in _TYPES.items():
        if key in keys.places and word not in (of, f"list[{of}]"):
            message = f"only a header of type {of} has {key}"
            return Finding(r0.CONFLICT, message, f"leave out {key}", (key,))
    return AllowKeys.mistake(keys)
