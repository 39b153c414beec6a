"""A docstring of twenty lines with sections, verbatim."""

import inspect
from pathlib import Path

from case_verbatim_docstring.api import Numbers


def keeps_every_line() -> None:
    lines = (Path(__file__).parent / "api.yaml").read_text().splitlines()
    first = lines.index("    description: |") + 1
    last = lines.index("    media_type: application/json")
    written = inspect.cleandoc("\n".join(lines[first:last]))
    assert inspect.cleandoc(Numbers.__doc__ or "").startswith(written)
