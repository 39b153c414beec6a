"""`check` says of each file why it differs; `generate` puts right what it may."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable

import pytest

from respgen import resources
from respgen.diagnostics import Problems
from respgen.output import present
from respgen.output.cache import Memory, remember
from respgen.output.inputs import fingerprint
from respgen.project import read
from tests.support.command_line import SCHEMA, Shop


@pytest.fixture
def made(shop: Shop) -> Shop:
    """A project whose package is up to date."""
    assert shop.run("generate").status == 0
    return shop


def test_generate(shop: Shop) -> None:
    """What was written is told, file by file."""
    ran = shop.run("generate")
    files = ("__init__.py", "_later.py", "_support.py", "py.typed", "shop.py")
    assert ran.out == "".join(f"wrote generated/{name}\n" for name in files)
    assert (ran.status, ran.err) == (0, "")


def test_generate_again(made: Shop) -> None:
    """The second run writes nothing, with the cache and without it."""
    before = {p: p.stat().st_mtime_ns for p in (made.root / "generated").iterdir()}
    for _ in range(2):
        assert made.run("generate").out == "5 files unchanged\n"
        (made.root / ".respgen_cache" / "last").unlink()
    assert before == {p: p.stat().st_mtime_ns for p in before}


def test_check_up_to_date(made: Shop) -> None:
    """An up-to-date package is one line."""
    assert made.run("check") == type(made.run("check"))(0, "5 files up to date\n", "")


def test_check_writes_nothing(shop: Shop) -> None:
    """A check of what is missing leaves it missing."""
    assert shop.run("check").status == 1
    assert not (shop.root / "generated").exists()


def new_schema(shop: Shop) -> None:
    shop.edit("schemas/shop.yaml", "One item", "An item")


def edit(shop: Shop) -> None:
    shop.edit("generated/shop.py", "One item", "My item")


def edit_and_new_schema(shop: Shop) -> None:
    edit(shop)
    new_schema(shop)


def remove(shop: Shop) -> None:
    (shop.root / "generated" / "shop.py").unlink()


def drop(shop: Shop) -> None:
    (shop.root / "schemas" / "shop.yaml").rename(shop.root / "schemas" / "cart.yaml")


def edit_and_drop(shop: Shop) -> None:
    edit(shop)
    drop(shop)


def replace(shop: Shop) -> None:
    shop.write("generated/shop.py", "x = 1\n")


@pytest.mark.parametrize(
    ("change", "why", "diff", "then"),
    [
        pytest.param(
            new_schema,
            "generated/shop.py: schema changed",
            '-    """One item.',
            (0, "wrote generated/shop.py\n"),
            id="schema changed",
        ),
        pytest.param(
            edit,
            "generated/shop.py: edited by hand (Item)\n",
            '+    """My item.',
            (1, ""),
            id="edited",
        ),
        pytest.param(
            edit_and_new_schema,
            "generated/shop.py: edited by hand (Item); schema changed (Item)\n",
            '-    """An item.',
            (1, ""),
            id="edited, and the schema changed",
        ),
        pytest.param(
            remove,
            "generated/shop.py: missing\n",
            "--- /dev/null\n+++ generated/shop.py\n",
            (0, "wrote generated/shop.py\n"),
            id="missing",
        ),
        pytest.param(
            drop,
            "generated/shop.py: orphan",
            "--- generated/shop.py\n+++ /dev/null\n",
            (0, "wrote generated/cart.py\nremoved generated/shop.py\n"),
            id="orphan",
        ),
        pytest.param(
            edit_and_drop,
            "generated/shop.py: orphan, edited by hand",
            "--- generated/shop.py\n+++ /dev/null\n",
            (1, "wrote generated/cart.py\n"),
            id="edited orphan",
        ),
        pytest.param(
            replace,
            "generated/shop.py: not written by respgen",
            "-x = 1\n",
            (1, ""),
            id="foreign",
        ),
    ],
)
def test_why(
    made: Shop,
    change: Callable[[Shop], None],
    why: str,
    diff: str,
    then: tuple[int, str],
) -> None:
    """Each state has a reason and a diff in `check`, and its own end in `generate`."""
    change(made)
    ran = made.run("check", "--full-diff")
    assert ran.status == 1
    assert why in ran.out
    assert diff in ran.out
    done = made.run("generate")
    assert done.status == then[0]
    assert done.out.startswith(then[1])
    assert made.run("check").status == then[0]


