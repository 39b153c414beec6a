"""Overriding templates are a project's own code: whatever goes wrong in one is said, not raised."""

from __future__ import annotations

from pathlib import Path

import pytest

from respgen.emit import EmitSettings, OverrideError, Overrides, emit
from tests.support.schemas import modules

SPECS = tuple(modules(shop="responses: {Item: {}}").values())

WRONG = {
    "an exception": ("{{ 1 / 0 }}", "response.py.jinja: division by zero"),
    "a filter's": ("{{ 'x'|sort(attribute='y')|list }}", "response.py.jinja: "),
    "itself": ("{% include 'response.py.jinja' %}", "maximum recursion"),
    "text": ("{{ name.text }}", "may print Source only, not str"),
    "an unknown part": ("{{ nme }}", "'nme' is undefined"),
    "no template": ("{{ name", "unexpected end of template"),
    "no Python": ("class (((", "what begins 'class ((('"),
    "no Python, too long": ("(" * 200, "is no Python"),
}


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG)
def test_wrong(tmp_path: Path, text: str, message: str) -> None:
    """Each gives one message for people."""
    (tmp_path / "response.py.jinja").write_text(text)
    with pytest.raises(OverrideError) as caught:
        emit(SPECS, EmitSettings(templates=Overrides(tmp_path)))
    assert message in str(caught.value)


def test_wrong_module(tmp_path: Path) -> None:
    """What every statement stands in can be wrong, too."""
    (tmp_path / "module.py.jinja").write_text("{{ docstring }} (")
    with pytest.raises(OverrideError, match="is no Python"):
        emit(SPECS, EmitSettings(templates=Overrides(tmp_path)))
