"""People's own files are rewritten all together, and never over an edit of theirs."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from respgen.output import Obstacle
from respgen.output.rewrite import Rewrite, rewrite


def wanted(path: Path, new: bytes = b"new") -> Rewrite:
    """`path`, whatever it is by then, has `old` in it now."""
    path.write_bytes(b"old")
    return Rewrite(path.name, path, b"old", new)


def edited(path: Path) -> None:
    path.write_bytes(b"mine")


def gone(path: Path) -> None:
    path.unlink()


def linked(path: Path) -> None:
    path.rename(path.with_suffix(".other"))
    path.symlink_to(path.with_suffix(".other"))


def read_only(path: Path) -> None:
    path.chmod(0o444)


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def test_all(tmp_path: Path) -> None:
    """Every file has its new bytes and its old mode; what a crash left is swept away."""
    (tmp_path / ".respgen-0123456789abcdef.tmp").write_bytes(b"half")
    files = [wanted(tmp_path / "a.yaml"), wanted(tmp_path / "b.yaml", b"other")]
    (tmp_path / "a.yaml").chmod(0o600)
    rewrite(files)
    tree = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert tree == {"a.yaml": b"new", "b.yaml": b"other"}
    assert (tmp_path / "a.yaml").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param(
            edited, "b.yaml has changed in the meantime: run again", id="edited"
        ),
        pytest.param(gone, "No such file", id="gone"),
        pytest.param(linked, "b.yaml is a link", id="a link"),
        pytest.param(read_only, "b.yaml is read-only", id="read-only"),
        pytest.param(a_pipe, "b.yaml is not a regular file", id="a pipe"),
    ],
)
def test_none(tmp_path: Path, change: Callable[[Path], None], reason: str) -> None:
    """Where one cannot be, none is, and nothing is left behind."""
    files = [wanted(tmp_path / "a.yaml"), wanted(tmp_path / "b.yaml")]
    change(tmp_path / "b.yaml")
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(Obstacle, match=reason):
        rewrite(files)
    assert (tmp_path / "a.yaml").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a new text does not fit on the disk, every file is the old one."""
    files = [wanted(tmp_path / "a.yaml"), wanted(tmp_path / "b.yaml")]
    calls = iter([None, OSError(28, "No space left on device")])

    def fsync(_: int) -> None:
        if error := next(calls):
            raise error

    monkeypatch.setattr(os, "fsync", fsync)
    with pytest.raises(Obstacle, match="No space left"):
        rewrite(files)
    tree = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert tree == {"a.yaml": b"old", "b.yaml": b"old"}
