"""CONTRIBUTING.md's recipes are true: each is followed, letter for letter, in a copy of the tree.

A fenced block belongs to the last file that the text before it names. A `diff` changes that file,
`sh` is run, and any other block is a new file or goes to the end of the one that is there.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.test_architecture import ORDER

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
COPIED = ("respgen", "templates", "schemas", "generated", "tests", "pyproject.toml")

pytestmark = pytest.mark.slow


class Step(NamedTuple):
    """A block of a recipe: what it is written in, the file that it is about, and its text."""

    language: str
    file: str
    text: str


def steps(title: str) -> Iterator[Step]:
    """The blocks of the section with this title."""
    section = TEXT.split(f"\n## {title}\n")[1].split("\n## ")[0]
    fence = re.compile(r"^(```|~~~)(\w+)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
    for block in fence.finditer(section):
        named = re.findall(r"`(\w+/[\w/.]+)`", section[: block.start()])
        yield Step(block[2], named[-1], block[3])


def changed(text: str, diff: str) -> str:
    """The text after a diff, whose lines without `+` stand in it once, one below the other."""
    lines = diff.splitlines(keepends=True)
    old = "".join(line[1:] for line in lines if line[0] != "+")
    assert text.count(old) == 1, f"is {text.count(old)} times in the file:\n{old}"
    return text.replace(old, "".join(line[1:] for line in lines if line[0] != "-"))


class Tree:
    """A copy of the project, in which commands use its own modules."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
            copy(ROOT / name, root / name)
        (root / ".venv").symlink_to(sys.prefix)

    def run(self, command: str) -> str:
        """What a command prints; it must end with status 0."""
        environment = {**os.environ, "PYTHONPATH": str(self.root)}
        done = subprocess.run(
            command,
            shell=True,
            cwd=self.root,
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}"
        return done.stdout

    def follow(self, title: str) -> set[str]:
        """Do what a recipe says. The files of respgen/ that it touched."""
        touched = set()
        for step in steps(title):
            if step.language == "sh":
                self.run(step.text)
                continue
            path = self.root / step.file
            path.parent.mkdir(parents=True, exist_ok=True)
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            add = changed if step.language == "diff" else str.__add__
            path.write_text(add(text, step.text), encoding="utf-8")
            touched.add(step.file)
        return {file for file in touched if file.startswith("respgen/")}


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)


def test_the_parts() -> None:
    """The table of parts has them all, in the order in which they may import each other."""
    section = TEXT.split("\n| part | holds |\n|---|---|\n")[1].split("\n\n")[0]
    named = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert named == list(ORDER)


def test_a_rule(tree: Tree) -> None:
    """A row, a page and a check: the rule is explained, its schemas hold, and it can be ignored."""
    assert tree.follow("Adding a rule") == {
        "respgen/rules/r2.py",
        "respgen/rules/pages/R299.md",
        "respgen/checks/messages.py",
    }
    tree.run(".venv/bin/python -m pytest -q tests/test_rules.py -k 'R299 or raised'")
    assert "the status code is reserved" in tree.run(".venv/bin/respgen rule R299")
    seen = tree.root / "tests/cases/rules/R299/expected.txt"
    assert "warning[R299]: 418 is reserved" in seen.read_text(encoding="utf-8")


TAGGED = """\
respgen: 1
cookies:
  red: {tag: red}
  blue: {tag: {argument: true}}
"""


def test_a_cookie_attribute(tree: Tree) -> None:
    """Two modules: sets and deletions say it, callers give it, and what it cannot be is a finding."""
    assert tree.follow("Adding a cookie attribute") == {
        "respgen/core/cookie_attributes.py",
        "respgen/schema/cookie_keys.py",
    }
    schema = tree.root / "scratch/schemas/shop.yaml"
    schema.parent.mkdir(parents=True)
    schema.write_text(TAGGED, encoding="utf-8")
    (tree.root / "scratch/pyproject.toml").write_text("[tool.respgen]\n")
    tree.run(".venv/bin/respgen -C scratch generate")
    shop = (tree.root / "scratch/generated/shop.py").read_text(encoding="utf-8")
    assert shop.count("; Secure; Tag=red") == 2
    assert shop.count("tag: str | None") == shop.count("tag=tag") == 2
    schema.write_text(TAGGED.replace("tag: red", 'tag: "a;b"'), encoding="utf-8")
    found = tree.run(".venv/bin/respgen -C scratch lint || true")
    assert "shop.yaml:3:14: error[R303]: tag: ';' at 2 is not allowed" in found


