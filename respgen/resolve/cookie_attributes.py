"""Attributes of a preset as written -> what is known of each, and where run time takes the rest from.

The attributes are the keyword parameters of core's `cookie_attributes` that a preset has as keys.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from respgen.core.cookie_attributes import CookieAttributes, cookie_attributes
from respgen.diagnostics import Span
from respgen.located import Written
from respgen.schema.cookie_keys import Preset
from respgen.schema.origin_keys import AttributeOrigin, KeyOrigin
from respgen.specs import NAME, Argument, CookieOrigin, Read
from respgen.vocabulary.cookie_names import places

_SILENT: Mapping[str, object] = {
    name: row.otherwise if row.settled else default
    for name, default in (cookie_attributes.__kwdefaults__ or {}).items()
    if (row := Preset.rows.get(name))
}
"""What a preset means if it does not say: what its row says, otherwise core's default."""


def known(keys: Preset) -> CookieAttributes:
    """The value of each; of what run time decides, an argument's default or what breaks no rule."""
    # the keys are those of core's signature, the values those that the schema lets through
    return cast(CookieAttributes, {name: _known(keys, name) for name in _SILENT})


def _known(keys: Preset, name: str) -> object:
    written: Written[Any] = getattr(keys, name)
    if written and isinstance(written.value, AttributeOrigin):
        written = written.value.default
    return written.value if written else _SILENT[name]


def origins(keys: Preset) -> Iterator[tuple[str, CookieOrigin]]:
    """Where run time takes the name from, and the attributes, that it decides."""
    if keys.key and isinstance(keys.key.value, KeyOrigin):
        yield NAME, Read(keys.key.value.from_.value)
    for name, origin in _decided(keys):
        if origin.argument:
            # what is malformed was noted: it is no reason for a second finding
            yield name, Argument(name, origin.whole and not origin.default)
        elif origin.from_:
            yield name, Read(origin.from_.value)


def is_decided(keys: Preset) -> bool:
    """Whether callers decide anything: a part of the name, an attribute, the secret."""
    given = any(isinstance(origin, Argument) for _, origin in origins(keys))
    signed = keys.sign and not keys.sign.value.secret.value.from_
    return given or bool(signed) or bool(places(written_key(keys, "")))


def written_key(keys: Preset, name: str) -> str:
    """The key, which is the preset's name where there is none, or run time reads it."""
    return keys.key.value if keys.key and isinstance(keys.key.value, str) else name


def _decided(keys: Preset) -> Iterator[tuple[str, AttributeOrigin]]:
    for name in _SILENT:
        written = getattr(keys, name)
        if written and isinstance(written.value, AttributeOrigin):
            yield name, written.value


def defaults(keys: Preset) -> dict[str, Span]:
    """Where the defaults of arguments stand: what is wrong with an attribute is wrong there."""
    decided = _decided(keys)
    return {name: origin.default.span for name, origin in decided if origin.default}
