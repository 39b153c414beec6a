"""Options: a dataclass, each field of which is what authors write and what it means.

    @dataclass(frozen=True, slots=True)
    class IndentOptions:
        \"\"\"How it is indented.\"\"\"

        indent: int = option(WHOLE, "Spaces of each level.", 2)

Goes in: a mapping of the tree. Comes out: the dataclass; what is malformed is noted and has its
default. A dataclass with a method `mistake` says what is wrong with options that do not agree.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, TypeVar

from respgen.decoder.keys import Keys, KeysOf, row
from respgen.decoder.plain import Shape
from respgen.decoder.shapes import Parsed
from respgen.rules import r0

Value = TypeVar("Value")


def option(shape: Shape[Value], about: str, otherwise: Value, **more: object) -> Value:
    """An option, its shape, a sentence for editors, and what holds where it is left out.

    `more` is for whoever reads the dataclass.
    """
    metadata = {"row": row(shape, about, otherwise), **more}
    return field(default=otherwise, metadata=metadata)


@dataclass(frozen=True, slots=True)
class NoOptions:
    """No options."""


def rows_of(options: Any) -> dict[str, object]:
    """The rows of a dataclass of options, by their words."""
    return {each.name: each.metadata["row"] for each in fields(options)}


def options_of(options: Any) -> Shape[Any]:
    """The shape of a dataclass of options."""
    words = {"__doc__": options.__doc__, "unknown": r0.UNKNOWN_WORD, "called": "option"}
    keys: type[Keys] = type(options.__name__, (Keys,), {**rows_of(options), **words})

    def made(found: Keys) -> Any:
        values = {name: getattr(found, name).value for name in found.places}
        chosen = options(**values)
        mistake = chosen.mistake() if hasattr(options, "mistake") else None
        return mistake or chosen

    return Parsed(KeysOf(keys), made, {})
