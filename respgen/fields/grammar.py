"""What a grammar is: how a field's constant may be written, and what its rules say of it.

A constant is written as text, or as the mapping or list that its field has; both become the same
text on the wire, and the rules judge that text, so that they hold for every way of writing it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from respgen.diagnostics import Rule
from respgen.load.tree import Plain

Part: TypeAlias = tuple[str, ...]
"""The names that lead to a part of a value, such as `("script-src", "'self'")`; () is the whole.

Of a list's items that have no names, the first is `#0`.
"""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a rule says of a value on the wire.

    `part` is what it is about, `at_key` says that its name is to blame and not its value.
    Where one mending is certain: `mended` is the whole value after it, `instead` what takes the
    place of the part's value (of its name, with `at_key`) where it was written on its own;
    `removed`: the part goes.
    """

    rule: Rule
    message: str
    advice: str = ""
    part: Part = ()
    at_key: bool = False
    mended: str | None = None
    instead: str | int | bool | None = None
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A value with places for constructor parameters: `texts` are what stands around them.

    There is one text more than `parameters`; a parameter may stand at several places.
    """

    texts: tuple[str, ...]
    parameters: tuple[str, ...]

    @property
    def shown(self) -> str:
        """The whole with `{parameter}` at each place: what the rules judge."""
        places = [f"{{{parameter}}}" for parameter in self.parameters]
        pairs = zip(self.texts, [*places, ""], strict=True)
        return "".join(text + place for text, place in pairs)


@dataclass(frozen=True, slots=True)
class Grammar:
    """One field whose constants have a structure.

    `written` makes the canonical text of what the author wrote: text, the field's mapping or its
    list, whatever stood there. TypeError: another kind of value is expected, namely `expected`;
    PlacedError: what is wrong, and where inside of it. `remarks` judges a text as on the wire,
    written here or made by a header type; of one that it cannot read it says so.

    A rule that can be ignored must not take the header away: a text that `written` cannot read it
    leaves as it is, for `remarks` to judge; of a PlacedError no rule can be ignored.

    `about` is a sentence for editors, `form` the JSON Schema of the mapping or list, if any;
    `shared` are those that it refers to by a name.
    `empty`: an empty list is sent, as an empty value; in all other fields it sends nothing.
    """

    name: str
    expected: str
    written: Callable[[Plain], str | Pattern]
    remarks: Callable[[str], Iterator[Remark]]
    about: str = ""
    form: Mapping[str, Plain] = field(default_factory=dict)
    empty: bool = False
    shared: Mapping[str, Plain] = field(default_factory=dict)


def constant_text(value: Plain) -> str:
    """A text, or a whole number in digits. Raises TypeError for anything else."""
    if isinstance(value, str | int) and not isinstance(value, bool):
        return str(value)
    raise TypeError


def part_name(text: str) -> str:
    """What a mapping's key and the name on the wire have in common: `max_age` and `max-age`."""
    return text.lower().replace("_", "").replace("-", "")
