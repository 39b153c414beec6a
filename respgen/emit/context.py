"""What everything that writes a part of one module needs to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from respgen.emit.names import Names
from respgen.emit.source import Source
from respgen.emit.templates import Part, render
from respgen.resolve.specs import ModuleSpec, Ref, ResponseSpec


@dataclass(frozen=True, slots=True)
class Context:
    """The module, every class there is, its imports, and how wide lines may be."""

    module: ModuleSpec
    classes: Mapping[Ref, ResponseSpec]
    names: Names
    width: int
    overrides: Path | None

    def parent(self, response: ResponseSpec) -> ResponseSpec | None:
        """The spec of the generated class that this one subclasses."""
        return None if response.parent is None else self.classes[response.parent]

    def render(self, template: str, **parts: Part) -> Source:
        """One of the templates, the project's own before ours."""
        return render(template, self.overrides, **parts)
