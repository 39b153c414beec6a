"""What git makes of a patch is what respgen makes of the file, whatever its bytes are."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from respgen.rewrite.edits import Source
from respgen.rewrite.patch import base, diff
from respgen.rewrite.rewriting import rewritten
from tests.support.rewriting import replace

PLAIN = "import a\n\n\ndef f():\n    # é\n    return old(1)\n\n\nx = 'é'\n"
FILES = {
    "plain": PLAIN.encode(),
    "CRLF": PLAIN.replace("\n", "\r\n").encode(),
    "CR": PLAIN.replace("\n", "\r").encode(),
    "mixed line ends": PLAIN.replace("\n", "\r\n", 4).encode(),
    "no line end at the end": PLAIN.rstrip("\n").encode(),
    "a change in a last line without an end": b"import a\nold(1)",
    "BOM": b"\xef\xbb\xbf" + PLAIN.encode(),
    "latin-1": b"# coding: latin-1\n" + PLAIN.encode("latin-1"),
    "shift-jis": b"# coding: shift-jis\n" + PLAIN.replace("é", "ソ").encode("shift-jis"),
    "form feeds": PLAIN.replace("\n\n\n", "\n\f\n\n").encode(),
    "other separators": PLAIN.replace("é", "\u2028\x0b\x1c").encode(),
}  # fmt: skip
NAMES = ("shop/auth.py", "a b.py", 'a"b.py', "é.py", "a\\b.py", "a\tb.py")


def git(folder: Path, *words: str, patch: bytes = b"") -> None:
    command = ["git", "-c", "core.autocrlf=false", *words]
    subprocess.run(command, cwd=folder, input=patch, check=True, capture_output=True)


PATCHES = {name: (name, FILES["plain"]) for name in NAMES}
PATCHES |= {kind: (NAMES[0], data) for kind, data in FILES.items()}


@pytest.mark.parametrize(("name", "data"), PATCHES.values(), ids=PATCHES)
def test_git_applies(tmp_path: Path, name: str, data: bytes) -> None:
    """`git apply` takes it, and gives the same bytes."""
    edit = replace(data, "old(1)", "<shop:New>(«1»)")
    done = rewritten(Source(name, data), [edit])
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    git(tmp_path, "init", "-q")
    git(tmp_path, "apply", "-", patch=diff(name, done.old, done.new))
    assert path.read_bytes() == done.new != data
    assert b"New(1)" in done.new


def test_nothing_differs() -> None:
    """A file that stays has no patch."""
    assert diff("a.py", b"x\n", b"x\n") == b""


def test_names_start_at_the_work_tree(tmp_path: Path) -> None:
    """That is where git applies a patch; without one, it is the project."""
    inner = tmp_path / "projects" / "shop"
    inner.mkdir(parents=True)
    assert base(inner) == inner
    git(tmp_path, "init", "-q")
    assert base(inner) == tmp_path
