"""The cache answers only where not one byte of input or output changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b, sha256
from pathlib import Path

import pytest

from respgen import resources
from respgen.diagnostics import Diagnostic, Severity, Span
from respgen.output import inputs, key, present
from respgen.output.cache import Memory, recall, remember
from respgen.output.inputs import digest, fingerprint
from respgen.project import Project
from respgen.project.style import Style

WARNING = Diagnostic(
    Span("schemas/shop.yaml", 2, 1, 2, 9), "R214", Severity.WARNING, "hm \udcff", "help"
)
MEMORY = Memory(
    (WARNING,), {"schemas/shop.yaml": ("respgen: 1", "é")}, ("py.typed", "shop.py")
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project with one of each input, its package up to date, and ourselves in a folder of our own."""
    ours = tmp_path / "respgen"
    for name in (
        "root/schemas",
        "root/generated",
        "root/templates",
        "respgen/core",
        "templates",
    ):
        (tmp_path / name).mkdir(parents=True)
    for name in (
        "root/schemas/shop.yaml",
        "root/generated/shop.py",
        "root/generated/py.typed",
        "respgen/core/fields.py",
        "templates/module.py.jinja",
    ):
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(resources, "PACKAGE", ours)
    # read once in a run: here it changes within one
    monkeypatch.setattr(inputs, "_ours", inputs._ours.__wrapped__)
    monkeypatch.setattr("sys.path", [str(tmp_path / "site")])
    (tmp_path / "site" / "black-26.1.0.dist-info").mkdir(parents=True)
    root = tmp_path / "root"
    return Project(
        root,
        (root / "schemas" / "shop.yaml",),
        root / "generated",
        templates=root / "templates",
    )


def kept(project: Project) -> None:
    remember(project, fingerprint(project), present(project.output), MEMORY)


def test_recall(project: Project) -> None:
    """What was remembered comes back whole."""
    assert recall(project) is None
    kept(project)
    assert recall(project) == MEMORY


def appended(name: str) -> Callable[[Path], object]:
    def append(folder: Path) -> None:
        with (folder / name).open("ab") as file:
            file.write(b"\n")

    return append


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(appended("root/schemas/shop.yaml"), id="schema"),
        pytest.param(appended("root/generated/shop.py"), id="output"),
        pytest.param(appended("root/generated/py.typed"), id="py.typed"),
        pytest.param(appended("respgen/core/fields.py"), id="our code"),
        pytest.param(appended("templates/module.py.jinja"), id="our template"),
        pytest.param(
            lambda p: (p / "root/generated/shop.py").unlink(), id="output removed"
        ),
        pytest.param(
            lambda p: (p / "root/schemas/shop.yaml").unlink(), id="schema removed"
        ),
        pytest.param(lambda p: (p / "root/generated/x.py").touch(), id="output added"),
        pytest.param(
            lambda p: (p / "root/generated/x.py").symlink_to("shop.py"), id="link added"
        ),
        pytest.param(
            lambda p: (p / "site/black-26.1.0.dist-info").rename(
                p / "site/black-26.2.0.dist-info"
            ),
            id="black's version",
        ),
    ],
)
def test_a_change_misses(
    project: Project, tmp_path: Path, change: Callable[[Path], object]
) -> None:
    """Any byte that changes in a file makes it miss."""
    kept(project)
    change(tmp_path)
    assert recall(project) is None


@pytest.mark.parametrize(
    "settings",
    [
        {"target": "core"},
        {"python": "3.12"},
        {"select": ("R3",)},
        {"ignore": ("R214",)},
        {"style": Style(width=100)},
        {"templates": None},
        {"schemas": ()},
    ],
    ids=lambda settings: "".join(settings),
)
def test_a_setting_misses(project: Project, settings: dict[str, object]) -> None:
    """So does any other setting."""
    kept(project)
    assert recall(replace(project, **settings)) is None  # type: ignore[arg-type]  # of the field's own type each


