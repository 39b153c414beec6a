"""Which formatter lays out generated files anew, and the setting that ends it.

Goes in: a project. Comes out: advice.
"""

from __future__ import annotations

import os
from pathlib import Path

from respgen.cli.gates import by_tool
from respgen.project import Project


def exclusion(project: Project) -> str:
    """How to keep formatters away from the output."""
    package = project.name(project.output)
    advice = []
    if gate := by_tool(project.root, package).get("ruff"):
        advice.append(f"for ruff write {gate.line} in {gate.place}")
    if project.black:
        path = Path(
            os.path.relpath(project.output, project.black.file.parent)
        ).as_posix()
        advice.append(f"for black write extend-exclude = '^/{path}/' in [tool.black]")
    elif advice:
        line = f"extend-exclude = '^/{package}/'"
        advice.append(f"if it was black, write {line} in [tool.black]")
    if project.black and len(advice) > 1:
        advice.append("respgen follows [tool.black]")
    return "; ".join(advice) or f"exclude {package} in the formatter's settings"
