"""What somebody changed in a generated file: generate keeps it, and check names it."""

from __future__ import annotations

import pytest

from tests.support.command_line import Shop

SCHEMA = """\
respgen: 1
description: Pages.

responses:
  Page:
    description: A page.
    media_type: text/csv
    headers: {X-Seen: {type: date}}
"""


@pytest.fixture
def pages(shop: Shop) -> Shop:
    """A generated package whose classes are FastAPI's."""
    shop.write("pyproject.toml", "[tool.respgen]\n")
    shop.write("schemas/shop.yaml", SCHEMA)
    assert shop.run("generate").status == 0
    return shop


def test_another_base_class(pages: Shop) -> None:
    """A base class of the author's stays: generate does not take it for what a merge left."""
    pages.edit("generated/shop.py", "from fastapi import", "from myapp.http import")
    edited = (pages.root / "generated/shop.py").read_bytes()
    assert "generated/shop.py: edited by hand (Page)\n" in pages.run("check").out
    assert pages.run("generate").status == 1
    assert (pages.root / "generated/shop.py").read_bytes() == edited


def test_an_export_is_an_edit(pages: Shop) -> None:
    """What is exported of imports is the generator's to say."""
    pages.edit("generated/shop.py", '    "Page",\n', '    "Page",\n    "Response",\n')
    ran = pages.run("check")
    assert "generated/shop.py: edited by hand (imports and exports)\n" in ran.out


def test_an_import_for_type_checkers_alone(pages: Shop) -> None:
    """An import that moved is no matter of layout: the module may not run without it."""
    line = "from fastapi import Response\n"
    pages.edit("generated/shop.py", line, "")
    pages.edit(
        "generated/shop.py", "\nif TYPE_CHECKING:\n", f"\nif TYPE_CHECKING:\n    {line}"
    )
    ran = pages.run("check")
    assert "imports or exports are missing, moved or left over, as after" in ran.out
    assert "formatter" not in ran.out
    assert pages.run("generate").status == 0
    assert pages.run("check").status == 0


def test_an_import_may_be_left_over(pages: Shop) -> None:
    """Of what generated code imports, a merge may leave what nothing uses any more."""
    pages.edit("generated/shop.py", "from typing", "import json\nfrom typing")
    assert "missing, moved or left over, as" in pages.run("check").out
    pages.edit("generated/shop.py", "import json", "import json as typing_json")
    assert "edited by hand (imports and exports)" in pages.run("check").out
