"""The compiler as one function: a project in, files or problems out, and nothing written."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from respgen import Problems, build, find
from respgen.load import Unreadable
from respgen.pipeline import Build

GOOD = "respgen: 1\nresponses: {Item: {}}\n"
WARNED = "respgen: 1\nresponses: {Item: {headers: {X-A: é}}}\n"
WRONG = "respgen: 1\nresponses: {item-: {}}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "pyproject.toml").write_text("[tool.respgen]\n")
    return tmp_path


def built(root: Path, settings: str = "", **schemas: str) -> Build:
    """What the schemas, by their names, compile to."""
    (root / "pyproject.toml").write_text(f"[tool.respgen]\n{settings}\n")
    for name, text in schemas.items():
        (root / "schemas" / f"{name}.yaml").write_text(text, encoding="utf-8")
    project = find(root, Problems())
    assert project is not None
    return build(project)


def codes(made: Build) -> list[str]:
    return [found.code for found in made.problems]


def test_files(root: Path) -> None:
    """Every schema is a module; nothing is written."""
    made = built(root, shop=GOOD, cart=GOOD)
    paths = [file.path for file in made.files]
    carried = ["_framework.py", "_later.py", "_openapi.py", "_support.py"]
    modules = ["__init__.py", *carried, "cart.py", "openapi.py"]
    assert paths == [*modules, "py.typed", "shop.py"]
    assert [spec.name for spec in made.specs] == ["cart", "shop"]
    assert not (root / "generated").exists()


def test_errors_leave_no_files(root: Path) -> None:
    """One mistake in one schema is enough, and the mistakes of all are found."""
    made = built(root, shop=GOOD, cart=WRONG, list="respgen: [")
    assert (made.files, made.specs) == ((), ())
    assert sorted(codes(made)) == ["R001", "R101"]
    assert set(made.lines) == {
        "schemas/cart.yaml",
        "schemas/list.yaml",
        "schemas/shop.yaml",
    }


@pytest.mark.parametrize(
    ("settings", "schema", "expected"),
    [
        pytest.param("", WARNED, ["R205"], id="told"),
        pytest.param('ignore = ["R205"]', WARNED, [], id="ignored"),
        pytest.param('ignore = ["R2"]', WARNED, [], id="family ignored"),
        pytest.param('select = ["R3"]', WARNED, [], id="not selected"),
        pytest.param(
            "", WARNED[:-1] + " # respgen: ignore[R205]\n", [], id="ignored on its line"
        ),
        pytest.param(
            "",
            WARNED[:-1] + " # respgen: ignore[R3,]\n",
            ["R205", "R015"],
            id="an empty code",
        ),
        pytest.param('ignore = ["R1"]', WRONG, ["R101"], id="cannot be ignored"),
    ],
)
def test_selection(root: Path, settings: str, schema: str, expected: list[str]) -> None:
    """What is reported follows `select`, `ignore` and comments, where a rule allows it."""
    made = built(root, settings, shop=schema)
    assert codes(made) == expected
    assert bool(made.files) is (expected != ["R101"])


def test_unreadable(root: Path) -> None:
    """A schema that cannot be read raises: there is nothing to point at."""
    (root / "schemas" / "gone.yaml").symlink_to("nowhere")
    with pytest.raises(Unreadable, match=r"schemas/gone\.yaml"):
        built(root)


def test_long_chains_of_parents(root: Path) -> None:
    """A class may have more ancestors than Python nests calls."""
    names = [f"C{number}" for number in range(1200)]
    rows = [f"  {below}: {{extends: {above}}}" for above, below in pairwise(names)]
    shop = "\n".join(["respgen: 1", "responses:", *reversed(rows), "  C0: {}"])
    files = {file.path: file.text for file in built(root, shop=shop).files}
    assert files["shop.py"].count("\nclass C") == 1200
