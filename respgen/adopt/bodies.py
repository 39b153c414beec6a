"""Bodies that are alike -> a template with places, and the parameters for them.

Goes in: values that stand at one place of several messages. Comes out: what they have in common; where
they vary, a parameter, typed as far as its values are known.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from respgen.adopt.text import Node
from respgen.sending.sent import Form
from respgen.sending.types import is_of, may_be_none, stated
from respgen.source.program.values import Known, Pairs, Parameter, Value, choices
from respgen.vocabulary.identifiers import mended

_TYPES = ("str", "int", "float", "bool")
_RESERVED = frozenset(
    {"self", "content", "status_code", "headers", "background", "media_type", "origin"}
)


@dataclass(slots=True)
class Bodies:
    """The template of one class; `params` are what it takes so far."""

    params: dict[str, Node] = field(default_factory=dict)
    last: str = ""
    _taken: set[str] = field(default_factory=lambda: {*_RESERVED})

    def reserve(self, wanted: str) -> str:
        """A name for a parameter."""
        name, number = mended(wanted.lower()) or "value", 2
        bare = name
        while name in self._taken:
            name, number = f"{bare}_{number}", number + 1
        self._taken.add(name)
        self.last = name
        return name

    def number(self, wanted: str) -> str:
        """The parameter of a number in a name."""
        name = self.reserve(wanted)
        self.params[name] = "int"
        return name

    def body(self, form: Form, values: Sequence[Value]) -> Node:
        """The template of what makes the body."""
        if form is Form.ERROR:
            return {"detail": self._place("detail", values)}
        return self._place("value", values)

    def _place(self, name: str, values: Sequence[Value]) -> Node:
        first = values[0]
        if isinstance(first, Known) and all(value == first for value in values):
            if isinstance(first.value, str):
                return first.value.replace("{", "{{").replace("}", "}}")
            if isinstance(first.value, int | float | bool | None):
                return first.value
        if keys := _keys(values):
            return {
                key.replace("{", "{{").replace("}", "}}"): self._place(
                    key, [_at(value, key) for value in values]
                )
                for key in keys
            }
        parameter = self.reserve(name)
        self.params[parameter] = kind_of(values)
        return f"{{{parameter}}}"


def _keys(values: Sequence[Value]) -> tuple[str, ...]:
    """Those of objects that all have the same, in the same order."""
    found = {value.keys() if isinstance(value, Pairs) else None for value in values}
    only = found.pop() if len(found) == 1 else None
    return only if only and len(set(only)) == len(only) else ()


def _at(value: Value, key: str) -> Value:
    found = value.get(key) if isinstance(value, Pairs) else None
    assert found is not None
    return found


def kind_of(values: Sequence[Value]) -> str:
    """The type of a parameter: of what is known of all its values, else Any."""
    every = [each for value in values for each in choices(value)]
    some = [each for each in every if each != Known(None)]
    names = {name for each in some for name in _types(each)}
    if not some or "Any" in names:
        return "Any"
    none = len(some) < len(every) or "None" in names or any(map(may_be_none, some))
    names.discard("None")
    return " | ".join([*sorted(names), *(["None"] if none else [])])


def _types(value: Value) -> Collection[str]:
    """What a value is known or annotated to be."""
    plain = next((name for name in _TYPES if is_of(value, name)), "")
    if plain or not isinstance(value, Parameter):
        return (plain or "Any",)
    return stated(value.function, value.name) or ("Any",)
