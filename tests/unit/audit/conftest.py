"""A project in a folder of its own, whose audits find what a test wants."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.audits import FOUND, SHOP, Audits
from tests.support.command_line import Shop


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shop:
    """A project that has settings and no schemas."""
    made = Shop(tmp_path.resolve(), capsys)
    made.write("pyproject.toml", "[tool.respgen]\n")
    for name, text in SHOP.items():
        made.write(name, text)
    return made


@pytest.fixture
def audits(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> Audits:
    """Audits of it, which find FOUND."""
    made = Audits(shop, monkeypatch)
    made.finds(*FOUND)
    return made
