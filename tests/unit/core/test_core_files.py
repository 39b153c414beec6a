"""Which file a path leads to: no path of a stranger's leads out of the folder, by links neither."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from respgen.core.files import sent_path

TRAVERSAL = [
    "..",
    "../",
    "../secret",
    "../secret/",
    "../media2/secret",
    "../../etc/passwd",
    "../../../../../../../../../../etc/passwd",
    "a/..",
    "a/../",
    "a/../../secret",
    "a/../../../etc/passwd",
    "a/b/../../../secret",
    "./../secret",
    "a/./../../secret",
    ".//../secret",
    "a//../../secret",
    "..//secret",
    "..\\secret",
    "..\\..\\secret",
    "a\\..\\..\\secret",
    "..\\/secret",
    "../\\secret",
    "a/..\\../secret",
    ".\\..\\secret",
    "..\\",
    "\\..\\secret",
    "/",
    "//",
    "/etc/passwd",
    "//etc/passwd",
    "///etc/passwd",
    "/../secret",
    "/./secret",
    "\\etc\\passwd",
    "\\\\server\\share",
    "\\/etc/passwd",
    "/\\etc/passwd",
    "/proc/self/environ",
    "/dev/null",
    "",
    ".",
    "./",
    "././.",
    "\0",
    "a\0",
    "a.txt\0.png",
    "../secret\0.txt",
    "\0../secret",
    "a/\0/b",
    "\ud800",
    "a/\udfff",
    # links in the folder
    "out",
    "out_file",
    "out/secret",
    "out/../secret",
    "out_relative",
    "out_relative/secret",
    "out_absolute/passwd",
    "chain",
    "chain/secret",
    "a/up",
    "a/up/secret",
    "a/up/media/a.txt/../../secret",
    "a/up_two/secret",
    "prefix/secret",
    "home",
    "home/a.txt/..",
    "missing_outside",
    "in/../../secret",
]
GOOD = {
    "a.txt": "a.txt",
    "./a.txt": "a.txt",
    "a/b.txt": "a/b.txt",
    "a//b.txt": "a/b.txt",
    "a/./b.txt": "a/b.txt",
    "in": "a/b.txt",
    "in_folder/b.txt": "a/b.txt",
    "home/a.txt": "a.txt",
    "..a": "..a",
    "a..": "a..",
    "...": "...",
    "..../b": "..../b",
    "a b.txt": "a b.txt",
    "é.txt": "é.txt",
    "%2e%2e/secret": "%2e%2e/secret",
    "~/secret": "~/secret",
    "$HOME": "$HOME",
    "not/there.txt": "not/there.txt",
}


@pytest.fixture(scope="module")
def media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with links that stay in it, and links that do not."""
    top = Path(os.path.realpath(tmp_path_factory.mktemp("files")))
    root = top / "media"
    for path in (root / "a", top / "media2", top / "other"):
        path.mkdir(parents=True)
    for path in (top, top / "media2", top / "other"):
        (path / "secret").write_text("secret")
    (root / "a.txt").write_text("a")
    (root / "a" / "b.txt").write_text("b")
    links = {
        "out": "../other",
        "out_file": "../secret",
        "out_relative": "..",
        "out_absolute": "/etc",
        "chain": "out",
        "a/up": "../..",
        "a/up_two": "../../other",
        "prefix": "../media2",
        "home": ".",
        "missing_outside": "../not_there",
        "in": "a/b.txt",
        "in_folder": "a",
        "loop": "loop",
    }
    for name, target in links.items():
        (root / name).symlink_to(target)
    return root


def test_the_payloads_are_enough() -> None:
    """There are at least 60, and no two are alike."""
    assert len({*TRAVERSAL}) == len(TRAVERSAL) >= 60


