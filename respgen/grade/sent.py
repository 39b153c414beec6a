"""Headers -> what is known before run time of what a response sends under each name.

A constant is what it is, and so is a policy but for its nonce. A parameter with a default sends that;
without one it is absent, unless it is required: then an enum sends one of its values, and anything
else is unknown. What is read for each response, computed of the body or put together is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from respgen.fields.types import encoded
from respgen.grade.results import AT_RUN_TIME, Result
from respgen.specs import (
    ConstantHeader,
    HeaderSpec,
    ParameterHeader,
    SourceHeader,
    TemplateHeader,
)


@dataclass(frozen=True, slots=True)
class Sent:
    """What stands under `name`, as declared: one of `values`; nothing where there is none.

    `unknown`: something that only run time knows. `note`: what was assumed, for people.
    """

    name: str
    values: tuple[str, ...] = ()
    unknown: bool = False
    note: str = ""

    @property
    def value(self) -> str | None:
        """The value, None where there is none or where it is unknown; the first of several."""
        return self.values[0] if self.values else None

    def worst(self, judge: Callable[[str | None], Result]) -> Result:
        """What a test finds, where it may find several things."""
        if self.unknown:
            return AT_RUN_TIME
        found = map(judge, self.values or (None,))
        return min(found, key=lambda result: result.modifier)


Fields = Mapping[str, Sent]
"""By the names in lower case."""


def fields(headers: Iterable[HeaderSpec]) -> Fields:
    """What is sent under each declared name."""
    return {header.name.lower(): _sent(header) for header in headers}


def field(known: Fields, name: str) -> Sent:
    """What is sent under a name, whatever its case."""
    return known.get(name.lower()) or Sent(name)


def notes(known: Fields, names: Iterable[str]) -> Iterator[str]:
    """What was assumed of the fields of these names."""
    for name in names:
        if note := field(known, name).note:
            yield f"{name} {note}"


def _sent(header: HeaderSpec) -> Sent:
    match header:
        case ConstantHeader():
            return Sent(header.name, (header.value,))
        case ParameterHeader():
            return _argument(header)
        case TemplateHeader(fill="nonce"):
            return Sent(header.name, (header.value,))
        case TemplateHeader(optional=optional) if optional:
            note = (
                f"needs {optional[0]}, which callers may leave out: graded as not sent"
            )
            return Sent(header.name, note=note)
        case SourceHeader(type="enum"):
            note = "is read for each response: the worst of its values is graded"
            return Sent(header.name, header.values, note=note)
    note = "is known at run time only: not graded"
    return Sent(header.name, unknown=True, note=note)


def _argument(header: ParameterHeader) -> Sent:
    if header.default is not None:
        note = "is an argument: its default is graded"
        return Sent(header.name, _default(header), note=note)
    if not header.required:
        note = "is an argument that callers may leave out: graded as not sent"
        return Sent(header.name, note=note)
    if header.type == "enum":
        note = "is an argument: the worst of its values is graded"
        return Sent(header.name, header.values, note=note)
    note = "is an argument that callers must give: not graded"
    return Sent(header.name, unknown=True, note=note)


def _default(header: ParameterHeader) -> tuple[str, ...]:
    """The default's field value; an empty list sends none."""
    parts = (header.name, header.type, header.member, header.values, header.default)
    wire = encoded(*parts).decode("latin-1")
    return (wire,) if wire else ()