PROPERTY_LIST = """\
respgen: 1
responses:
  Settings: {render: {plist: {sort_keys: false}}}
  Nothing: {media_type: application/x-plist, content: None}
"""


def test_a_renderer(tree: Tree) -> None:
    """A module and a line in a table: schemas may name it, its options are read and checked."""
    assert tree.follow("Adding a renderer") == {
        "respgen/renderers/plist.py",
        "respgen/renderers/__init__.py",
    }
    (tree.root / "schemas" / "settings.yaml").write_text(PROPERTY_LIST)
    found = tree.run(".venv/bin/respgen lint || true")
    assert "render plist cannot hold None" in found
    good = PROPERTY_LIST.replace("content: None", "content: 'dict[str, str]'")
    (tree.root / "schemas" / "settings.yaml").write_text(good)
    tree.run(".venv/bin/respgen generate")
    tree.run(".venv/bin/mypy --strict generated/settings.py")
    made = tree.run(
        ".venv/bin/python -c 'from generated.settings import Settings, Nothing;"
        " print(Settings({}).media_type, Nothing({}).body)'"
    )
    assert made.startswith("application/x-plist b'<?xml")


GREETINGS = """\
respgen: 1
responses:
  Welcome: {kind: greeting, words: Dear, headers: {X-To: {type: str}}}
  Again: {extends: Welcome, status_code: 203}
  Item: {extends: Again, kind: body, media_type: text/csv}
"""


def test_a_kind(tree: Tree) -> None:
    """A module and a line in a table: the constructor, the base, own keys and what they clash with."""
    assert tree.follow("Adding a kind") == {
        "respgen/kinds/greeting.py",
        "respgen/kinds/__init__.py",
    }
    schema = tree.root / "schemas" / "greetings.yaml"
    schema.write_text(f"{GREETINGS}  Odd: {{words: Hi, media_type: text/csv}}\n")
    found = tree.run(".venv/bin/respgen lint || true")
    assert "'words' does not go with kind: body" in found
    schema.write_text(GREETINGS)
    tree.run(".venv/bin/respgen generate")
    tree.run(".venv/bin/mypy --strict generated/greetings.py")
    made = tree.run(
        ".venv/bin/python -c 'from generated.greetings import *;"
        ' again = Again("Ann"); print(again.status_code, again.body, Item("a").body)\''
    )
    assert made == "203 b'Dear Ann' b'a'\n"


def test_a_target(tree: Tree) -> None:
    """A row, a module and a line: settings and schemas know the word, classes derive from its own."""
    assert tree.follow("Adding a target") == {
        "respgen/vocabulary/targets.py",
        "respgen/emit/targets/starling.py",
        "respgen/emit/targets/__init__.py",
    }
    (tree.root / "starling").mkdir()
    classes = "from starlette.responses import JSONResponse as JSONResponse\n"
    (tree.root / "starling" / "responses.py").write_text(classes)
    schema = "respgen: 1\ntarget: starling\nresponses: {Bird: {render: json}}\n"
    (tree.root / "schemas" / "birds.yaml").write_text(schema)
    tree.run(".venv/bin/respgen generate")
    tree.run("mkdir new && .venv/bin/respgen -C new init --target starling")
    made = tree.run(
        ".venv/bin/python -c 'from generated.birds import Bird; import starling.responses as s;"
        " print(issubclass(Bird, s.JSONResponse), Bird([1]).body)'"
    )
    assert made == "True b'[1]'\n"