def test_the_diff_is_a_patch(made: Shop) -> None:
    """The diff of a changed schema, applied, is what generate writes."""
    new_schema(made)
    diff = made.run("check").out
    subprocess.run(
        ["patch", "-p0"],
        input=diff,
        cwd=made.root,
        text=True,
        check=True,
        capture_output=True,
    )
    assert made.run("check").status == 0


def test_refusal(made: Shop) -> None:
    """All refusals are told, with the edit, and nothing is written, not even elsewhere."""
    edit(made)
    made.write("generated/cart.py", "x = 1\n")
    made.write("schemas/cart.yaml", SCHEMA)
    made.write("schemas/new.yaml", SCHEMA)
    before = made.tree()
    ran = made.run("generate")
    assert (ran.status, ran.out) == (1, "")
    assert '+    """My item.' in ran.err
    assert "generated/cart.py was not written by respgen" in ran.err
    assert "generated/shop.py was edited by hand" in ran.err
    assert "\nnothing was written\n\n--- generated/shop.py (generated)\n" in ran.err
    assert made.tree() == before


def test_force(made: Shop) -> None:
    """`--force` gives up the edit."""
    edit(made)
    ran = made.run("generate", "--force")
    assert (ran.status, ran.out) == (
        0,
        "overwrote generated/shop.py\n4 files unchanged\n",
    )
    assert made.run("check").status == 0


@pytest.mark.parametrize("command", ["check", "generate", "generate --force"])
def test_blocked(made: Shop, command: str) -> None:
    """A link where a file must go is the environment's matter, and is left alone."""
    remove(made)
    link = made.root / "generated" / "shop.py"
    link.symlink_to("elsewhere.py")
    ran = made.run(*command.split())
    assert ran.status == 2
    assert (
        ran.err
        == "error: generated/shop.py is a link, a folder or a device: respgen leaves it alone\n"
    )
    assert link.is_symlink()


@pytest.mark.parametrize("command", ["check", "generate"])
def test_output_is_a_file(shop: Shop, command: str) -> None:
    """An output path that is a file is one line of error."""
    shop.write("generated", "mine")
    ran = shop.run(command)
    assert ran.status == 2
    assert ran.err == f"error: {shop.root / 'generated'}: Not a directory\n"


def test_disk_error(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that fails is one line of error, and leaves nothing behind."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    ran = shop.run("generate")
    assert ran.status == 2
    assert (
        ran.err
        == f"error: cannot write to {shop.root / 'generated'}: No space left on device\n"
    )
    assert shop.tree() == {}


REPAIRED = {
    "a formatter changed its layout": lambda text: text.replace("= [", "= [" "  "),
    "conflict markers (line 20)": lambda text: "\n".join(
        [*text.split("\n")[:19], "<<<<<<< HEAD", *text.split("\n")[19:]]
    ),
    "a byte order mark": lambda text: f"\ufeff{text}",
    "mixed line ends": lambda text: text.replace("\n", "\r\n", 3),
    "imports or exports are missing, moved or left over, as after a merge": lambda text: (
        re.sub(r"from \._support import .*\n(?:[ )].*\n)*", "", text)
    ),
    "its stamp was changed": lambda text: text.replace(" head ", " head 0"),
    "respgen's own output changed": lambda text: text.replace("output 1", "output 0"),
}


@pytest.mark.parametrize("cause", REPAIRED)
def test_repairs(made: Shop, cause: str) -> None:
    """What nobody wrote by hand is named by its cause, and generate puts it right and says so."""
    path = made.root / "generated" / "shop.py"
    wanted = path.read_bytes()
    path.write_bytes(REPAIRED[cause](wanted.decode()).encode())
    ran = made.run("check")
    assert (ran.status, ran.err) == (1, "")
    assert ran.out.startswith(f"generated/shop.py: {cause}\n")
    (row,) = json.loads(made.run("check", "--format", "json").out)["changes"]
    assert (row["kind"], row["reason"]) == ("changed", cause)
    assert row["help"].startswith("run `respgen generate`")
    assert made.run("generate").out == (
        f"wrote generated/shop.py: {cause}\n4 files unchanged\n"
    )
    assert path.read_bytes() == wanted


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        pytest.param("python = '3.12'", "settings changed", id="target of code"),
        pytest.param("[tool.black]\nline-length = 40", "settings changed", id="black"),
        pytest.param("templates = 'mine'", "a template changed", id="template"),
        pytest.param("ignore = ['R2']\nselect = ['R']", None, id="no part in it"),
        pytest.param("[tool.black]\nline-length = 88", None, id="the default"),
    ],
)
def test_settings_are_a_cause(made: Shop, change: str, cause: str | None) -> None:
    """Settings and templates that shape the output are named as the cause, and no others."""
    made.write("mine/response.py.jinja", "{# mine #}")
    made.edit("pyproject.toml", '"core"', f'"core"\n{change}')
    template = (resources.templates() / "response.py.jinja").read_text()
    made.write("mine/response.py.jinja", template)
    ran = made.run("check")
    reasons = {line.partition(": ")[2] for line in ran.out.splitlines()[:3]}
    assert (ran.status, reasons) == ((1, {cause}) if cause else (0, {""}))


