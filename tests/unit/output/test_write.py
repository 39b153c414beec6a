"""Writing is all or nothing, keeps what is not ours, and survives a crash at any step."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from respgen.emit.files import GeneratedFile
from respgen.output import FileChange, Obstacle, compare, present, replace, write
from respgen.output.marks import Marks
from respgen.output.stamp import stamped

OLD = "class Item:\n    status_code = 200\n"
NEW = "class Item:\n    status_code = 201\n"
SHOP = GeneratedFile("shop.py", NEW)
FORCE = pytest.mark.parametrize("force", [False, True], ids=["plain", "forced"])
STEPS = ("open", "write", "fsync", "chmod", "replace", "unlink", "makedirs", "listdir")


def generate(folder: Path, *files: GeneratedFile, force: bool = False) -> list[str]:
    """Write `files`, and return the paths that were refused."""
    changes = compare(files, present(folder))
    return [change.path for change in write(folder, changes, force=force)]


def tree(folder: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def test_first_run(tmp_path: Path) -> None:
    """The folder and its parents are made, with everything in it."""
    folder = tmp_path / "src" / "generated"
    assert generate(folder, SHOP, GeneratedFile("__init__.py", '"""Doc."""\n')) == []
    assert tree(folder) == {
        "__init__.py": stamped('"""Doc."""\n', Marks()),
        "py.typed": b"",
        "shop.py": stamped(NEW, Marks()),
    }


def test_unchanged_keeps_mtime(tmp_path: Path) -> None:
    """A file that is up to date is not written again."""
    generate(tmp_path, SHOP)
    os.utime(tmp_path / "shop.py", (1, 1))
    generate(tmp_path, SHOP, GeneratedFile("cart.py", NEW))
    assert (tmp_path / "shop.py").stat().st_mtime == 1


def test_foreign_files_stay(tmp_path: Path) -> None:
    """What is not ours and not in the way is not touched, whatever it is."""
    theirs = {
        "__init__.py": b"x = 1\n",
        "py.typed": b"partial\n",
        "hand.py": b"",
        "a.txt": b"a",
    }
    for name, data in theirs.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "shop.py").write_bytes(stamped(OLD, Marks()))
    (tmp_path / "link.py").symlink_to(tmp_path / "sub" / "shop.py")
    assert generate(tmp_path, SHOP, GeneratedFile("__init__.py", ""), force=True) == []
    assert tree(tmp_path) == {
        **theirs,
        "shop.py": stamped(NEW, Marks()),
        "link.py": stamped(OLD, Marks()),
    }
    assert (tmp_path / "sub" / "shop.py").read_bytes() == stamped(OLD, Marks())


@FORCE
def test_foreign_module_is_refused(tmp_path: Path, force: bool) -> None:
    """A foreign file where a module must go is refused, forced or not, and nothing is written."""
    (tmp_path / "shop.py").write_bytes(b"x = 1\n")
    assert generate(tmp_path, SHOP, GeneratedFile("cart.py", NEW), force=force) == [
        "shop.py"
    ]
    assert tree(tmp_path) == {"shop.py": b"x = 1\n"}


def test_edited_is_refused(tmp_path: Path) -> None:
    """An edited file is refused, all refusals are told at once, and nothing at all is written."""
    edited = {
        "shop.py": stamped(OLD, Marks()) + b"#\n",
        "cart.py": stamped(NEW, Marks()) + b"#\n",
    }
    orphan = {"gone.py": stamped(OLD, Marks())}
    for name, data in (edited | orphan).items():
        (tmp_path / name).write_bytes(data)
    files = [SHOP, GeneratedFile("cart.py", NEW), GeneratedFile("new.py", NEW)]
    assert generate(tmp_path, *files) == ["cart.py", "shop.py"]
    assert tree(tmp_path) == edited | orphan


def test_force_overwrites_an_edit(tmp_path: Path) -> None:
    """`force` gives up what was edited by hand."""
    (tmp_path / "shop.py").write_bytes(stamped(OLD, Marks()) + b"#\n")
    assert generate(tmp_path, SHOP, force=True) == []
    assert (tmp_path / "shop.py").read_bytes() == stamped(NEW, Marks())


@FORCE
def test_orphans(tmp_path: Path, force: bool) -> None:
    """An orphan of ours is removed; one that was edited is kept even when forced."""
    edited = stamped(OLD, Marks()) + b"#\n"
    (tmp_path / "gone.py").write_bytes(stamped(OLD, Marks()))
    (tmp_path / "kept.py").write_bytes(edited)
    assert generate(tmp_path, SHOP, force=force) == []
    assert tree(tmp_path) == {
        "kept.py": edited,
        "shop.py": stamped(NEW, Marks()),
        "py.typed": b"",
    }


@pytest.mark.parametrize("make", [Path.mkdir, lambda p: p.symlink_to("/etc/hostname")])
def test_blocked_is_refused(tmp_path: Path, make: Callable[[Path], None]) -> None:
    """A folder or link where a module must go is refused: a link is neither followed nor replaced."""
    make(tmp_path / "shop.py")
    assert generate(tmp_path, SHOP, force=True) == ["shop.py"]
    assert [p.name for p in tmp_path.iterdir()] == ["shop.py"]


def test_linked_folder_is_followed(tmp_path: Path) -> None:
    """The output folder itself may be a link to a folder."""
    (tmp_path / "real").mkdir()
    (tmp_path / "generated").symlink_to(tmp_path / "real")
    generate(tmp_path / "generated", SHOP)
    assert (tmp_path / "real" / "shop.py").read_bytes() == stamped(NEW, Marks())


def test_permissions(tmp_path: Path) -> None:
    """A replaced file keeps its permissions; a new one has those that the umask leaves."""
    umask = os.umask(0o027)
    try:
        (tmp_path / "shop.py").write_bytes(stamped(OLD, Marks()))
        (tmp_path / "shop.py").chmod(0o755)
        generate(tmp_path, SHOP, GeneratedFile("cart.py", NEW))
    finally:
        os.umask(umask)
    modes = {
        name: stat.S_IMODE((tmp_path / name).stat().st_mode)
        for name in ("shop.py", "cart.py")
    }
    assert modes == {"shop.py": 0o755, "cart.py": 0o640}


def test_crlf_is_rewritten_only_with_a_change(tmp_path: Path) -> None:
    """A CRLF checkout that is up to date stays byte for byte."""
    crlf = stamped(NEW, Marks()).replace(b"\n", b"\r\n")
    (tmp_path / "shop.py").write_bytes(crlf)
    generate(tmp_path, SHOP)
    assert (tmp_path / "shop.py").read_bytes() == crlf


@pytest.mark.parametrize(
    "race",
    [
        pytest.param(lambda p: (p / "shop.py").write_bytes(b"edit"), id="edited"),
        pytest.param(lambda p: (p / "shop.py").unlink(), id="removed"),
        pytest.param(lambda p: (p / "cart.py").write_bytes(b"mine"), id="appeared"),
        pytest.param(
            lambda p: (p / "cart.py").symlink_to("x"), id="appeared as a link"
        ),
        pytest.param(
            lambda p: (p / "gone.py").write_bytes(b"mine"), id="orphan edited"
        ),
    ],
)
def test_a_race_loses_no_edit(tmp_path: Path, race: Callable[[Path], object]) -> None:
    """What changes between the comparison and the writing stops the writing."""
    generate(tmp_path, GeneratedFile("shop.py", OLD), GeneratedFile("gone.py", OLD))
    changes = compare([SHOP, GeneratedFile("cart.py", NEW)], present(tmp_path))
    race(tmp_path)
    before = tree_or_links(tmp_path)
    with pytest.raises(Obstacle, match="changed in the meantime"):
        write(tmp_path, changes)
    assert tree_or_links(tmp_path) == before


def tree_or_links(folder: Path) -> dict[str, object]:
    return {p.name: p.is_symlink() or p.read_bytes() for p in folder.iterdir()}


def test_case_of_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where `Shop.py` and `shop.py` are one file, a renamed schema leaves that one, respelt and new."""
    (tmp_path / "Shop.py").write_bytes(stamped(OLD, Marks()))
    changes = compare([SHOP], present(tmp_path))
    real = os.path.lexists
    monkeypatch.setattr(
        os.path,
        "lexists",
        lambda p: real(p)
        or Path(p).name.lower() in map(str.lower, os.listdir(tmp_path)),
    )
    write(tmp_path, changes[:1] + changes[2:])
    assert tree(tmp_path) == {"shop.py": stamped(NEW, Marks())}


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        pytest.param(lambda p: p.write_bytes(b""), "Not a directory", id="a file"),
        pytest.param(
            lambda p: p.symlink_to(p.with_name("x")), "File exists", id="dangling"
        ),
        pytest.param(lambda p: p.symlink_to(p), "symbolic links", id="a loop"),
    ],
)
def test_output_is_no_folder(
    tmp_path: Path, prepare: Callable[[Path], object], message: str
) -> None:
    """An output path that is no folder is an obstacle, told in words."""
    prepare(tmp_path / "generated")
    with pytest.raises(Obstacle, match=message):
        generate(tmp_path / "generated", SHOP)


