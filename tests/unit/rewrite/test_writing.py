"""Each file is old or new, whatever happens meanwhile, and the others go on."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from stat import S_IMODE

import pytest

from respgen.rewrite.edits import Rewritten
from respgen.rewrite.writing import write

OLD, NEW = b"old = 1\n", b"new = 2\n"


def rewritten(name: str, new: bytes = NEW) -> Rewritten:
    return Rewritten(name, OLD, new)


def files(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).write_bytes(OLD)


def test_writes_what_differs(tmp_path: Path) -> None:
    """The mode stays; a file without changes keeps its time."""
    files(tmp_path, "a.py", "b.py")
    os.chmod(tmp_path / "a.py", 0o754)
    os.utime(tmp_path / "b.py", (1, 1))
    assert list(write(tmp_path, [rewritten("a.py"), rewritten("b.py", OLD)])) == []
    assert (tmp_path / "a.py").read_bytes() == NEW
    assert S_IMODE(os.stat(tmp_path / "a.py").st_mode) == 0o754
    assert os.stat(tmp_path / "b.py").st_mtime == 1
    assert sorted(os.listdir(tmp_path)) == ["a.py", "b.py"]


def test_writes_what_a_link_points_to(tmp_path: Path) -> None:
    """The link stays one."""
    (tmp_path / "real").mkdir()
    files(tmp_path / "real", "a.py")
    (tmp_path / "b.py").symlink_to("real/a.py")
    assert list(write(tmp_path, [rewritten("b.py")])) == []
    assert (tmp_path / "b.py").is_symlink()
    assert (tmp_path / "real" / "a.py").read_bytes() == NEW


def test_goes_on(tmp_path: Path) -> None:
    """What was changed, removed or made read-only stays, with a reason."""
    files(tmp_path, "a.py", "b.py", "c.py", "d.py")
    (tmp_path / "a.py").write_bytes(b"mine\n")
    (tmp_path / "b.py").unlink()
    os.chmod(tmp_path / "c.py", 0o444)
    wanted = [rewritten(f"{name}.py") for name in "abcd"]
    found = {file.name: reason for file, reason in write(tmp_path, wanted)}
    assert found["a.py"] == "a.py has changed in the meantime: run again"
    assert "No such file" in found["b.py"]
    assert found["c.py"] == "c.py is read-only"
    assert [*found] == ["a.py", "b.py", "c.py"]
    assert (tmp_path / "a.py").read_bytes() == b"mine\n"
    assert (tmp_path / "d.py").read_bytes() == NEW


def test_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing of the new bytes stays behind."""
    files(tmp_path, "a.py", "b.py")

    room = iter([False, True])

    def full(file: int) -> None:
        if not next(room):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    wanted = [rewritten("a.py"), rewritten("b.py")]
    found = [reason for _, reason in write(tmp_path, wanted)]
    assert len(found) == 1
    assert "No space left on device" in found[0]
    assert (tmp_path / "a.py").read_bytes() == OLD
    assert (tmp_path / "b.py").read_bytes() == NEW
    assert sorted(os.listdir(tmp_path)) == ["a.py", "b.py"]


SCRIPT = """
import sys
from pathlib import Path
from respgen.rewrite.edits import Rewritten
from respgen.rewrite.writing import write
names = [f"{index}.py" for index in range(60)]
old, new = b"old" * 50_000, b"new" * 50_000
print("ready", flush=True)
list(write(Path(sys.argv[1]), [Rewritten(name, old, new) for name in names]))
"""


@pytest.mark.slow
@pytest.mark.parametrize("after", range(12))
def test_killed(tmp_path: Path, after: int) -> None:
    """Each file is old or new as a whole, and the next run takes away what was left."""
    old, new = b"old" * 50_000, b"new" * 50_000
    names = [f"{index}.py" for index in range(60)]
    for name in names:
        (tmp_path / name).write_bytes(old)
    command = [sys.executable, "-c", SCRIPT, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        time.sleep(after * 0.004)
        process.send_signal(signal.SIGKILL)
    found = {name: (tmp_path / name).read_bytes() for name in names}
    assert {*found.values()} <= {old, new}
    wanted = [Rewritten(name, data, new) for name, data in found.items()]
    assert list(write(tmp_path, [*wanted, Rewritten(names[0], new, old)])) == []
    assert sorted(os.listdir(tmp_path)) == sorted(names)
