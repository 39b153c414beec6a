"""The formatters of a project, and the layout that they ask for: black's settings count before ruff's.

Goes in: the folder of the output. Come out: the settings, a Style, and what is wrong in them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from respgen.project import black, ruff
from respgen.project.mistakes import Mistake
from respgen.project.style import Style
from respgen.project.tables import Table, black_table, ruff_tables
from respgen.rules import r0


@dataclass(frozen=True, slots=True)
class Formatters:
    """`black` is [tool.black]; `ruff` the nearest settings of ruff, and those that they extend."""

    black: Table | None = None
    ruff: tuple[Table, ...] = ()
    style: Style = field(default_factory=Style)


def formatters(output: Path, ignore: Iterable[str], wrong: list[Mistake]) -> Formatters:
    """Those of a folder; mistakes in the settings that decide the layout are added to `wrong`."""
    above, tables = black_table(output, wrong), ruff_tables(output, wrong)
    if above:
        wrong += ((above.file, each) for each in black.mistakes(above.settings))
        return Formatters(above, tables, black.style_of(above.settings))
    wrong += ruff.mistakes(tables)
    if not any(r0.FORMATTER.code.startswith(code) for code in ignore):
        wrong += ruff.beyond(tables, output)
    return Formatters(None, tables, ruff.style_of(tables))