def test_replace(tmp_path: Path) -> None:
    """One file is replaced in one step, and nothing else is left."""
    replace(tmp_path / "a.txt", b"a")
    replace(tmp_path / "a.txt", b"b")
    assert tree(tmp_path) == {"a.txt": b"b"}


class Crash(BaseException):
    """The power goes: neither this call nor any later one reaches the disk."""


class Disk:
    """The calls that change the disk, of which the one numbered `fatal` fails, for once or for good."""

    def __init__(self, fatal: int, error: BaseException, *, lasting: bool) -> None:
        self.count, self.fatal, self.error, self.lasting = 0, fatal, error, lasting

    def __call__(self, call: Callable[..., Any]) -> Callable[..., Any]:
        def guarded(*args: Any, **options: Any) -> Any:
            self.count += 1
            if self.count == self.fatal or (self.lasting and self.count > self.fatal):
                raise self.error
            return call(*args, **options)

        return guarded

    def open(self, path: Path, mode: str) -> Any:
        file = self(open)(path, mode, buffering=0)
        file_write = self(file.write)
        return Halves(file, lambda data: (file_write(data[:9]), file_write(data[9:])))


class Halves:
    """A file whose text arrives in two pieces: a crash may come between them."""

    def __init__(self, file: Any, halves: Callable[[bytes], object]) -> None:
        self.file, self.write = file, halves
        self.flush, self.fileno = file.flush, file.fileno

    def __enter__(self) -> Halves:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()