def test_the_verdict_comes_first(made: Shop) -> None:
    """Reasons, cures and their sum stand above the diffs, which are short unless asked for."""
    for number in range(30):
        made.edit("generated/shop.py", "One item.", f"One item.\n    Mine {number}.\n")
    new = "".join(f"  Item{n}: {{status_code: 200}}\n" for n in range(9))
    made.write("schemas/new.yaml", f"respgen: 1\nresponses:\n{new}")
    short, full = made.run("check"), made.run("check", "--full-diff")
    assert (short.status, full.status) == (1, 1)
    verdict = [
        "generated/_support.py: schema changed",
        "generated/new.py: missing",
        "generated/shop.py: edited by hand (Item)",
        "  help: move the edit into the schema, or discard it with `respgen generate --force`",
        "3 files out of date: move the edit into the schema, then run `respgen generate`",
        "",
    ]
    new_file = "+++ generated/new.py"
    assert (new_file in short.out, new_file in full.out) == (False, True)
    for ran in (short, full):
        lines = ran.out.split("\n")
        assert [
            line[: len(v)] for line, v in zip(lines, verdict, strict=False)
        ] == verdict
    assert full.out.count("\n+    Mine ") == 30
    assert "more lines of generated/shop.py: --full-diff shows all\n" in short.out
    assert "more lines" not in full.out
    refused = made.run("generate")
    assert "more lines of generated/shop.py: --full-diff" in refused.err
    assert made.run("generate", "--full-diff").err.count("\n+    Mine ") == 30


@pytest.mark.parametrize(
    ("files", "advice"),
    [
        pytest.param(
            {"pyproject.toml": "[tool.ruff]"},
            'for ruff write extend-exclude = ["generated"] in pyproject.toml [tool.ruff]',
            id="ruff",
        ),
        pytest.param(
            {"ruff.toml": "preview = true\n"},
            'for ruff write extend-exclude = ["generated"] in ruff.toml',
            id="ruff.toml",
        ),
        pytest.param(
            {"pyproject.toml": "[tool.black]"},
            "for black write extend-exclude = '^/generated/' in [tool.black]",
            id="black",
        ),
        pytest.param(
            {"pyproject.toml": "[tool.black]\n[tool.ruff]"},
            "in [tool.black]; respgen follows [tool.black]",
            id="both",
        ),
        pytest.param({}, "exclude generated in the formatter's settings", id="neither"),
    ],
)
def test_the_formatter_is_named(made: Shop, files: dict[str, str], advice: str) -> None:
    """The help says which setting keeps the formatter of this project away."""
    (made.root / ".git").mkdir()
    for name, text in files.items():
        path = made.root / name
        path.write_text(f"{path.read_text()}\n{text}\n" if path.exists() else text)
    assert made.run("generate").status == 0
    made.edit("generated/shop.py", "= [", "= [  ")
    assert advice in made.run("check").out


