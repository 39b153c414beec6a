"""What a header's type makes of a value that run time alone knows: the keys, and the types that have them.

Goes in: a header as written. Comes out: what is wrong where its type has no such key.
"""

from __future__ import annotations

from typing import get_args

from respgen.decoder.keys import Keys, row
from respgen.decoder.plain import Shape
from respgen.decoder.shapes import OneOf
from respgen.diagnostics import Finding
from respgen.located import Written
from respgen.rules import r0
from respgen.schema.sent_keys import Described
from respgen.specs import Controls, Rounding

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
_TYPES = {"round": "duration", "controls": "content_disposition"}
"""The type that has a key."""


class ControlKeys(Described):
    """Of a header that may be a file name which users typed."""

    controls: Written[Controls] = row(
        _CONTROLS,
        "What becomes of CR, LF and other controls in a file name: _, or an error, which is the default.",
    )


class ValueKeys(ControlKeys):
    """Of a header whose value run time alone knows."""

    round_: Written[Rounding] = row(
        _ROUND,
        "What becomes of a fraction of a second in a duration; default: refuse, but up for"
        " Retry-After.",
    )


def unfit_option(keys: Keys, word: str) -> Finding | None:
    """A key that values of this type, or members of it, do not have."""
    for key, of in _TYPES.items():
        if key in keys.places and word not in (of, f"list[{of}]"):
            message = f"only a header of type {of} has {key}"
            return Finding(r0.CONFLICT, message, f"leave out {key}", (key,))
    return None
