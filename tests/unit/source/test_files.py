"""Which files are somebody's Python: git's ignores, settings, tests, and what is always left out."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from respgen.diagnostics import Problems
from respgen.project import read
from respgen.source import listing
from respgen.source.files import Sources, sources
from respgen.source.globs import matches
from tests.support.projects import run, write

Found = Callable[..., dict[str, str]]
TREE = {
    "a.py": "",
    "shop/b.py": "",
    "shop/readme.txt": "",
    "tests/c.py": "",
    "shop/test_d.py": "",
    "node_modules/x/e.py": "",
    "shop/build/f.py": "",
    "dist/g.py": "",
    "generated/h.py": "",
    "env/pyvenv.cfg": "",
    "env/lib/i.py": "",
    "conda/conda-meta/history": "",
    "conda/j.py": "",
    "env2/lib/python3.11/site-packages/k.py": "",
    "shop/__pycache__/l.py": "",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path.resolve()


def found(root: Path, *paths: str, only: tuple[str, ...] = ()) -> Sources:
    problems = Problems()
    project = read(root, problems, compiled=False)
    assert project is not None, list(problems)
    assert not len(problems)
    return sources(project, [root / p for p in paths], [root / p for p in only])


def names(root: Path, *paths: str) -> list[str]:
    return [each.name for each in found(root, *paths).files]


def git(root: Path, *words: str) -> None:
    run(root, "git", *words)


def test_without_git(root: Path) -> None:
    """The folder is walked; what is nobody's source is left out."""
    write(root, TREE)
    assert names(root) == ["a.py", "shop/b.py", "shop/test_d.py", "tests/c.py"]


def test_with_git(root: Path) -> None:
    """The same is left out, and what git ignores; a new file that it does not is there."""
    write(root, TREE | {".gitignore": "ignored/\n*_pb2.py\n!keep_pb2.py\n"})
    write(root, {"ignored/x.py": "", "shop/y_pb2.py": "", "shop/keep_pb2.py": ""})
    git(root, "init", "-q")
    git(root, "add", "a.py")
    expected = ["a.py", "shop/b.py", "shop/keep_pb2.py", "shop/test_d.py", "tests/c.py"]
    assert names(root) == expected
    assert names(root, "shop") == [n for n in expected if n.startswith("shop")]


def test_what_is_deleted_is_gone(root: Path) -> None:
    """The index may name files that nobody has any more."""
    write(root, {"a.py": "", "b.py": ""})
    git(root, "init", "-q")
    git(root, "add", ".")
    (root / "a.py").unlink()
    assert names(root) == ["b.py"]


def test_what_is_ignored_and_named(root: Path) -> None:
    """Somebody who names an ignored folder, or an excluded file, means it."""
    settings = '[tool.respgen.source]\nexclude = ["old/**"]\n'
    write(root, {".gitignore": "ignored/\n", "pyproject.toml": settings})
    write(root, {"ignored/a.py": "", "old/b.py": "", "c.py": ""})
    git(root, "init", "-q")
    assert names(root) == ["c.py"]
    assert names(root, "ignored", "old/b.py") == ["ignored/a.py", "old/b.py"]
    assert names(root, "old") == []


def test_a_repository_within(root: Path) -> None:
    """One that is no submodule, or is one: git lists neither's files with ours."""
    write(root, {"a.py": "", "inner/b.py": "", "inner/.gitignore": "c.py\n"})
    write(root, {"inner/c.py": "", "sub/d.py": ""})
    for folder in (root, root / "inner", root / "sub"):
        git(folder, "init", "-q")
    git(root / "sub", "add", ".")
    git(root / "sub", "commit", "-qm", "one")
    git(root, "add", "sub")
    assert names(root) == ["a.py", "inner/b.py", "sub/d.py"]