@pytest.mark.parametrize("path", TRAVERSAL, ids=ascii)
def test_no_path_leads_out(path: str, media: Path) -> None:
    """Each raises ValueError naming the path, or what is said of missing files."""
    with pytest.raises(ValueError, match=r"^path: "):
        sent_path(path, root=media)
    with pytest.raises(AbsentError):
        sent_path(path, root=media, missing=AbsentError)


class AbsentError(Exception):
    """No such file."""


@pytest.mark.parametrize(("path", "found"), GOOD.items(), ids=GOOD)
def test_paths_below(path: str, found: str, media: Path) -> None:
    """What stays in the folder is sent, links resolved."""
    assert sent_path(path, root=media) == str(media / found)
    assert sent_path(path, root=str(media / "a" / "..")) == str(media / found)


def test_a_relative_root_is_that_of_the_server(
    media: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is below the working directory."""
    monkeypatch.chdir(media.parent)
    assert sent_path("a.txt", root="media") == str(media / "a.txt")
    with pytest.raises(ValueError, match=r"^path: "):
        sent_path("../secret", root="media")


def test_the_root_may_be_a_link(media: Path) -> None:
    """What it leads to is the folder."""
    link = media.parent / "link"
    link.symlink_to(media)
    assert sent_path("a.txt", root=link) == str(media / "a.txt")


PIECES = ("..", ".", "/", "\\", "a", "a.txt", "b.txt", "out", "in", "home", "up", "\0")


@given(st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
@settings(max_examples=200, deadline=None)
def test_whatever_the_path_it_stays_below(media: Path, path: str) -> None:
    """The operating system agrees: what is accepted leads to something in the folder."""
    try:
        found = sent_path(path, root=media)
    except ValueError:
        return
    assert Path(os.path.realpath(found)).is_relative_to(media)
    assert os.path.realpath(media / path) == found


@pytest.mark.parametrize("path", ["none", "a", "a.txt/b", "loop", "x" * 5000], ids=len)
def test_what_is_no_file_is_missing(path: str, media: Path) -> None:
    """No file, a folder, a link to itself and a name that no file can have are missing."""
    with pytest.raises(AbsentError):
        sent_path(path, root=media, missing=AbsentError)
    with pytest.raises(AbsentError):
        sent_path(media / path, missing=AbsentError)


def test_a_file_is_not_missing(media: Path) -> None:
    """Where it is there, its path is what is sent."""
    assert sent_path(media / "a.txt", missing=AbsentError) == str(media / "a.txt")
    assert sent_path("in", root=media, missing=AbsentError) == str(
        media / "a" / "b.txt"
    )


class Liar(str):
    """A text that says something else of itself."""

    def split(self, *_: object) -> list[str]:  # type: ignore[override]  # it lies
        return ["a.txt"]

    def __contains__(self, _: object) -> bool:
        return False

    def __str__(self) -> str:
        return "a.txt"


class LyingPath:
    """A path that answers with a lie, then with another one."""

    def __init__(self) -> None:
        self.answers: Iterator[str] = iter(("a.txt", "../secret"))

    def __fspath__(self) -> str:
        return next(self.answers)


def test_what_it_holds_is_judged_and_sent(media: Path) -> None:
    """A subclass of str is what it holds, and a path is asked once."""
    with pytest.raises(ValueError, match=r"^path: "):
        sent_path(Liar("../secret"), root=media)
    assert sent_path(LyingPath(), root=media) == str(media / "a.txt")
    assert type(sent_path(Liar("a.txt"))) is str


@pytest.mark.parametrize(
    "path", [None, 7, b"a.txt", ["a.txt"], type("Bytes", (), {"__fspath__": bytes})()]
)
def test_other_types(path: object, media: Path) -> None:
    """What is no path raises TypeError, whatever is said of missing files."""
    calls: list[Callable[[], str]] = [
        lambda: sent_path(path),  # type: ignore[arg-type]  # as callers may
        lambda: sent_path(path, root=media, missing=AbsentError),  # type: ignore[arg-type]  # as above
    ]
    for call in calls:
        with pytest.raises(TypeError):
            call()
