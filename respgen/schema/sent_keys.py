"""What the mappings that a header can be have in common: the help for unknown keys, the policy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, get_args

from respgen.decoder.keys import Keys, settled
from respgen.decoder.plain import TEXT, Shape
from respgen.decoder.shapes import OneOf
from respgen.located import Located
from respgen.specs import Policy

POLICY: Shape[Policy] = OneOf(get_args(Policy))


class HeaderKeys(Keys):
    """What the mappings that a header can be have in common."""

    advice: ClassVar[str] = (
        "remove it: a header has the keys type, value, default, required, description"
        " and policy, among others"
    )
    meant: ClassVar[Mapping[str, str]] = {
        **dict.fromkeys(
            ("alias", "param", "parameter", "argument"), "did you mean 'as'?"
        ),
        **dict.fromkeys(
            ("nullable", "optional", "allownone", "none"),
            "leave out required: callers may pass None then",
        ),
        **dict.fromkeys(
            ("min", "max", "minimum", "maximum", "ge", "gt", "le", "lt"),
            "remove it: a header has no limits; check the value before you pass it",
        ),
        **dict.fromkeys(
            ("minlength", "maxlength", "pattern", "regex"),
            "remove it: a header has no limits; check the value before you pass it",
        ),
        **dict.fromkeys(
            ("enum", "choices", "options", "oneof"), "write type: enum, values: [a, b]"
        ),
        **dict.fromkeys(
            ("locked", "final", "readonly", "fixed"), "write policy: locked"
        ),
        **dict.fromkeys(("const", "constant"), "did you mean 'value'?"),
        "schema": "remove it: type says what the header holds",
        **dict.fromkeys(("example", "examples"), "remove it, or say it in description"),
        "disposition": "write type: content_disposition",
        "filename": "write type: content_disposition",
        "deprecated": "say so in description",
        **dict.fromkeys(
            ("doc", "docs", "title", "summary"), "did you mean 'description'?"
        ),
    }


class SentKeys(HeaderKeys):
    """Of a header that is sent."""

    policy: Located[Policy] = settled(
        POLICY,
        "What a caller's header of this name does: it replaces ours, is refused, or joins it.",
        "overridable",
    )


class Described(SentKeys):
    """Of a header that somebody has to know about."""

    description: Located[str] = settled(TEXT, "What the header means.", "")
