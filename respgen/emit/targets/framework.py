"""What a framework is to generated code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from respgen.specs.types import ImportPath, TypeExpression


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """Where its classes come from, and what their constructors take.

    `responses` is the module of its response classes, `elsewhere` the module of those that its
    users import from another one. `root` is the class that all its responses are of: cookie
    functions of one target take those of another where both have the same. `background` is the
    type of the constructor's parameter. `builds_responses`: it makes responses of the data that
    routes return.
    """

    responses: str
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    root: ImportPath
    background: TypeExpression
    builds_responses: bool = False

    def base(self, name: str) -> ImportPath:
        """Where one of its classes is imported from."""
        return ImportPath(self.elsewhere.get(name, self.responses), name)
