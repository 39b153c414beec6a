"""One file of the package that is not what the schemas say, as documents for machines have it."""

from __future__ import annotations

from dataclasses import dataclass

TITLE = "a generated file does not match the schemas"


@dataclass(frozen=True, slots=True, order=True)
class Drift:
    """`path` is named as diagnostics name files; `kind` and `causes` are words that stay.

    `reason` and `help` are for people. `line` is where the cause shows, from 1; 0 is nowhere.
    """

    path: str
    kind: str
    reason: str
    line: int = 0
    causes: tuple[str, ...] = ()
    help: str = ""
