"""A project that has ruff look at its imports has them sorted."""

from __future__ import annotations

from pathlib import Path

import pytest

from respgen.diagnostics import Problems
from respgen.project.settings import read
from respgen.rewrite.sorting import owned

SETTINGS = {
    "selected": ('[tool.ruff.lint]\nselect = ["E", "I"]\n', True),
    "selected besides": ('[tool.ruff.lint]\nextend-select = ["I001"]\n', True),
    "all": ('[tool.ruff]\nselect = ["ALL"]\n', True),
    "others": ('[tool.ruff.lint]\nselect = ["E", "F"]\n', False),
    "by default": ("[tool.ruff]\nline-length = 100\n", False),
    "nothing": ("", False),
}


@pytest.mark.parametrize("case", SETTINGS.values(), ids=SETTINGS)
def test_sorts(tmp_path: Path, case: tuple[str, bool]) -> None:
    """The project's own modules are those that ruff takes for its own."""
    settings, sorts = case
    (tmp_path / "pyproject.toml").write_text(f"[tool.respgen]\n{settings}")
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "api.yaml").write_text("respgen: 1\nresponses: {}\n")
    (tmp_path / "shop").mkdir()
    (tmp_path / "shop" / "auth.py").touch()
    project = read(tmp_path, Problems())
    assert project
    own = owned(project)
    assert (own is not None) == sorts
    if own:
        assert [own("shop.auth"), own("fastapi")] == [True, False]
