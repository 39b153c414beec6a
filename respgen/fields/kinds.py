"""Kinds of values, and mappings of them: how a schema writes them, for readers and for editors.

Goes in: what a schema writes. Comes out: the value, or Malformed, which says where and why it is
none; and the JSON Schema of what may be written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from respgen.core.grammar import FieldError, compiled
from respgen.core.structured import SF_KEY, sf_key
from respgen.decoder.respelt import meant_word
from respgen.diagnostics import Finding, Malformed, Mend, Rule, nearest, quoted
from respgen.fields import forms
from respgen.fields.durations import meant_duration
from respgen.fields.forms import Form
from respgen.fields.reading import (
    below,
    digits,
    each,
    expected,
    integer,
    number,
    reason,
    seconds,
    text,
    truth,
)
from respgen.located import Plain, as_written
from respgen.nearness import alike
from respgen.rules import r0, r2, r5

Made = TypeVar("Made")
Made_co = TypeVar("Made_co", covariant=True)

_UNQUOTED = "write digits, without quotes"
_QUOTES = "put it in quotes"
_GROUPS = "[0-9]{1,3}(?:_[0-9]{3})+"
"""A number to readers of YAML 1.1, and text to those of 1.2."""


@dataclass(frozen=True, slots=True)
class Kind(Generic[Made_co]):
    """A kind of value: what is `expected`, its JSON Schema, and what makes a value of it.

    `make` raises ValueError for a malformed one, against `rule` with its `advice`, and TypeError for
    another kind of value, whose writer reads `hint`, if there is one, in place of the advice. `meant`
    says what to write for a malformed text, where that can be known.
    """

    expected: str
    form: Form
    make: Callable[[Plain], Made_co]
    rule: Rule = r2.FIELD_VALUE
    advice: str = field(kw_only=True)
    hint: str = ""
    meant: Callable[[str], str] | None = None

    def read(self, value: Plain) -> Made_co:
        """The value. Raises Malformed."""
        try:
            return self.make(value)
        except TypeError:
            raise expected(self.expected, self._hint(value)) from None
        except ValueError as error:
            raise Malformed(
                Finding(self.rule, reason(error), self.help(value))
            ) from None

    def _hint(self, value: Plain) -> str:
        """What to write in place of another kind of value; a number as its author wrote it."""
        hint = self.hint or self.advice
        if isinstance(value, str) and compiled(_GROUPS).fullmatch(value):
            return f"write {value.replace('_', '')}"
        if hint != _QUOTES or isinstance(value, bool):
            return hint
        return (
            f'{hint}: "{as_written(value)}"' if isinstance(value, int | float) else hint
        )

    def help(self, value: Plain) -> str:
        """What to write in place of a malformed value."""
        known = self.meant and isinstance(value, str) and self.meant(value)
        return f"write {known}" if known else self.advice


PRINTABLE = "write printable ASCII, without spaces at either end"
TEXT = Kind("text", forms.TEXT, text, advice=PRINTABLE, hint=_QUOTES)
WHOLE = Kind("a whole number", {"type": "integer"}, integer, advice=_UNQUOTED)
DIGITS = Kind("a whole number", WHOLE.form, digits, advice=_UNQUOTED)
"""A whole number where the field's text is all that there is."""
NUMBER = Kind("a number", {"type": "number"}, number, advice=_UNQUOTED)
TRUTH = Kind(
    "true or false", forms.FLAG, truth, advice="write true or false, without quotes"
)
DURATION = Kind(
    "seconds or a duration such as 90s, 15m, 12h, 14d",
    forms.LIFETIME,
    seconds,
    advice="write seconds, or a number and its unit: s, m, h, d, w or y",
    meant=meant_duration,
)


def several(item: Kind[Made_co], what: str) -> Kind[tuple[Made_co, ...]]:
    """A list of them; `what` is expected where there is none."""
    return Kind(
        what,
        forms.several(item.form),
        lambda value: each(value, item.read),
        advice="write a list, in brackets",
    )


@dataclass(frozen=True, slots=True)
class Param:
    """A key that a mapping may have; `about` is a sentence for editors."""

    name: str
    about: str
    kind: Kind[Any]


def any_key(key: str) -> None:
    """Nothing is wrong in a key."""


_STRUCTURED_KEY = "begin with a lowercase letter; digits and _ - . * may follow"


def structured_key(key: str) -> None:
    """Raises Malformed, at the key, for what no parameter or member is called (RFC 9651 3.1.2)."""
    try:
        sf_key("", key)
    except FieldError as error:
        small = key.lower() if key.isascii() else ""
        meant = small if compiled(SF_KEY).fullmatch(small) else None
        advice = f"write {meant!r}" if meant else _STRUCTURED_KEY
        rule = r5.STRUCTURED_KEY
        raise Malformed(
            Finding(rule, error.reason, advice, at_key=True, fix=Mend(part=meant))
        ) from None


@dataclass(frozen=True, slots=True)
class Params:
    """A mapping of known keys, and of others that are all of one kind; None: there are no others.

    `check` raises Malformed for what no key can be. `noun`: what a key is called in this mapping;
    `advice`: what to write for one that is unknown and near to no other.
    """

    known: tuple[Param, ...] = ()
    other: Kind[Any] | None = None
    check: Callable[[str], None] = any_key
    noun: str = "key"
    advice: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(param.name for param in self.known)

    @property
    def form(self) -> Form:
        """The JSON Schema of the mapping."""
        known = {
            param.name: forms.about(param.about, param.kind.form)
            for param in self.known
        }
        # an empty schema allows what `true` does
        other = self.other.form or True if self.other else False
        form = forms.mapping(known, other)
        if self.check is structured_key:
            form["propertyNames"] = {"pattern": "^[a-z*][a-z0-9_.*-]*$"}
        return form

    def read(self, value: Plain) -> dict[str, Any]:
        """The values by their keys, in the order written. Raises Malformed, and TypeError."""
        if not isinstance(value, dict):
            raise TypeError
        kinds = {param.name: param.kind for param in self.known}
        return {key: self._param(key, value[key], kinds) for key in value}

    def _param(self, key: str, value: Plain, kinds: dict[str, Kind[Any]]) -> Any:
        with below(key):
            self.check(key)
            kind = kinds.get(key, self.other)
            if kind is None:
                raise self._unknown(key)
            return kind.read(value)

    def _unknown(self, key: str) -> Malformed:
        rule = r0.UNKNOWN_KEY if self.noun == "key" else r0.UNKNOWN_WORD
        message = f"unknown {self.noun} {quoted(key)}"
        known = f"write one of {', '.join(self.names)}"
        meant = meant_word(key, self.names)
        names = [meant] if meant else alike(key, self.names)
        near = nearest(key, names) or self.advice or known
        fix = Mend(part=meant)
        return Malformed(Finding(rule, message, near, at_key=True, fix=fix))


def sendable(
    rule: Rule,
    encode: Callable[[str, Made], bytes],
    value: Made,
    advice: str,
    key: str = "",
) -> Made:
    """A value that can be sent; what is wrong in it is wrong with that key."""
    try:
        encode("", value)
    except FieldError as error:
        path = (key,) if key else ()
        raise Malformed(Finding(rule, error.reason, advice, path)) from None
    return value
