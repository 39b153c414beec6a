"""The project's own comments at the top of each module."""

from pathlib import Path

from case_setting_header import api

LINES = ["# Copyright Acme, 'all' rights reserved", "# ruff: noqa: D"]


def begins_with_them() -> None:
    for file in Path(api.__file__ or "").parent.glob("*.py"):
        assert file.read_text().splitlines()[:2] == LINES


def runs() -> None:
    assert api.Page("<p>").body == b"<p>"
