"""What a project decides of its output, beside its schemas."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from respgen.emit.templates import Overrides
from respgen.project.python import DEFAULT, Python
from respgen.project.style import Style


@dataclass(frozen=True, slots=True)
class EmitSettings:
    """`python` is the oldest to run on; `header` are the comments that each module begins with.

    `templates` are overriding ones. `owns` says which modules are the project's own:
    their imports stand by themselves.
    """

    style: Style = field(default_factory=Style)
    python: Python = DEFAULT
    header: tuple[str, ...] = ()
    templates: Overrides | None = None
    owns: Callable[[str], bool] = lambda module: False
