"""The Pythons that generated code can be written for, and the oldest that a project runs on.

Goes in: what a project's files say of versions. Comes out: one of ours.
"""

from __future__ import annotations

import re
from typing import Literal, TypeAlias, get_args

Python: TypeAlias = Literal["3.10", "3.11", "3.12", "3.13", "3.14"]
PYTHONS: dict[str, Python] = {name: name for name in get_args(Python)}
OLDEST, *_, NEWEST = PYTHONS.values()
DEFAULT: Python = "3.11"

# the version specifiers (PEP 440) that a version must not be below
_BOUND = re.compile(r"(?:>=|~=|===?|>)\s*3\.(\d{1,3})")


def oldest(requires: object) -> Python | None:
    """The nearest to the lower bound of `requires-python`; None where it has none."""
    bounds = _BOUND.findall(requires) if isinstance(requires, str) else []
    if not bounds:
        return None
    minor = max(map(int, bounds))
    known = {int(name.removeprefix("3.")): python for name, python in PYTHONS.items()}
    return known[min(max(minor, min(known)), max(known))]


def advice(value: object) -> str:
    """What to write instead of a `python` that is none of ours."""
    # 3.10 without quotes is the number 3.1
    text = "3.10" if value == 3.1 else str(value)
    if text in PYTHONS and not isinstance(value, str):
        return f'quote it: "{text}"'
    return f'generated code supports Python {OLDEST} to {NEWEST}: write "{DEFAULT}"'
