"""`lint` judges the schemas alone; `--fix` mends what is certain and loses nothing."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from respgen.cli.commands import lint
from respgen.fix.mend import Mended
from tests.support.command_line import Shop

SCHEMA = "schemas/shop.yaml"
CLEAN = "respgen: 1\nresponses:\n  Item: {description: One item.}\n"
ERROR = """\
respgen: 1
responses:
  Denied: # nobody
    status_code: 401
"""
FIXED = """\
respgen: 1
responses:
  Denied: # nobody
    status_code: 401
    headers:
      WWW-Authenticate: {type: challenge, required: true}
"""
WARNING = "respgen: 1\ncookies:\n  basket: {domain: .shop.example}\n"
HOPELESS = "respgen: 1\nresponses:\n  Item: {status_code: 99}\n"


@pytest.fixture
def denied(shop: Shop) -> Shop:
    """A project with one mistake, which has a fix."""
    shop.write(SCHEMA, ERROR)
    return shop


@pytest.mark.parametrize("options", [[], ["--fix"], ["--diff"], ["--strict"]])
def test_nothing_to_say(shop: Shop, options: list[str]) -> None:
    """A clean schema is status 0, and as it was."""
    shop.write(SCHEMA, CLEAN)
    ran = shop.run("lint", *options)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == ("" if "--diff" in options else "1 file without findings\n")
    assert (shop.root / SCHEMA).read_text() == CLEAN


def test_findings(denied: Shop) -> None:
    """Findings go to stderr, and what could be done about them to stdout; no package is made."""
    ran = denied.run("lint")
    assert ran.status == 1
    assert ran.out == "1 can be fixed: run `respgen lint --fix`\n"
    assert "schemas/shop.yaml:4:18: error[R213]" in ran.err
    assert (denied.root / SCHEMA).read_text() == ERROR
    assert not (denied.root / "generated").exists()


@pytest.mark.parametrize(
    "entry",
    [
        pytest.param(
            "  Item: {Status-Code: null}\n", id="what is renamed is wrong, too"
        ),
        pytest.param("  Item: {headers: {E-Tag: 'a b'}}\n", id="and so is its value"),
        pytest.param(
            "  Item: {status_code: 401, Status-Code: 401, extends: Gone}\n",
            id="it is there already",
        ),
    ],
)
def test_no_promise(shop: Shop, entry: str) -> None:
    """What --fix would not make is not counted, and afterwards nobody is sent to --fix again."""
    shop.write(SCHEMA, f"respgen: 1\nresponses:\n{entry}")
    assert "can be fixed" not in shop.run("lint").out
    assert "can be fixed" not in shop.run("lint", "--fix").out


def test_many_are_not_tried(shop: Shop) -> None:
    """To try thousands takes long: then they are those that --fix will try."""
    many = "".join(f"  Item{n}: {{status_code: 401}}\n" for n in range(300))
    shop.write(SCHEMA, f"respgen: 1\nresponses:\n{many}")
    assert shop.run("lint").out == "up to 300 can be fixed: run `respgen lint --fix`\n"


def test_fix(denied: Shop) -> None:
    """The fix is written and told, at the place where the finding was."""
    ran = denied.run("lint", "--fix")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "schemas/shop.yaml:4:18: R213 fixed: added WWW-Authenticate\n"
        "1 fixed in 1 file: run `respgen generate`\n"
    )
    assert (denied.root / SCHEMA).read_text() == FIXED
    assert denied.run("generate").status == 0


def test_what_remains(shop: Shop) -> None:
    """What has no fix is reported after those that had one, at its place in the new file."""
    shop.write(SCHEMA, ERROR + "  Odd: {status_code: 99}\n")
    ran = shop.run("lint", "--fix")
    assert ran.status == 1
    assert "schemas/shop.yaml:7:22: error[R211]" in ran.err
    assert "R213" not in ran.err


def test_what_is_shared_is_not_fixed(shop: Shop) -> None:
    """A value that an alias repeats has more than one place: why it stays is told."""
    text = "respgen: 1\ncookies:\n  a: &a {partitioned: true, secure: false}\n  b: *a\n"
    shop.write(SCHEMA, text)
    ran = shop.run("lint", "--fix")
    assert ran.status == 1
    assert "R313 not fixed: an alias repeats it elsewhere" in ran.err
    assert (shop.root / SCHEMA).read_text() == text


def test_diff(denied: Shop) -> None:
    """`--diff` prints what would change, alone on stdout, and writes nothing."""
    ran = denied.run("lint", "--diff")
    assert ran.status == 1
    assert ran.out.splitlines()[:2] == [f"--- {SCHEMA}", f"+++ {SCHEMA}"]
    added = [line for line in ran.out.splitlines()[3:] if line.startswith("+")]
    assert added == [f"+{line}" for line in FIXED.splitlines()[4:]]
    assert "R213 would be fixed: added WWW-Authenticate" in ran.err
    assert (denied.root / SCHEMA).read_text() == ERROR


@pytest.mark.parametrize(
    ("schema", "options", "status"),
    [
        pytest.param(WARNING, [], 0, id="a warning"),
        pytest.param(WARNING, ["--strict"], 1, id="a warning, strictly"),
        pytest.param(WARNING, ["--strict", "--fix"], 0, id="a warning that is fixed"),
        pytest.param(WARNING, ["--strict", "--diff"], 1, id="one that would be"),
        pytest.param(ERROR, [], 1, id="an error"),
        pytest.param(ERROR, ["--fix"], 0, id="an error that is fixed"),
        pytest.param(ERROR, ["--diff"], 1, id="one that would be fixed"),
        pytest.param(HOPELESS, ["--fix"], 1, id="an error without a fix"),
        pytest.param("respgen: [", ["--fix"], 1, id="no YAML"),
        pytest.param("\xff".encode("latin-1"), ["--fix"], 1, id="no text"),
    ],
)
def test_status(
    shop: Shop, schema: str | bytes, options: list[str], status: int
) -> None:
    """1 where errors are left, strictly where anything is."""
    shop.write(SCHEMA, schema)
    assert shop.run("lint", *options).status == status


@pytest.mark.parametrize(
    ("settings", "comment"),
    [
        pytest.param('ignore = ["R306"]', "", id="ignored"),
        pytest.param('select = ["R2"]', "", id="not selected"),
        pytest.param("", " # respgen: ignore[R306]", id="ignored on its line"),
    ],
)
def test_what_is_ignored_stays(shop: Shop, settings: str, comment: str) -> None:
    """A finding that nobody reports is not fixed."""
    text = WARNING[:-1] + comment + "\n"
    shop.write("pyproject.toml", f"[tool.respgen]\n{settings}\n")
    shop.write(SCHEMA, text)
    assert shop.run("lint", "--fix").out == "1 file without findings\n"
    assert (shop.root / SCHEMA).read_text() == text


def test_settings_come_first(shop: Shop) -> None:
    """Where settings are wrong nothing is fixed: they may have ignored it."""
    shop.write("pyproject.toml", '[tool.respgen]\nignore = ["R3O6"]\n')
    shop.write(SCHEMA, WARNING)
    ran = shop.run("lint", "--fix")
    assert ran.status == 1
    assert "nothing was fixed: correct the settings first" in ran.err
    assert (shop.root / SCHEMA).read_text() == WARNING


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
@pytest.mark.parametrize(
    ("option", "left"), [("--fix", False), ("--diff", True)], ids=["fix", "diff"]
)
def test_formats(denied: Shop, form: str, option: str, left: bool) -> None:
    """A document has stdout for itself, and holds the findings that are left."""
    ran = denied.run("lint", option, "--format", form)
    assert ("R213" in ran.out) is left
    assert "R213" in ran.err
    if form != "github":
        json.loads(ran.out)


# Files of other kinds


def test_bytes_stay(shop: Shop) -> None:
    """Line ends, the byte order mark and a missing last line break stay what they are."""
    crlf = ERROR.removesuffix("\n").replace("\n", "\r\n")
    shop.write(SCHEMA, b"\xef\xbb\xbf" + crlf.encode())
    assert shop.run("lint", "--fix").status == 0
    fixed = FIXED.removesuffix("\n").replace("\n", "\r\n")
    assert (shop.root / SCHEMA).read_bytes() == b"\xef\xbb\xbf" + fixed.encode()


def test_permissions_stay(denied: Shop) -> None:
    """A file keeps its mode."""
    os.chmod(denied.root / SCHEMA, 0o640)
    assert denied.run("lint", "--fix").status == 0
    assert (denied.root / SCHEMA).stat().st_mode & 0o777 == 0o640


def linked(file: Path) -> None:
    file.rename(file.parent.parent / "elsewhere.yaml")
    file.symlink_to("../elsewhere.yaml")


def read_only(file: Path) -> None:
    file.chmod(0o444)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        pytest.param(linked, "schemas/shop.yaml is a link", id="a link"),
        pytest.param(read_only, "schemas/shop.yaml is read-only", id="read-only"),
    ],
)
def test_refused(denied: Shop, make: Callable[[Path], None], reason: str) -> None:
    """What is not plainly the author's to rewrite stays, and so does every other file."""
    denied.write("schemas/cart.yaml", ERROR)
    make(denied.root / SCHEMA)
    ran = denied.run("lint", "--fix")
    assert ran.status == 2
    assert reason in ran.err
    assert "fixed" not in ran.out
    assert (denied.root / SCHEMA).read_text() == ERROR
    assert (denied.root / "schemas/cart.yaml").read_text() == ERROR


def test_an_edit_meanwhile_is_not_lost(
    denied: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that somebody saved while it was judged is left as they saved it."""
    mend = lint.mend

    def slowly(*arguments: object) -> Mended:
        denied.write(SCHEMA, CLEAN)
        return mend(*arguments)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(lint, "mend", slowly)
    ran = denied.run("lint", "--fix")
    assert (ran.status, ran.out) == (2, "")
    assert "schemas/shop.yaml has changed in the meantime: run again" in ran.err
    assert (denied.root / SCHEMA).read_text() == CLEAN
    assert sorted(p.name for p in (denied.root / "schemas").iterdir()) == ["shop.yaml"]


def test_an_unreadable_schema(denied: Shop) -> None:
    """A schema that cannot be read is told in one line, with status 2."""
    (denied.root / "schemas/gone.yaml").symlink_to("nowhere")
    ran = denied.run("lint", "--fix")
    assert ran.status == 2
    assert ran.err.startswith("error: cannot read schemas/gone.yaml")
