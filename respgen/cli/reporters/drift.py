"""One file of the package that is not what the schemas say, as documents for machines have it."""

from __future__ import annotations

from dataclasses import dataclass

TITLE = "a generated file does not match the schemas"


@dataclass(frozen=True, slots=True, order=True)
class Drift:
    """`path` is relative to the root; `kind` a word that stays, `reason` one for people."""

    path: str
    kind: str
    reason: str
