"""Defines a header type in one row: how its value is written, encoded and checked.

A constant is written as text, or as the mapping or list that its field has; both become the same
text on the wire, and the rules check that text, so that they hold for every way of writing it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar

from respgen.core.fields import field_value
from respgen.core.grammar import FieldError
from respgen.core.structured import Item, sf_item
from respgen.diagnostics import Finding, Malformed
from respgen.fields.forms import Form
from respgen.fields.kinds import DIGITS, Kind
from respgen.fields.merging import Merge
from respgen.fields.reading import digits
from respgen.fields.slips import Spelling
from respgen.located import Plain
from respgen.specs.origins import Pattern
from respgen.specs.types import TypeExpression

Value = TypeVar("Value")


def as_it_is(text: str) -> str:
    return text


def unjudged(text: str) -> Iterator[Finding]:
    """Reports nothing: no rule is about the text."""
    yield from ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FieldType(Generic[Value]):
    """A type of header value: the word of `type:`, the fields that always have it, or both.

    `kind` reads what a schema writes, a mapping or a list of a field: the value that `encode`, of
    core, takes; an Item is a constant with parameters. No text of a field is read into a value:
    `respell` makes a constant canonical, `judge` says what the rules say of it on the wire. A
    rule that can be ignored must not take the header away: what `respell` cannot read it leaves.

    `unchecked` encodes what `encode` refuses and `judge` knows more of. `plural`: a list by itself,
    of which an empty one sends nothing; `commas`: its text has some. Neither fits into a list.
    `annotation` is the type of a parameter where `encode` does not say it: of an alias, a generic.
    `raw`: a constant is the text on the wire, not the parameter's value.
    `about` is a sentence for editors, `shared` are JSON Schemas that the kind's refers to by name.
    `expected` is what a constant may be, if not text or what the kind is. `empty`: an empty list
    is sent. `sent` is the JSON Schema of the text on the wire, for documents. `merge` adds what a schema writes to the text of a parent; None: it is one value.
    `spelling` is how slips in a text are undone, where the rules find what can be a slip.
    """

    kind: Kind[Value | Item]
    encode: Callable[[str, Value], bytes]
    word: str = ""
    names: tuple[str, ...] = ()
    judge: Callable[[str], Iterator[Finding]] = unjudged
    respell: Callable[[str], str] = as_it_is
    unchecked: Callable[[str, Value], bytes] | None = None
    annotation: TypeExpression | None = None
    plural: bool = False
    commas: bool = False
    raw: bool = False
    about: str = ""
    shared: Mapping[str, Plain] = field(default_factory=dict)
    expected: str = ""
    empty: bool = False
    sent: Mapping[str, Plain] = field(default_factory=lambda: {"type": "string"})
    merge: Merge | None = None
    spelling: Spelling | None = None

    @property
    def form(self) -> Mapping[str, Plain]:
        """The JSON Schema of what it reads."""
        return self.kind.form

    @property
    def is_text(self) -> bool:
        """Tells whether the header has no form but its text."""
        return self.kind.make is digits

    @property
    def encoder(self) -> str:
        """The name of `encode` in core, which the generated code calls."""
        return self.encode.__name__

    @property
    def listable(self) -> bool:
        """Tells whether a list may have members of this type."""
        return not (self.plural or self.commas)

    def read(self, value: Plain) -> Value | Item:
        """The value that a schema writes. Raises Malformed."""
        return self.kind.read(value)

    def encoded(self, name: str, value: Value | Item, strictly: bool = False) -> bytes:
        """The bytes on the wire. Raises FieldError; what rules judge only `strictly`."""
        if isinstance(value, Item):  # a constant with parameters
            return sf_item(name, value)
        encode = self.encode if strictly else self.unchecked or self.encode
        return encode(name, value)

    def constant(self, value: Plain) -> str | Pattern:
        """The canonical text of a constant. Raises Malformed."""
        expected = self.expected or f"text or {self.kind.expected}"
        try:
            if isinstance(value, str):
                return self.respell(value)
            made = replace(self.kind, expected=expected).read(value)
            if isinstance(made, Pattern):
                return made
            return self.encoded("", made).decode("latin-1")
        except FieldError as error:
            advice = self.kind.advice
            raise Malformed(Finding(self.kind.rule, error.reason, advice)) from None


def text_field(
    *names: str,
    about: str,
    judge: Callable[[str], Iterator[Finding]],
    respell: Callable[[str], str] = as_it_is,
    form: Form | None = None,
    expected: str = "text",
    spelling: Spelling | None = None,
) -> FieldType[str]:
    """A field that is written as its text, or as a whole number where that is its digits."""
    return FieldType(
        names=names,
        about=about,
        kind=replace(DIGITS, form=form or {}),
        encode=field_value,
        judge=judge,
        respell=respell,
        expected=expected,
        spelling=spelling,
    )