def test_inside_a_hook(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git tells hooks where their repository is, which says nothing of this folder."""
    write(root, {"a.py": "", "x.py": "", ".gitignore": "x.py\n"})
    git(root, "init", "-q")
    monkeypatch.setenv("GIT_DIR", str(root / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(root / "nowhere"))
    assert names(root) == ["a.py"]


def test_no_program_of_a_checkout_is_run(root: Path) -> None:
    """Its configuration may name one that watches files."""
    write(root, {"a.py": "", "hook.sh": "#!/bin/sh\ntouch ran\n"})
    (root / "hook.sh").chmod(0o755)
    git(root, "init", "-q")
    git(root, "config", "core.fsmonitor", str(root / "hook.sh"))
    assert names(root) == ["a.py"]
    assert not (root / "ran").exists()


@pytest.mark.parametrize(
    "failure", [FileNotFoundError("git"), subprocess.TimeoutExpired("git", 1)]
)
def test_where_git_fails(
    root: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    """Without it, or where it does not end, the folder is walked."""

    def fails(*_: object, **__: object) -> None:
        raise failure

    write(root, {"a.py": "", "x.py": "", ".gitignore": "x.py\n"})
    git(root, "init", "-q")
    monkeypatch.setattr(listing.subprocess, "run", fails)
    assert names(root) == ["a.py", "x.py"]


@pytest.mark.parametrize("tracked", [False, True])
def test_links(root: Path, tracked: bool) -> None:
    """Circles end; a file that is there twice is read once; one from elsewhere is read."""
    outside = root.with_name(f"{root.name}-outside")
    write(outside, {"far.py": ""})
    write(root, {"shop/a.py": ""})
    (root / "shop/circle").symlink_to(root)
    (root / "b.py").symlink_to("shop/a.py")
    (root / "far.py").symlink_to(outside / "far.py")
    if tracked:
        git(root, "init", "-q")
    assert names(root) == ["far.py", "shop/a.py"]
    (root / "way").symlink_to("shop")
    assert names(root, "way") == ["shop/a.py"]
    assert names(root, "b.py") == ["b.py"]


def test_odd_names(root: Path) -> None:
    """Line feeds, quotes and bytes that are no UTF-8 are in names, too."""
    odd = ["a\nb.py", 'c"d.py', "é.py", os.fsdecode(b"\xff.py"), " e.py"]
    write(root, dict.fromkeys(odd, ""))
    assert names(root) == sorted(odd)
    git(root, "init", "-q")
    assert names(root) == sorted(odd)


@pytest.mark.parametrize(
    ("name", "judged"),
    [
        ("shop/auth.py", True),
        ("shop/testing.py", True),
        ("shop/contest.py", True),
        ("latest/auth.py", True),
        ("test_auth.py", False),
        ("shop/auth_test.py", False),
        ("shop/conftest.py", False),
        ("tests/factories/users.py", False),
        ("shop/test/users.py", False),
    ],
)
def test_tests_are_read_and_not_judged(root: Path, name: str, judged: bool) -> None:
    write(root, {name: ""})
    (only,) = found(root).files
    assert only.judged == judged
    write(root, {"pyproject.toml": "[tool.respgen.source]\njudge_tests = true\n"})
    (only,) = found(root).files
    assert only.judged


def test_a_project_below_a_folder_of_tests(root: Path) -> None:
    """Only what is inside of the project says that something is a test."""
    project = root / "tests" / "project"
    write(project, {"a.py": ""})
    (only,) = found(project).files
    assert only.judged


def test_the_files_to_report(root: Path) -> None:
    """All are read, and the links of the command line are followed."""
    write(root, {"a.py": "", "b.py": ""})
    (root / "c.py").symlink_to("b.py")
    assert [each.reported for each in found(root).files] == [True, True]
    reported = {e.name: e.reported for e in found(root, only=("c.py",)).files}
    assert reported == {"a.py": False, "b.py": True}


def test_include(root: Path) -> None:
    """The paths of the settings take the place of the folder, those of the command line theirs."""
    settings = '[tool.respgen.source]\ninclude = ["shop", "tools/x.py"]\n'
    write(root, {"pyproject.toml": settings, "a.py": "", "shop/b.py": ""})
    write(root, {"tools/x.py": "", "tools/y.py": ""})
    assert names(root) == ["shop/b.py", "tools/x.py"]
    assert found(root).whole
    assert names(root, "a.py") == ["a.py"]
    assert not found(root, "a.py").whole


@pytest.mark.parametrize(
    ("pattern", "matching", "others"),
    [
        ("migrations/**", ["migrations/1.py", "migrations/a/b.py"], ["shop/migrations/1.py", "migrations.py"]),
        ("migrations", ["migrations/1.py", "shop/migrations/1.py"], ["shop/migrations.py", "my_migrations/1.py"]),
        ("migrations/", ["shop/migrations/1.py"], ["migrations.py"]),
        ("/migrations", ["migrations/1.py"], ["shop/migrations/1.py"]),
        ("shop/old", ["shop/old/a.py"], ["old/a.py", "shop/older/a.py"]),
        ("*_pb2.py", ["a_pb2.py", "x/y/a_pb2.py"], ["a_pb2.pyi", "pb2.py"]),
        ("**/old/**", ["old/a.py", "x/y/old/z/a.py"], ["older/a.py"]),
        ("shop/**/x.py", ["shop/x.py", "shop/a/b/x.py"], ["x.py", "ashop/x.py"]),
        ("shop/*.py", ["shop/a.py"], ["shop/a/b.py"]),
        ("a?.py", ["ab.py", "x/ac.py"], ["a.py", "a/.py"]),
        ("[ab].py", ["a.py", "b.py"], ["c.py"]),
        ("[!ab].py", ["c.py"], ["a.py", "x/a.py"]),
        ("./a.py", ["a.py"], ["x/a.py"]),
        ("a.+(b", ["a.+(b"], ["aab"]),
        ("[z-a].py", ["[z-a].py"], ["z.py"]),
        ("[", ["["], ["a"]),
        ("é*.py", ["éa.py"], ["e.py"]),
    ],
)  # fmt: skip
def test_patterns(pattern: str, matching: list[str], others: list[str]) -> None:
    """As .gitignore has them."""
    assert [name for name in matching if not matches(name, [pattern])] == []
    assert [name for name in others if matches(name, [pattern])] == []
