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
from contextlib import suppress
from pathlib import Path
from textwrap import dedent
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
    """The text after a diff; an empty line ends a part of it.

    The lines of a part that have no `+` are once in the text, one below the other.
    """
    for part in diff.split("\n\n"):
        lines = part.strip("\n").split("\n")
        old = "".join(f"{line[1:]}\n" for line in lines if line[0] != "+")
        new = "".join(f"{line[1:]}\n" for line in lines if line[0] != "-")
        assert text.count(old) == 1, f"is {text.count(old)} times in the file:\n{old}"
        text = text.replace(old, new)
    return text


class Tree:
    """A copy of the project, in which commands use its own modules."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in COPIED:
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
            copy(ROOT / name, root / name)
        (root / ".venv").symlink_to(sys.prefix)
        # what mypy found here before, it need not find again: ten seconds become one
        with suppress(OSError):
            shutil.copytree(ROOT / ".mypy_cache", root / ".mypy_cache")

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
        python = " ".join(file for file in touched if file.endswith(".py"))
        self.run(f".venv/bin/ruff check {python} && .venv/bin/black --check {python}")
        return {file for file in touched if file.startswith("respgen/")}

    def check(self, code: str) -> None:
        """Types are right, laws hold, and so does what a rule's page promises."""
        self.run(".venv/bin/mypy respgen")
        self.run(
            ".venv/bin/python -m pytest -q tests/test_architecture.py tests/test_rules.py"
            f" -k 'architecture or table or raised or {code}'"
        )

    def use(self, schema: str, program: str) -> None:
        """What a schema compiles to is typed, and the program that uses it runs."""
        project = self._project(schema)
        (project / "use.py").write_text(dedent(program), encoding="utf-8")
        self.run(".venv/bin/respgen -C project generate")
        self.run(
            "cd project && ../.venv/bin/mypy --cache-dir ../.mypy_cache --strict use.py generated"
        )
        self.run("cd project && ../.venv/bin/python use.py")

    def lint(self, schema: str) -> str:
        """What is found in a schema."""
        self._project(schema)
        return self.run(".venv/bin/respgen -C project lint || true")

    def _project(self, schema: str) -> Path:
        """A project with this one schema."""
        project = self.root / "project"
        (project / "schemas").mkdir(parents=True, exist_ok=True)
        (project / "pyproject.toml").write_text("[tool.respgen]\n", encoding="utf-8")
        (project / "schemas/api.yaml").write_text(dedent(schema), encoding="utf-8")
        return project


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path)


def test_the_parts() -> None:
    """The table of parts has them all, in the order in which they may import each other."""
    section = TEXT.split("\n| part | holds |\n|---|---|\n")[1].split("\n\n")[0]
    named = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert named == list(ORDER)


def test_a_rule(tree: Tree) -> None:
    """A row, a page and a check: the rule is explained, and its schemas hold."""
    assert tree.follow("Adding a rule") == {
        "respgen/rules/r2.py",
        "respgen/rules/pages/R299.md",
        "respgen/checks/messages.py",
    }
    tree.check("R299")
    assert "the status code is reserved" in tree.run(".venv/bin/respgen rule R299")
    seen = tree.root / "tests/cases/rules/R299/expected.txt"
    assert "warning[R299]: 418 is reserved" in seen.read_text(encoding="utf-8")


def test_a_renderer(tree: Tree) -> None:
    """A module and a line in a table: schemas may name it, its options are read, its content checked."""
    assert tree.follow("Adding a renderer") == {
        "respgen/renderers/plist.py",
        "respgen/renderers/__init__.py",
    }
    tree.check("R012")
    tree.use(
        """
        respgen: 1
        responses:
          Named: {render: plist}
          Implied: {media_type: application/x-plist, content: "list[int]"}
          Mapping: {render: {plist: {sort_keys: false}}}
        """,
        """
        import plistlib
        from generated.api import Implied, Mapping, Named

        assert plistlib.loads(Named({"a": "b"}).body) == {"a": "b"}
        assert Named({}).headers["content-type"] == "application/x-plist"
        assert plistlib.loads(Implied([1, 2]).body) == [1, 2]
        assert list(plistlib.loads(Mapping({"b": 1, "a": 2}).body)) == ["b", "a"]
        """,
    )
    found = tree.lint("respgen: 1\nresponses: {A: {render: plist, content: None}}\n")
    assert "error[R236]: render plist cannot hold None" in found


