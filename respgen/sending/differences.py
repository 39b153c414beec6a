"""How two messages differ, or how one becomes the other: the words of matching."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from respgen.sending.sent import Given
from respgen.source.program.values import Value
from respgen.specs.types import ImportPath

FAR = 9
"""More than what is the same where the nearest class differs: all that is sent is."""
Reader = Callable[[ImportPath], Value | None]
"""What stands where an import path leads."""


class Differs(Exception):  # noqa: N818 # a difference, no failure
    """The text says how a class sends something else, `far` after how much that is the same."""

    def __init__(self, message: str, far: int = 0) -> None:
        super().__init__(message)
        self.far = far


@dataclass(frozen=True, slots=True)
class Match:
    """The arguments of a call by their parameters; `first` is the one that is given by place.

    `chosen`: how many of them say what the class leaves open and another one may not: the status,
    what is sent in a field, the members of an object. `numbers` are written as text: a bool among them
    would come out another. `items` are what a stream passes on, which a lone text is not.
    """

    first: str | None
    arguments: Mapping[str, Given]
    chosen: int
    numbers: tuple[Value, ...] = ()
    items: Value | None = None