@contextmanager
def failing(fatal: int, error: BaseException, *, lasting: bool) -> Iterator[Disk]:
    disk = Disk(fatal, error, lasting=lasting)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(write.__globals__, "open", disk.open)
        for name in set(STEPS) - {"open", "write"}:
            patch.setattr(os, name, disk(getattr(os, name)))
        yield disk


def before(folder: Path) -> dict[str, bytes]:
    """A package of which each file is in another state; with what a killed run left behind."""
    files = {
        "shop.py": stamped(OLD, Marks()),
        "gone.py": stamped(OLD, Marks()),
        "kept.py": stamped(OLD, Marks()) + b"#\n",
        "same.py": stamped(NEW, Marks()),
        ".respgen-0123456789abcdef.tmp": b"half",
    }
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return files


WANTED = [SHOP, GeneratedFile("same.py", NEW), GeneratedFile("cart.py", NEW)]
AFTER = {
    "shop.py": stamped(NEW, Marks()),
    "cart.py": stamped(NEW, Marks()),
    "same.py": stamped(NEW, Marks()),
    "kept.py": stamped(OLD, Marks()) + b"#\n",
    "py.typed": b"",
}


@pytest.mark.parametrize(
    ("error", "lasting"),
    [
        pytest.param(Crash(), True, id="crash"),
        pytest.param(KeyboardInterrupt(), False, id="interrupt"),
        pytest.param(
            OSError(errno.ENOSPC, "No space left on device"), False, id="once"
        ),
        pytest.param(
            OSError(errno.EROFS, "Read-only file system"), True, id="for good"
        ),
    ],
)
def test_failure_at_every_step(
    tmp_path: Path, error: BaseException, lasting: bool
) -> None:
    """Whichever call fails, every file is old or new, and the next run repairs the set."""
    for fatal in range(1, 100):
        folder = tmp_path / str(fatal)
        old = before(folder)
        changes = compare(WANTED, present(folder))
        stopped = suppress(Obstacle, Crash, KeyboardInterrupt)
        with failing(fatal, error, lasting=lasting) as disk, stopped:
            write(folder, changes)
        finished = disk.count < fatal
        for name, data in tree(folder).items():
            assert data in {old.get(name), AFTER.get(name)} or name.endswith(".tmp")
        assert generate(folder, *WANTED) == []
        assert tree(folder) == AFTER
        if finished:
            break
    assert fatal > 15


def failed(folder: Path, changes: Sequence[FileChange]) -> str:
    try:
        write(folder, changes)
    except Obstacle as obstacle:
        return str(obstacle)
    return ""


def test_a_failure_leaves_no_temporary_file(tmp_path: Path) -> None:
    """An error that is not a crash cleans up, and before the first replacement nothing is changed."""
    for fatal in range(1, 100):
        folder = tmp_path / str(fatal)
        old = before(folder)
        (folder / ".respgen-0123456789abcdef.tmp").unlink()
        changes = compare(WANTED, present(folder))
        with failing(fatal, OSError(errno.EIO, "Input/output error"), lasting=False):
            message = failed(folder, changes)
        if not message:
            break
        assert message == f"cannot write to {folder}: Input/output error"
        assert not [name for name in tree(folder) if name.endswith(".tmp")]
        if "cart.py" not in tree(folder):  # the first in the order of paths
            assert tree(folder).items() <= old.items()
