"""The body that an entry writes -> its template, with the places of its parameters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import isfinite

from respgen.diagnostics import Malformed, Places, Problems, Span
from respgen.located import LocatedPlain, without_colon
from respgen.resolve.numbers import note_numbers
from respgen.rules import r0, r8
from respgen.specs import BodySpec, JsonTemplate
from respgen.specs.origins import parts
from respgen.vocabulary.templates import text_template


def body_spec(written: LocatedPlain, problems: Problems) -> BodySpec | None:
    """The template of a body, None where there is none; what is malformed is noted."""
    if written.value is None:
        return None
    reader = _Reader(problems)
    found = reader.template(written)
    note_numbers(written, problems)
    return BodySpec(found, spans=reader.spans)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one template. `spans` are where the first place of each parameter stands."""

    problems: Problems
    spans: dict[str, Span] = field(default_factory=dict)

    def template(self, place: LocatedPlain) -> JsonTemplate:
        """What stands there. What is malformed stands for itself, so that the rest is judged."""
        value = place.value
        if isinstance(value, Mapping):
            return {key: self._member(key, value[key]) for key in value}
        if isinstance(value, tuple):
            return tuple(map(self.template, value))
        if isinstance(value, float) and not isfinite(value):
            message = f"JSON has no {value} (RFC 8259 6)"
            self.problems.add(r8.BODY_TEXT, place.span, message, "write null, or text")
        return self._text(value, place.span) if isinstance(value, str) else value

    def _member(self, key: str, place: LocatedPlain) -> JsonTemplate:
        if without_colon(place.span, place.key):
            message = f"YAML reads {{{key}}} as a mapping"
            advice = f'put it in quotes: "{{{key}}}"'
            self.problems.add(r0.WRONG_TYPE, place.key, message, advice)
        return self.template(place)

    def _text(self, text: str, span: Span) -> JsonTemplate:
        try:
            found = text_template(text)
        except Malformed as refused:
            self.problems.note([refused.found], Places(span))
            return text
        for part in parts(found):
            for name in part.parameters:
                self.spans.setdefault(name, span)
        return found
