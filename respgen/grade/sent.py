"""What is known of each field -> what the observatory sees there, and what was assumed for it.

A default is taken for what is sent, and what callers may leave out for what is not. Of an enum the
worst word is graded. What is read for each response, computed of the body or put together is unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from respgen.grade.results import AT_RUN_TIME, Result
from respgen.specs import Argument, HeaderSpec, Template, wire
from respgen.specs.wire import Known, Presence


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


SentFields = Mapping[str, Sent]
"""By the names in lower case."""


def fields(headers: Iterable[HeaderSpec]) -> SentFields:
    """What is sent under each declared name."""
    return {name: _sent(known) for name, known in wire.fields(headers).items()}


def field(known: SentFields, name: str) -> Sent:
    """What is sent under a name, whatever its case."""
    return known.get(name.lower()) or Sent(name)


def notes(known: SentFields, names: Iterable[str]) -> Iterator[str]:
    """What was assumed of the fields of these names."""
    for name in names:
        if note := field(known, name).note:
            yield f"{name} {note}"


def _sent(known: Known) -> Sent:
    name, note = known.header.name, _note(known)
    if known.text is not None:
        return Sent(name, (known.text,) if known.text else (), note=note)
    if known.presence is Presence.PERHAPS:
        return Sent(name, note=note)
    return Sent(name, known.choices, unknown=not known.choices, note=note)


def _note(known: Known) -> str:
    """What was assumed, where something was."""
    origin = known.header.origin
    by_argument = isinstance(origin, Argument)
    match known:
        case Known(HeaderSpec(origin=Template(optional=[name, *_]))):
            return f"needs {name}, which callers may leave out: graded as not sent"
        case Known(presence=Presence.PERHAPS):
            return "is an argument that callers may leave out: graded as not sent"
        case Known(presence=Presence.DEFAULT):
            return "is an argument: its default is graded"
        case Known(text=str()):
            return ""
        case Known(choices=[_, *_]):
            how = "an argument" if by_argument else "read for each response"
            return f"is {how}: the worst of its values is graded"
    if by_argument:
        return "is an argument that callers must give: not graded"
    return "is known at run time only: not graded"
