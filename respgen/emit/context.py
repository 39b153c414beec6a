"""What everything that writes a part of one module needs to know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from respgen.emit.framework import Framework
from respgen.emit.names import Names
from respgen.emit.profiles import Profiles
from respgen.emit.source import Source
from respgen.emit.templates import Overrides, TemplateValue, render
from respgen.specs import ModuleSpec, Ref, ResponseSpec


@dataclass(frozen=True, slots=True)
class Context:
    """The module, every class and module there is, imports, constants, and the line length."""

    module: ModuleSpec
    frameworks: Mapping[str, Framework]
    classes: Mapping[Ref, ResponseSpec]
    modules: Mapping[str, ModuleSpec]
    names: Names
    profiles: Profiles
    width: int
    overrides: Overrides | None

    @property
    def framework(self) -> Framework:
        """What the module's classes derive from."""
        return self.frameworks[self.module.target]

    def parent(self, response: ResponseSpec) -> ResponseSpec | None:
        """The spec of the generated class that this one subclasses."""
        return None if response.parent is None else self.classes[response.parent]

    def reference(self, ref: Ref) -> Source:
        """A generated class, imported where it is another module's."""
        return self.names.generated(ref.module, ref.name)

    def render(self, template: str, **parts: TemplateValue) -> Source:
        """One of the templates, the project's own before ours."""
        return render(template, self.overrides, **parts)
