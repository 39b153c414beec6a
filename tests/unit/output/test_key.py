"""The key of caches: made once, for its user alone, and never taken from the tree that is judged."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from stat import S_IMODE

import pytest

from respgen.output import key


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of caches, which is not there yet."""
    folder = tmp_path / "home" / "caches"
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "checkout" / "services" / "api"
    folder.mkdir(parents=True)
    return folder


def test_made_once(home: Path, root: Path) -> None:
    """The first who needs one makes it, with as much chance as the system has; all others read it."""
    assert key.kept(root) is None
    first = key.made(root)
    assert first == key.made(root) == key.kept(root)
    assert len(first or b"") == 32
    assert S_IMODE((home / "respgen" / "key").stat().st_mode) == 0o600
    assert S_IMODE((home / "respgen").stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda file: file.write_bytes(b""), id="empty"),
        pytest.param(lambda file: file.write_bytes(bytes(33)), id="too long"),
        pytest.param(lambda file: file.chmod(0o640), id="others may read it"),
    ],
)
def test_a_key_that_is_none(
    home: Path, root: Path, spoil: Callable[[Path], object]
) -> None:
    """A key that is damaged, or that others may know, is replaced."""
    old = key.made(root)
    spoil(home / "respgen" / "key")
    assert key.kept(root) is None
    assert key.made(root) == key.kept(root) != old


@pytest.mark.parametrize(
    ("repository", "caches"),
    [
        (".", "services/api"),
        (".", "services/api/.cache"),
        (".", ".cache"),
        ("services/api", "services/api/.cache"),
        ("", "services/api/.cache"),
        ("", "services/api/link"),
    ],
)
def test_never_from_the_tree(
    root: Path, monkeypatch: pytest.MonkeyPatch, repository: str, caches: str
) -> None:
    """Where the user's caches lie in the checkout, anybody may have written the key: there is none."""
    checkout = root.parent.parent
    if repository:
        (checkout / repository / ".git").mkdir()
    (root / "link").symlink_to(root)
    folder = checkout / caches
    monkeypatch.setenv("XDG_CACHE_HOME", str(folder))
    (folder / "respgen").mkdir(parents=True)
    (folder / "respgen" / "key").write_bytes(bytes(32))
    (folder / "respgen" / "key").chmod(0o600)
    assert (key.kept(root), key.made(root)) == (None, None)


def test_no_place_for_one(
    home: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A home that cannot be written to, or is none, costs the cache and nothing else."""
    home.parent.mkdir()
    home.write_text("a file")
    assert (key.kept(root), key.made(root)) == (None, None)
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", "nowhere")
    assert key.made(root) is None


def test_many_at_once(home: Path, root: Path) -> None:
    """Runs that start at the same time agree on one."""
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(key.made, [root] * 40))
    assert found == {key.kept(root)}
    assert [each.name for each in (home / "respgen").iterdir()] == ["key"]