def test_every_corrupt_byte_misses(project: Project) -> None:
    """A damaged cache is no cache: any byte changed, or the end cut off."""
    kept(project)
    file = project.root / ".respgen_cache" / "last"
    data = file.read_bytes()
    for place in range(len(data)):
        file.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        assert recall(project) is None
        file.write_bytes(data[:place])
        assert recall(project) is None


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'["a", [[]], {}, []]',
        b'["a", [], [], []]',
        b"\xff",
        pytest.param(b"[" * 100_000, id="deep"),
    ],
)
def test_another_format_misses(project: Project, text: bytes) -> None:
    """What another version kept is no cache either, even with a code that fits."""
    kept(project)
    file = project.root / ".respgen_cache" / "last"
    secret = key.kept(project.root)
    assert secret
    code = blake2b(text, key=secret, digest_size=32).hexdigest().encode()
    file.write_bytes(code + text)
    assert recall(project) is None


@pytest.mark.parametrize(
    "code",
    [
        lambda text: sha256(text).hexdigest(),
        lambda text: blake2b(text, digest_size=32).hexdigest(),
        lambda text: blake2b(text, key=bytes(32), digest_size=32).hexdigest(),
        lambda _: "",
    ],
    ids=["a digest", "no key", "another key", "none"],
)
def test_a_committed_entry_misses(
    project: Project, code: Callable[[bytes], str]
) -> None:
    """Whoever writes to the tree cannot write an entry that counts: they do not know the key."""
    kept(project)
    file = project.root / ".respgen_cache" / "last"
    text = file.read_bytes()[64:]
    file.write_bytes(code(text).encode() + text)
    assert recall(project) is None


def test_another_user_misses(project: Project, tmp_path: Path) -> None:
    """What one user kept is none of another's, nor of another machine."""
    kept(project)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path / "other"))
        assert recall(project) is None
        kept(project)
        assert recall(project) == MEMORY
    assert recall(project) is None


def test_what_a_kill_left_is_swept(project: Project) -> None:
    """Temporary files of a run that was killed go with the next one that keeps anything."""
    folder = project.root / ".respgen_cache"
    folder.mkdir()
    for name in (".respgen-0123456789abcdef.tmp", "notes.tmp"):
        (folder / name).touch()
    kept(project)
    assert {p.name for p in folder.iterdir()} == {".gitignore", "last", "notes.tmp"}


def test_ignored_by_git(project: Project) -> None:
    """The folder tells git to ignore it."""
    kept(project)
    assert (project.root / ".respgen_cache" / ".gitignore").read_text() == "*\n"


def test_no_room_for_a_cache(project: Project) -> None:
    """Where it cannot be kept, nothing fails."""
    (project.root / ".respgen_cache").write_text("a file")
    kept(project)
    assert recall(project) is None


def test_bytecode_is_no_input(project: Project, tmp_path: Path) -> None:
    """Python's own caches do not count."""
    kept(project)
    (tmp_path / "respgen" / "__pycache__").mkdir()
    (tmp_path / "respgen" / "__pycache__" / "x.pyc").touch()
    assert recall(project) == MEMORY


def test_lengths_count() -> None:
    """Two lists of names and bytes never run into the same digest."""
    assert digest([("a", b"bc")]) != digest([("ab", b"c")])
    assert digest([("a", b""), ("b", b"")]) != digest([("a", b"1 0\nb")])


def test_versions_are_found() -> None:
    """The metadata that we look for is where the libraries are installed."""
    names = b" ".join(name for _, name in inputs._versions()).lower()
    for library in (
        b"black-",
        b"jinja2-",
        b"publicsuffixlist-",
        b"pyyaml-",
    ):
        assert library in names


@pytest.mark.parametrize("name", [".respgen_cache", ".respgen_cache/last"])
def test_links_are_not_followed(project: Project, tmp_path: Path, name: str) -> None:
    """A link that came with somebody's repository leads to no file of ours."""
    target = tmp_path / "target"
    if name == ".respgen_cache":
        target.mkdir()
    else:
        target.write_text("mine")
        (project.root / ".respgen_cache").mkdir()
    (project.root / name).symlink_to(target)
    kept(project)
    assert target.is_dir() or target.read_text() == "mine"
    assert target.is_file() or not list(target.iterdir())
