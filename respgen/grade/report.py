"""What a grade is made of: outcomes of tests, what to add, and the differences to OWASP's set."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from respgen.grade.results import Result
from respgen.specs import Ref

# A plain scalar within a block mapping that means this very text (YAML 1.2, 7.3.3)
_PLAIN = re.compile(
    r"(?!(?:true|false|null)$)[A-Za-z][A-Za-z0-9/;=,.()*_ -]*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Addition:
    """A line of a schema: a header of the class, or an attribute of a cookie preset.

    A header that is there already is declared anew, and so replaced. `written` is the value as YAML
    where it cannot be written as it is sent.
    """

    key: str
    value: str | bool
    preset: Ref | None = None
    written: str = ""

    @property
    def line(self) -> str:
        """As YAML."""
        return f"{self.key}: {self.written or _scalar(self.value)}"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one test found; `about` names the place, `additions` are what it needs to cost nothing."""

    test: str
    result: Result
    about: str = ""
    additions: tuple[Addition, ...] = ()


DifferenceKind: TypeAlias = Literal["missing", "different", "unknown", "remove"]


@dataclass(frozen=True, slots=True)
class Difference:
    """One field of OWASP's sets that is not as recommended.

    `sent` is ours, empty where there is none or it is unknown until run time; `recommended` is
    empty for what should not be sent. `when` says where the recommendation does not apply.
    """

    kind: DifferenceKind
    name: str
    recommended: str
    sent: str
    when: str = ""

    @property
    def line(self) -> str:
        """As YAML, a line of `headers`."""
        return (
            f"{self.name}: {_scalar(self.recommended) if self.recommended else 'null'}"
        )


@dataclass(frozen=True, slots=True)
class Report:
    """A response's grade, one of `scores.GRADES`.

    `additions` make up for every loss: with them the grade is A+. `notes` are what was assumed of
    this response; what is assumed of all is `assumptions.ASSUMPTIONS`.
    """

    score: int
    grade: str
    outcomes: tuple[Outcome, ...]
    additions: tuple[Addition, ...]
    differences: tuple[Difference, ...]
    notes: tuple[str, ...]


def _scalar(value: str | bool) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if _PLAIN.fullmatch(value) and not value.endswith(" "):
        return value
    if '"' in value and "'" not in value and value.isascii():
        return f"'{value}'"
    return json.dumps(value)
