"""A package that was left where `output` pointed before is named, once."""

from __future__ import annotations

import pytest

from respgen.output.stamp import NOTICE
from tests.support.command_line import SCHEMA, Shop

OLDER = "is an older output, which nothing updates"


@pytest.mark.parametrize("output", ["app/generated", "src/shop/web", "other"])
def test_an_output_that_moved(shop: Shop, output: str) -> None:
    """What still imports from it works on, with classes of yesterday."""
    shop.write("pyproject.toml", "[tool.respgen]\n")
    shop.write("schemas/shop.yaml", SCHEMA)
    assert OLDER not in shop.run("generate").out
    shop.write("pyproject.toml", f'[tool.respgen]\noutput = "{output}"\n')
    said = shop.run("generate").out
    assert said.endswith(
        f"generated/ {OLDER}: remove it, and import from the new one\n"
    )
    shop.edit("schemas/shop.yaml", "One item", "An item")
    assert OLDER not in shop.run("generate").out


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("theirs/__init__.py", id="a package of theirs"),
        pytest.param("a/b/c/d/__init__.py", id="too deep"),
        pytest.param(".venv/x/__init__.py", id="hidden"),
        pytest.param("other/generated/__init__.py", id="of another project"),
    ],
)
def test_what_is_none(shop: Shop, name: str) -> None:
    """Other packages are left unnamed."""
    stamp = f"{NOTICE}\n# respgen output 1, head 00000000\n"
    shop.write(name, "" if name.startswith("theirs") else stamp)
    shop.write("other/pyproject.toml", "")
    shop.write("pyproject.toml", "[tool.respgen]\n")
    shop.write("schemas/shop.yaml", SCHEMA)
    done = shop.run("generate")
    assert (done.status, OLDER in done.out) == (0, False)


def test_the_stamp_tells(shop: Shop) -> None:
    """So the folders above are left unnamed for where they are."""
    shop.write("a/b/c/__init__.py", f"{NOTICE}\n# respgen output 1, head 00000000\n")
    shop.write("pyproject.toml", "[tool.respgen]\n")
    shop.write("schemas/shop.yaml", SCHEMA)
    assert f"a/b/c/ {OLDER}" in shop.run("generate").out