@pytest.fixture
def warned(shop: Shop) -> Shop:
    """A project with a warning."""
    shop.edit("schemas/shop.yaml", "ETag:", "X-A: é\n      ETag:")
    assert shop.run("generate").status == 0
    return shop


def test_warnings_are_told_again(warned: Shop) -> None:
    """The cache holds the warnings: an up-to-date check tells them, word for word."""
    cached = warned.run("check")
    (warned.root / ".respgen_cache" / "last").unlink()
    assert cached == warned.run("check")
    assert cached.status == 0
    assert "warning[R205]" in cached.err


def test_strict(warned: Shop) -> None:
    """`--strict` makes warnings fail, whether they are remembered or found."""
    assert warned.run("check", "--strict").status == 1
    (warned.root / ".respgen_cache" / "last").unlink()
    assert warned.run("check", "--strict").status == 1


def test_ignored_warnings(warned: Shop) -> None:
    """What the project ignores is neither told nor counted, in settings and on a line."""
    warned.write("pyproject.toml", '[tool.respgen]\ntarget = "core"\nignore = ["R2"]\n')
    assert warned.run("check", "--strict").err == ""
    warned.write("pyproject.toml", '[tool.respgen]\ntarget = "core"\n')
    warned.edit("schemas/shop.yaml", "X-A: é", "X-A: é # respgen: ignore[R205]")
    assert warned.run("check", "--strict") == type(warned.run("check"))(
        0, "5 files up to date\n", ""
    )


@pytest.mark.parametrize("command", ["check", "generate"])
@pytest.mark.parametrize("form", ["json", "sarif"])
def test_documents(warned: Shop, command: str, form: str) -> None:
    """A format for machines has stdout to itself."""
    ran = warned.run(command, "--format", form)
    assert isinstance(json.loads(ran.out), dict)
    assert ran.err.startswith("5 files ")


def test_errors_in_documents(shop: Shop) -> None:
    """Errors are there as well, with status 1."""
    shop.write("schemas/shop.yaml", "respgen: 2\n")
    ran = shop.run("check", "--format", "json")
    assert ran.status == 1
    document = json.loads(ran.out)
    assert [row["code"] for row in document["diagnostics"]] == ["R002"]
    assert document["changes"] == []


@pytest.mark.parametrize(
    ("change", "command", "changes"),
    [
        pytest.param(remove, "check", {"shop": "missing"}, id="missing"),
        pytest.param(edit, "check", {"shop": "edited"}, id="edited"),
        pytest.param(drop, "check", {"cart": "missing", "shop": "orphan"}, id="orphan"),
        pytest.param(edit_and_drop, "check", {"cart": "missing", "shop": "edited_orphan"}, id="edited orphan"),
        pytest.param(replace, "check", {"shop": "foreign"}, id="foreign"),
        pytest.param(new_schema, "generate", {}, id="put right"),
        pytest.param(edit, "generate", {"shop": "edited"}, id="refused"),
        pytest.param(edit, "generate --force", {}, id="forced"),
        pytest.param(edit_and_drop, "generate", {"shop": "edited_orphan"}, id="kept"),
    ],
)  # fmt: skip
def test_drift_in_documents(
    made: Shop, change: Callable[[Shop], None], command: str, changes: dict[str, str]
) -> None:
    """A document tells what is not as the schemas say, when the command ends; status 1 goes with it."""
    change(made)
    ran = made.run(*command.split(), "--format", "json")
    found = json.loads(ran.out)["changes"]
    assert {row["path"]: row["kind"] for row in found} == {
        f"generated/{name}.py": kind for name, kind in changes.items()
    }
    assert all(row["reason"] for row in found)
    assert ran.status == (1 if changes else 0)


def test_no_drift_is_no_annotation(made: Shop) -> None:
    """What GitHub shows: a line for each file that drifted, and none where all is well."""
    assert made.run("check", "--format", "github").out == ""
    edit(made)
    lines = (made.root / "generated/shop.py").read_text().splitlines()
    place = next(i for i, line in enumerate(lines, 1) if line.startswith("class Item"))
    assert made.run("check", "--format", "github").out == (
        f"::error file=generated/shop.py,line={place},title=respgen drift::edited by hand (Item)"
        "%0Ahelp: move the edit into the schema, or discard it with `respgen generate --force`\n"
    )


