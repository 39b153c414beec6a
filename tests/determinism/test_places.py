"""Where a project lies and how its files came there makes no difference."""

from __future__ import annotations

import ast
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.command_line import SCHEMA, Shop

CORE = '[tool.respgen]\ntarget = "core"\n'
COMMON = """\
respgen: 1
headers:
  secure: {X-Content-Type-Options: nosniff}
responses:
  Base:
    headers: {use: [secure]}
"""
USING = """\
respgen: 1
uses: [common]
responses:
  Item:
    extends: common.Base
    headers: {ETag: {type: etag}}
"""

Make = Callable[..., Shop]


@pytest.fixture
def make(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Make:
    """Makes a project of two schemas in a folder below the test's own."""

    def made(*folders: str, settings: str = CORE) -> Shop:
        shop = Shop(tmp_path.resolve().joinpath(*folders), capsys)
        shop.write("pyproject.toml", settings)
        shop.write("schemas/common.yaml", COMMON)
        shop.write("schemas/shop.yaml", USING)
        return shop

    return made


@pytest.fixture
def expected(make: Make) -> dict[str, bytes]:
    """The package of a project with nothing special about it."""
    plain = make("plain")
    assert plain.run("generate").status == 0
    return plain.tree()


@pytest.mark.parametrize(
    "folder",
    [
        "a b",
        "größe 試験",
        "-x",
        "a'b\"c",
        "%s{}",
        "a\nb",
        "a\\b",
        "caf\udce9",
        "é" * 80,
    ],
)
def test_names_of_the_root(make: Make, expected: dict[str, bytes], folder: str) -> None:
    """Whatever the folder is called."""
    try:
        shop = make(folder)
    except (OSError, UnicodeError) as error:
        pytest.skip(f"the file system has no such names: {error}")
    assert shop.run("generate").status == 0
    assert shop.tree() == expected
    assert shop.run("check").out == "6 files up to date\n"


def test_linked_root(make: Make, tmp_path: Path, expected: dict[str, bytes]) -> None:
    """A link to the root leads to the same project, and finds the other's work up to date."""
    shop = make("real")
    link = tmp_path / "link"
    link.symlink_to("real")
    assert Shop(link, shop.capture).run("generate").status == 0
    assert shop.tree() == expected
    assert shop.run("check").out == "6 files up to date\n"


@pytest.mark.parametrize("below", ["schemas", "generated", "a/b"])
def test_from_below(make: Make, expected: dict[str, bytes], below: str) -> None:
    """From any folder of the project."""
    shop = make("here")
    (shop.root / below).mkdir(parents=True, exist_ok=True)
    inside = Shop(shop.root / below, shop.capture)
    output = os.path.relpath(shop.root / "generated", inside.root)
    first = os.path.normpath(f"{output}/__init__.py")
    assert inside.run("generate").out.startswith(f"wrote {first}\n")
    assert shop.tree() == expected


def test_nested_output(make: Make, expected: dict[str, bytes]) -> None:
    """The package may be a part of another one: its imports are relative."""
    shop = make("here", settings=f'{CORE}output = "src/pkg/generated"\n')
    shop.write("src/pkg/__init__.py", "")
    assert shop.run("generate").status == 0
    folder = shop.root / "src/pkg/generated"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == expected
    code = "from pkg.generated.shop import Item; print(Item(b'', etag='a').headers['etag'])"
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=shop.root / "src",
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == '"a"\n'


def test_several_folders(make: Make, expected: dict[str, bytes]) -> None:
    """Schemas may lie in several folders, named in any order, and use each other."""
    for order in ('["a", "b/x.YAML"]', '["b/x.YAML", "a", "./a/"]'):
        shop = make("here", settings=f"{CORE}schemas = {order}\n")
        shop.write("a/common.yaml", COMMON)
        shop.write("b/x.YAML", USING)
        assert shop.run("generate").status == 0
        names = {*expected} - {"shop.py"} | {"x.py"}
        assert shop.tree().keys() == names
        shutil.rmtree(shop.root)


@pytest.mark.parametrize("twin", ["a/shop.json", "a/SHOP.yaml"])
def test_one_stem_in_two_folders(make: Make, twin: str) -> None:
    """Two schemas of one stem are a mistake, wherever they lie."""
    shop = make("here", settings=f'{CORE}schemas = ["schemas", "a"]\n')
    shop.write(twin, '{"respgen": 1}')
    ran = shop.run("check")
    assert ran.status == 1
    assert "error[R011]" in ran.err


@pytest.mark.parametrize("suffix", ["YAML", "Yml", "JSON", "TOML"])
def test_suffixes_in_capitals(make: Make, suffix: str) -> None:
    """The format is known by its suffix, in capitals too."""
    shop = make("here")
    text = {"JSON": '{"respgen": 1}', "TOML": "respgen = 1\n"}.get(suffix, SCHEMA)
    shop.write(f"schemas/cart.{suffix}", text)
    assert shop.run("generate").status == 0
    assert "cart.py" in shop.tree()


def test_read_only_files(make: Make) -> None:
    """A generated file without write permission is replaced, and stays without it."""
    shop = make("here")
    shop.run("generate")
    file = shop.root / "generated" / "common.py"
    file.chmod(0o444)
    shop.edit("schemas/common.yaml", "nosniff", "nosniff, Referrer-Policy: same-origin")
    assert shop.run("generate").status == 0
    assert b"same-origin" in file.read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o444
    assert shop.run("check").status == 0


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write")
@pytest.mark.parametrize("command", ["generate", "check"])
def test_read_only_folder(make: Make, command: str) -> None:
    """A project that lies on a read-only disk can be checked, and is told why no more."""
    shop = make("here")
    shop.run("generate")
    for folder in (shop.root / "generated", shop.root / ".respgen_cache", shop.root):
        folder.chmod(0o555)
    try:
        assert shop.run(command).status == 0
    finally:
        for folder in (
            shop.root,
            shop.root / "generated",
            shop.root / ".respgen_cache",
        ):
            folder.chmod(0o755)


def test_windows_line_ends(make: Make) -> None:
    """A checkout that turned every LF into CRLF is up to date, and is left so."""
    shop = make("here")
    shop.run("generate")
    for file in shop.root.rglob("*.*"):
        if file.suffix in (".py", ".yaml", ".toml"):
            file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = shop.tree()
    for _ in range(2):
        assert shop.run("check").out == "6 files up to date\n"
        assert shop.run("generate").out == "6 files unchanged\n"
    assert shop.tree() == before


def test_git_checkout_with_autocrlf(make: Make) -> None:
    """And so is what git itself makes of it."""
    shop = make("here")
    shop.run("generate")
    git = ["git", "-c", "user.name=n", "-c", "user.email=n@example.com", "-c"]
    for words in (
        ["core.autocrlf=false", "init", "-q"],
        ["core.autocrlf=false", "add", "."],
        ["core.autocrlf=false", "commit", "-qm", "all"],
        ["core.autocrlf=true", "clone", "-q", ".", "clone"],
    ):
        subprocess.run([*git, *words], cwd=shop.root, check=True, capture_output=True)
    clone = Shop(shop.root / "clone", shop.capture)
    subprocess.run(
        [*git, "core.autocrlf=true", "checkout-index", "-fa"],
        cwd=clone.root,
        check=True,
    )
    assert b"\r\n" in (clone.root / "generated" / "shop.py").read_bytes()
    assert clone.run("check").out == "6 files up to date\n"


def test_long_names(make: Make) -> None:
    """Classes, profiles, presets and modules may have names longer than any line."""
    shop = make("here")
    long = "Very" * 40
    shop.write(
        f"schemas/{long}.yaml",
        f"""\
respgen: 1
uses: [common]
headers:
  {long}Profile: {{X-{long}: "1", X-{long}-Id: {{type: str, required: true}}}}
cookies:
  {long}Preset: {{max_age: 1d}}
responses:
  {long}:
    extends: common.Base
    headers: {{use: [{long}Profile]}}
    cookies: [{long}Preset]
  {long}Child: {{extends: {long}, status_code: 201}}
""",
    )
    assert shop.run("generate").status == 0
    black = [sys.executable, "-m", "black", "--check", "-q", "generated"]
    subprocess.run(black, cwd=shop.root, check=True)
    module = ast.parse(shop.tree()[f"{long}.py"])
    classes = {node.name for node in module.body if isinstance(node, ast.ClassDef)}
    assert classes == {long, f"{long}Child"}