def test_a_cookie_attribute(tree: Tree) -> None:
    """Two modules: sets and deletions say it, callers give it, and what it cannot be is a finding."""
    assert tree.follow("Adding a cookie attribute") == {
        "respgen/core/cookie_attributes.py",
        "respgen/schema/cookie_keys.py",
    }
    tree.check("R303")
    tree.use(
        """
        respgen: 1
        cookies:
          red: {tag: red}
          blue: {tag: {argument: true}}
        responses:
          Item: {status_code: 204, cookies: [red, blue]}
        """,
        """
        from generated.api import Item

        # of one scope a response sends one
        setting, deleting = Item(), Item()
        setting.set_red_cookie("1")
        deleting.delete_red_cookie()
        setting.set_blue_cookie("1", tag="blue")
        deleting.delete_blue_cookie(tag="blue")
        for item in (setting, deleting):
            lines = item.headers.getlist("set-cookie")
            assert [line.rpartition("; ")[2] for line in lines] == ["Tag=red", "Tag=blue"]
        """,
    )
    wrong = tree.lint('respgen: 1\ncookies: {red: {tag: "a;b"}}\n')
    assert "api.yaml:2:22: error[R303]: tag: ';' at 2 is not allowed" in wrong


def test_a_header_type(tree: Tree) -> None:
    """Two modules, two lines in a table, a rule's row and page: constants and arguments work."""
    assert tree.follow("Adding a header type") == {
        "respgen/core/priority.py",
        "respgen/fields/priority.py",
        "respgen/fields/registered.py",
        "respgen/fields/__init__.py",
        "respgen/rules/r5.py",
        "respgen/rules/pages/R599.md",
    }
    tree.check("R599")
    tree.use(
        """
        respgen: 1
        responses:
          Constant: {status_code: 204, headers: {Priority: {urgency: 1, incremental: true}}}
          Argument: {status_code: 204, headers: {Priority: {type: priority, required: true}}}
          List: {status_code: 204, headers: {X-Several: {type: "list[priority]"}}}
        """,
        """
        from generated.api import Argument, Constant, List
        from generated.api import ResponsePriority

        assert Constant().headers["priority"] == "u=1, i"
        assert Argument(priority=ResponsePriority(2)).headers["priority"] == "u=2"
        assert List(x_several=[ResponsePriority(), ResponsePriority(7)]).headers["x-several"] == "u=3, u=7"
        try:
            Argument(priority=ResponsePriority(8))
        except ValueError as error:
            assert str(error).startswith("priority: urgency is from 0 to 7")
        else:
            raise AssertionError
        """,
    )


def test_a_kind(tree: Tree) -> None:
    """A module and a line in a table: the constructor, the base, own keys and what they clash with."""
    assert tree.follow("Adding a kind") == {
        "respgen/kinds/greeting.py",
        "respgen/kinds/__init__.py",
    }
    tree.check("R012")
    tree.use(
        """
        respgen: 1
        responses:
          Welcome: {kind: greeting, words: Dear, headers: {X-To: {type: str}}}
          Again: {extends: Welcome, status_code: 203}
          Item: {extends: Again, kind: body, media_type: text/csv}
        """,
        """
        from generated.api import Again, Item

        again = Again("Ann")
        assert (again.status_code, again.body) == (203, b"Dear Ann")
        assert Item("a").body == b"a"
        """,
    )
    found = tree.lint("respgen: 1\nresponses: {A: {words: Hi, media_type: text/csv}}\n")
    assert "'words' cannot be used with kind: body" in found


def test_a_target(tree: Tree) -> None:
    """A row, a module and a line: settings and schemas know the word, classes derive from its own."""
    assert tree.follow("Adding a target") == {
        "respgen/vocabulary/targets.py",
        "respgen/emit/targets/starling.py",
        "respgen/emit/targets/__init__.py",
    }
    (tree.root / "starling").mkdir()
    classes = "".join(
        f"from starlette.responses import {name} as {name}\n"
        for name in ("JSONResponse", "Response")
    )
    (tree.root / "starling/responses.py").write_text(classes, encoding="utf-8")
    (tree.root / "starling/py.typed").touch()
    tree.check("R010")
    tree.use(
        """
        respgen: 1
        target: starling
        responses: {Bird: {render: json}}
        """,
        """
        from generated.api import Bird
        from starling.responses import JSONResponse

        assert isinstance(Bird([1]), JSONResponse)
        assert Bird([1]).body == b"[1]"
        """,
    )
    tree.run("mkdir new && .venv/bin/respgen -C new init --target starling")