def test_settings_and_schemas_in_one_run(shop: Shop) -> None:
    """Mistakes in settings and in schemas are told together, each with its line."""
    shop.write("pyproject.toml", "[tool.respgen]\nnonsense = 1\n")
    shop.write("schemas/shop.yaml", "respgen: 2\n")
    said = shop.run("check").err
    assert "2 | nonsense = 1" in said
    assert "1 | respgen: 2" in said


def test_every_schema_counts(made: Shop) -> None:
    """The cache is never stale: whatever byte changes, the check sees it."""
    schema = made.root / "schemas" / "shop.yaml"
    for name, text in (("schemas/shop.yaml", "#"), ("generated/shop.py", "#")):
        assert made.run("check").status == 0
        with (made.root / name).open("a") as file:
            file.write(text)
        assert made.run("check").status == (1 if name.startswith("generated") else 0)
    schema.write_text(SCHEMA + "  Other: {}\n")
    assert made.run("check").status == 1


def test_no_schemas(shop: Shop) -> None:
    """A folder that lost its schemas does not empty the package: there is a finding, and no change."""
    shop.run("generate")
    before = shop.tree()
    (shop.root / "schemas" / "shop.yaml").unlink()
    for command in ("generate", "check", "lint", "grade", "show Item"):
        ran = shop.run(*command.split())
        assert (ran.status, ran.out) == (1, "")
        assert "error[R014]: there is no schema in schemas" in ran.err
    assert shop.tree() == before


@pytest.mark.parametrize(
    ("settings", "advised"),
    [
        pytest.param("[tool.coverage.report]\nfail_under = 90", True, id="a threshold"),
        pytest.param("[tool.coverage.run]\nbranch = true", False, id="no threshold"),
        pytest.param(
            '[tool.coverage]\nreport.fail_under = 9\nrun.omit = ["generated/*"]',
            False,
            id="left out",
        ),
        pytest.param(
            '[tool.coverage]\nreport.fail_under = 9\nrun.source = ["app"]',
            False,
            id="not measured",
        ),
        pytest.param(
            '[tool.coverage]\nreport.fail_under = 9\nrun.source = ["./"]',
            True,
            id="all measured",
        ),
        pytest.param(
            '[tool.coverage]\nreport.fail_under = 9\nrun.source = ["app", "generated"]',
            False,
            id="wanted",
        ),
    ],
)
def test_a_threshold_of_coverage(shop: Shop, settings: str, advised: bool) -> None:
    """check says so where generated code counts against one, and exits as before."""
    table = '[tool.respgen]\ntarget = "core"\n'
    shop.write("pyproject.toml", f"{table}{settings}\n")
    shop.run("generate")
    ran = shop.run("check")
    assert (ran.status, ran.out) == (0, "5 files up to date\n")
    line = 'write omit = ["generated/*"] in pyproject.toml [tool.coverage.run]'
    assert (line in ran.err) is advised
    assert shop.run("check", "--format", "json").err == "5 files up to date\n"


@pytest.mark.parametrize("whose", ["theirs", "ours"])
def test_a_committed_cache_hides_nothing(
    made: Shop, monkeypatch: pytest.MonkeyPatch, whose: str
) -> None:
    """Tampered code is found, though an entry of the cache in the tree calls it up to date.

    Only with the key of whoever checks would it count.
    """
    made.edit("generated/shop.py", "One item.", "One item!")
    project = read(made.root, Problems())
    assert project
    with monkeypatch.context() as patch:
        if whose == "theirs":
            patch.setenv("XDG_CACHE_HOME", str(made.root.parent / "theirs"))
        output = present(project.output)
        remember(project, fingerprint(project), output, Memory((), {}, ("shop.py",)))
    ran = made.run("check")
    expected = {"theirs": (1, True), "ours": (0, False)}
    assert (ran.status, "edited by hand" in ran.out) == expected[whose]
