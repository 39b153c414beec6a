"""A project in a folder of its own for every test of a command."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command_line import SCHEMA, Shop


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shop:
    """A project without a framework, since most tests here are not about one."""
    made = Shop(tmp_path.resolve(), capsys)
    made.write("pyproject.toml", '[tool.respgen]\ntarget = "core"\n')
    made.write("schemas/shop.yaml", SCHEMA)
    return made
