"""Attributes of a preset as written -> what is known of each, and where run time takes the rest from.

The attributes are the keyword parameters of core's `cookie_attributes` that a preset has as keys.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

from respgen.core.cookie_attributes import CookieAttributes, cookie_attributes
from respgen.core.values import parse_duration
from respgen.diagnostics import Problems, Span
from respgen.fields.reading import reason
from respgen.located import Located, Written
from respgen.rules import r1, r3
from respgen.schema.cookie_keys import Preset
from respgen.schema.origin_keys import AttributeOrigin
from respgen.specs import Argument, CookieOrigin, ImportPath, Read
from respgen.vocabulary.import_paths import Refused, import_path

_SILENT: Mapping[str, object] = {
    name: row.otherwise if row.settled else default
    for name, default in (cookie_attributes.__kwdefaults__ or {}).items()
    if (row := Preset.rows.get(name))
}
"""What a preset means where it says nothing: what its row says, else as core has it."""

_MEANINGS: Mapping[str, Callable[[str], str | None]] = {
    "samesite": lambda word: None if word == "unset" else word,
    "priority": str.capitalize,
}
"""What is written otherwise than core takes it; a max_age is a duration."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads what one preset says, and notes what is malformed."""

    keys: Preset
    problems: Problems

    def known(self) -> CookieAttributes:
        """The value of each; of what run time decides, an argument's default or what breaks no rule."""
        # the keys are those of core's signature, the values those that the schema lets through
        return cast(CookieAttributes, {name: self._known(name) for name in _SILENT})

    def _known(self, name: str) -> object:
        written: Written[Any] = getattr(self.keys, name)
        if written and isinstance(written.value, AttributeOrigin):
            written = written.value.default
        if written is None:
            return _SILENT[name]
        if name == "max_age":
            return self.age(written.value, written.span)
        mean = _MEANINGS.get(name)
        return mean(written.value) if mean else written.value

    def origins(self) -> dict[str, CookieOrigin]:
        """Where run time takes the attributes from that it decides."""
        return dict(self._origins())

    def _origins(self) -> Iterator[tuple[str, CookieOrigin]]:
        for name, origin in self._decided():
            if origin.argument:
                yield name, Argument(name, required=not origin.default)
            elif origin.from_ and (path := self.path(origin.from_)):
                yield name, Read(path)

    def _decided(self) -> Iterator[tuple[str, AttributeOrigin]]:
        for name in _SILENT:
            written = getattr(self.keys, name)
            if written and isinstance(written.value, AttributeOrigin):
                yield name, written.value

    def defaults(self) -> dict[str, Span]:
        """Where the defaults of arguments stand: what is wrong with an attribute is wrong there."""
        return {
            name: origin.default.span
            for name, origin in self._decided()
            if origin.default
        }

    def path(self, written: Located[str]) -> ImportPath | None:
        """An import path; None, reported, where the text is none."""
        try:
            return import_path(written.value)
        except Refused as refused:
            message, advice = refused.message, refused.advice
            self.problems.add(r1.IMPORT_PATH, written.span, message, advice)
            return None

    def age(self, written: str | int | None, span: Span) -> int | None:
        """The seconds of a max_age; None, reported, where it is no duration."""
        if written is None:
            return None
        try:
            return parse_duration(written)
        except ValueError as error:
            message = f"max_age: {reason(error)}"
            self.problems.add(r3.MAX_AGE, span, message, "max_age: 14d")
            return None
