"""Options: a dataclass, each field of which is what authors write and what it means.

    @dataclass(frozen=True, slots=True)
    class IndentOptions:
        \"\"\"How it is indented.\"\"\"

        indent: int = option(WHOLE, "Spaces of each level.", 2)

Goes in: a mapping of the tree. Comes out: the dataclass; what is malformed is noted and has its
default.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, Generic, TypeVar

from respgen.decoder.keys import Keys, KeysOf, row
from respgen.decoder.plain import Definitions, Form, Shape
from respgen.decoder.reading import Reading
from respgen.load.tree import Entry
from respgen.located import Located
from respgen.rules import r0

Value = TypeVar("Value")
Options = TypeVar("Options")


def option(shape: Shape[Value], about: str, otherwise: Value) -> Value:
    """An option, its shape, a sentence for editors, and what holds where it is left out."""
    return field(default=otherwise, metadata={"row": row(shape, about, otherwise)})


@dataclass(frozen=True, slots=True)
class NoOptions:
    """No options."""


@dataclass(frozen=True, slots=True)
class OptionsOf(Generic[Options]):
    """The shape of a mapping of options; `keys` are the rows of their fields."""

    options: type[Options]
    keys: KeysOf[Keys]

    @property
    def takes(self) -> frozenset[type]:
        return self.keys.takes

    def read(self, entry: Entry, reading: Reading) -> Located[Options] | None:
        found = self.keys.read(entry, reading)
        if found is None:
            return None
        written = {name: getattr(found.value, name) for name in found.value.places}
        values = {name: each.value for name, each in written.items()}
        return Located(self.options(**values), found.span, found.key)

    def schema(self, definitions: Definitions) -> Form:
        return self.keys.schema(definitions)


def rows_of(options: Any) -> dict[str, object]:
    """The rows of a dataclass of options, by their words."""
    return {each.name: each.metadata["row"] for each in fields(options)}


def options_of(options: Any) -> OptionsOf[Any]:
    """The shape of a dataclass of options."""
    words = {"__doc__": options.__doc__, "unknown": r0.UNKNOWN_WORD, "called": "option"}
    keys = type(options.__name__, (Keys,), {**rows_of(options), **words})
    return OptionsOf(options, KeysOf(keys))
