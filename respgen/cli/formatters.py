"""Which formatter lays out generated files anew, and the setting that ends it.

Goes in: a project. Comes out: advice. Only where such a file was found: nothing else reads this.
"""

from __future__ import annotations

import os
from pathlib import Path

from respgen.cli.gates import by_tool, up
from respgen.project import Project
from respgen.project.mistakes import FILE
from respgen.project.pyproject import NoProject, contents, document, table


def exclusion(project: Project) -> str:
    """How to keep formatters away from the output."""
    package = project.name(project.output)
    advice = []
    if gate := by_tool(project.root, package).get("ruff"):
        advice.append(f"for ruff write {gate.line} in {gate.place}")
    if black := next(filter(_has_black, up(project.root)), None):
        path = Path(os.path.relpath(project.output, black)).as_posix()
        advice.append(f"for black write extend-exclude = '^/{path}/' in [tool.black]")
    if len(advice) > 1:
        advice.append("respgen follows [tool.black]")
    return "; ".join(advice) or f"exclude {package} in the formatter's settings"


def _has_black(folder: Path) -> bool:
    try:
        tables = document(contents(folder / FILE) or b"")
    except NoProject:
        return False
    return "black" in table(tables or {}, "tool")
