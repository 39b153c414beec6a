"""Whether a project sorts its imports as isort does, and by which sections.

Goes in: a Project. Comes out: what says of a module that it is the project's own, where ruff is to
look at the order of imports (I001); None where it is not.
"""

from __future__ import annotations

from collections.abc import Callable

from respgen.diagnostics import KeyPath
from respgen.project import Project
from respgen.source.modules import Modules

_SELECTED: tuple[KeyPath, ...] = (
    ("lint", "select"),
    ("lint", "extend-select"),
    ("select",),
    ("extend-select",),
)
_CODES = frozenset(("ALL", "I", "I0", "I00", "I001"))


def owned(project: Project) -> Callable[[str], bool] | None:
    """For `Source.owned`."""
    for table in project.ruff:
        for path in _SELECTED:
            codes = table[path]
            if isinstance(codes, list) and not _CODES.isdisjoint(map(str, codes)):
                return Modules(project).owns
    return None
