"""ruff finds no import out of place, whatever modules and names are called."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

from respgen.emit.names import Names
from respgen.project import Project
from respgen.source.modules import Modules
from respgen.specs.types import ImportPath
from tests.support.building import import_text

WORDS = ("web", "Web", "WEB", "web2", "web10", "web_2", "_web", "w", "W", "web02")
MODULES = (
    *WORDS,
    *(f"shop.{word}" for word in WORDS),
    *("json", "collections.abc", "typing", "fastapi", "fastapi.responses", "Shop2"),
    *(
        "._support",
        ".common",
        ".common2",
        ".common10",
        ".Common",
        "shop10.a",
        "shop9.a",
    ),
)


def _text(seed: int, modules: Modules) -> str:
    """A module that imports much, in an order that says nothing."""
    chance = random.Random(seed)
    names = Names({"W", "web"}, modules.owns)
    used: list[str] = []
    for _ in range(80):
        module, word = chance.choice(MODULES), chance.choice(WORDS)
        if chance.random() < 0.1 and not module.startswith("."):
            used.append(names.deferred(ImportPath(module, word)).text)
        else:
            get = chance.choice((names.imported, names.annotated))
            used.append(get(module, word).text)
    return f"{import_text(names)}\n\n" + "".join(f"print({each})\n" for each in used)


def test_ruff_sorts_nothing(tmp_path: Path) -> None:
    """In a project whose own modules are found on the disk, and with its default settings."""
    for name in ("shop", "shop10", "src/Shop2"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "a.py").write_text("")
        (tmp_path / name / "web.py").write_text("")
    modules = Modules(Project(tmp_path, (), tmp_path / "generated"))
    (tmp_path / "generated").mkdir()
    for seed in range(40):
        file = tmp_path / "generated" / f"a{seed}.py"
        file.write_text(_text(seed, modules), encoding="utf-8")
    command = ["ruff", "check", "--isolated", "--no-cache", "--select", "I,F401"]
    run = subprocess.run(
        [sys.executable, "-m", *command, "--target-version", "py311"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[:3000]
