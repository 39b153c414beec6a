"""Specs of examples: what a class is given to show a body of its own in documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from respgen.diagnostics import Span
from respgen.located import Plain


@dataclass(frozen=True, slots=True)
class ExampleSpec:
    """An example by its name; `arguments` are those of the constructor, as the schema writes them.

    `spans` are where they stand, by their names.
    """

    name: str
    summary: str
    description: str
    arguments: Mapping[str, Plain] = field(hash=False)
    span: Span = field(compare=False)
    spans: Mapping[str, Span] = field(compare=False, hash=False)
