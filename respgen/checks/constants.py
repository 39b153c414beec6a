"""What the fields that have a row may hold.

Goes in: a field's name and a value that is a field value. Comes out: findings about it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeAlias

from respgen.core.grammar import FieldError
from respgen.diagnostics import Finding, Span
from respgen.fields import field_type
from respgen.fields.types import encoded
from respgen.specs import DefaultValue, HeaderSpec, ResponseSpec, wire

_MOST = 20
"""Findings about one value: nobody mends more of them in one go."""


@dataclass(frozen=True, slots=True)
class Text:
    """A header, and what it sends where the caller says nothing; a nonce stands as its place."""

    header: HeaderSpec
    value: str

    @property
    def name(self) -> str:
        return self.header.name

    @property
    def span(self) -> Span:
        """Where the value stands."""
        return self.header.places.whole

    def place(self, part: str, *, at_key: bool = False) -> Span:
        """Where a part stands that was written on its own; else the whole value."""
        return self.header.places.around((part,))[0 if at_key else 1]


Texts: TypeAlias = Mapping[str, Text]
"""The headers of one response whose texts are known, by their names in lower case."""


def texts(response: ResponseSpec) -> Texts:
    """What is known of the response before run time."""
    return {
        name: Text(known.header, known.text)
        for name, known in wire.fields(response.headers).items()
        if known.text is not None
    }


def value_findings(header: HeaderSpec, sent: str) -> Iterator[Finding]:
    """What is wrong in that value on the wire; nothing, where neither the field nor the type has rules."""
    row = field_type(header.name, header.type.word)
    for found in islice(row.judge(sent), _MOST) if row else ():
        yield replace(found, message=f"{header.name}: {found.message}")


def default_findings(
    header: HeaderSpec, default: DefaultValue, sent: str
) -> Iterator[Finding]:
    """Of a default, some of which the constructor would refuse."""
    binding = _is_refused(header, default)
    for found in value_findings(header, sent):
        yield replace(found, binding=binding)


def _is_refused(header: HeaderSpec, default: DefaultValue) -> bool:
    """Whether the constructor would raise for the default."""
    try:
        encoded(header.name, header.type, default, strictly=True)
    except FieldError:
        return True
    return False
