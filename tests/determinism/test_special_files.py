"""Whatever stands where a file should: a message, never a wait and never a traceback."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.command_line import SCHEMA, Shop


def pipe(path: Path) -> None:
    os.mkfifo(path)


def endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def dangling(path: Path) -> None:
    path.symlink_to("none")


def loop(path: Path) -> None:
    path.symlink_to(path.name)


def listening(path: Path) -> None:
    """A socket; its name may be too long for one made at the full path."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def unreadable(path: Path) -> None:
    """As root reads everything, a file that the system cannot read either way."""
    if os.geteuid() == 0:
        path.symlink_to("/proc/self/mem")
    else:
        path.write_text(SCHEMA)
        path.chmod(0)


ODD = pytest.mark.parametrize(
    "make", [pipe, endless, dangling, loop, listening, unreadable]
)
COMMANDS = pytest.mark.parametrize("command", ["generate", "check", "show Item"])


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shop:
    made = Shop(tmp_path.resolve(), capsys)
    made.write("pyproject.toml", '[tool.respgen]\ntarget = "core"\n')
    made.write("schemas/shop.yaml", SCHEMA)
    return made


@COMMANDS
@ODD
def test_in_the_folder(shop: Shop, make: Callable[[Path], None], command: str) -> None:
    """In the folder of schemas it is named, and nothing is written."""
    make(shop.root / "schemas" / "odd.yaml")
    ran = shop.run(*command.split())
    assert ran.status == 2
    assert ran.err.startswith("error: ")
    assert ran.err.count("\n") == 1
    assert "schemas/odd.yaml" in ran.err
    assert not (shop.root / "generated").exists()


@ODD
def test_listed(shop: Shop, make: Callable[[Path], None]) -> None:
    """And so it is where the settings list it."""
    make(shop.root / "odd.json")
    settings = '[tool.respgen]\nschemas = ["schemas", "odd.json"]\n'
    shop.write("pyproject.toml", settings)
    ran = shop.run("check")
    assert (ran.status, "odd.json" in ran.err) == (2, True)


@pytest.mark.parametrize("make", [pipe, endless, unreadable])
def test_settings(shop: Shop, make: Callable[[Path], None]) -> None:
    """A pyproject.toml that is none is named."""
    (shop.root / "pyproject.toml").unlink()
    make(shop.root / "pyproject.toml")
    ran = shop.run("check")
    assert (ran.status, "pyproject.toml" in ran.err) == (2, True)


@pytest.mark.parametrize("make", [pipe, endless, dangling, unreadable])
@pytest.mark.parametrize("command", ["generate", "check"])
def test_templates(shop: Shop, make: Callable[[Path], None], command: str) -> None:
    """A template of the project's is a file as well."""
    (shop.root / "templates").mkdir()
    make(shop.root / "templates" / "render.py.jinja")
    shop.write(
        "pyproject.toml", '[tool.respgen]\ntarget = "core"\ntemplates = "templates"\n'
    )
    ran = shop.run(*command.split())
    assert (ran.status, "render.py.jinja" in ran.err) == (2, True)


@pytest.mark.parametrize("make", [pipe, endless, dangling, listening, unreadable])
def test_the_memory_of_the_last_run(shop: Shop, make: Callable[[Path], None]) -> None:
    """In the cache it costs time, and is replaced."""
    assert shop.run("generate").status == 0
    last = shop.root / ".respgen_cache" / "last"
    last.unlink()
    make(last)
    assert shop.run("check").out == "5 files up to date\n"
    assert last.is_file()
    assert not last.is_symlink()


def test_folders_are_not_read(shop: Shop) -> None:
    """A folder is none of the schemas, whatever its name."""
    (shop.root / "schemas" / "cart.yaml").mkdir()
    assert shop.run("generate").status == 0
    assert sorted(shop.tree()) == [
        "__init__.py",
        "_later.py",
        "_support.py",
        "py.typed",
        "shop.py",
    ]


def test_a_link_to_a_schema_is_one(shop: Shop) -> None:
    """A link to a file is that file, under the link's name."""
    shop.write("elsewhere/x.yaml", SCHEMA)
    (shop.root / "schemas" / "cart.yaml").symlink_to("../elsewhere/x.yaml")
    assert shop.run("generate").status == 0
    assert "cart.py" in shop.tree()
