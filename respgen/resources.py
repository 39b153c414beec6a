"""Where our own files are: beside the modules in a wheel, at the root in a checkout."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def templates() -> Path:
    """The folder of our templates."""
    packaged = PACKAGE / "_templates"
    return packaged if packaged.is_dir() else PACKAGE.parent / "templates"


def profiles() -> Path:
    """The schema file of the ready profiles."""
    return PACKAGE / "profiles.yaml"


def style_sheet() -> Path:
    """The style of the report that tests write."""
    return PACKAGE / "testing" / "page.css"
