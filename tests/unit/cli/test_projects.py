"""Several projects in one repository: names that lead to the files, one report, one exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from respgen.load import READERS
from respgen.load.source import SchemaText
from respgen.load.toml import read_toml
from respgen.load.tree import Node
from tests.support.command_line import REPOSITORY, Shop

GOOD = "respgen: 1\nresponses:\n  Page: {description: A page.}\n"
WRONG = "respgen: 1\nresponses:\n  Page:\n    headers: {X-Frame-Options: SAMESITE}\n"
ODD = "respgen: 1\nresponses:\n  Page:\n    headers: {X-A: é}\n"


@pytest.fixture
def mono(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shop:
    """A repository with two services, the second with a mistake."""
    made = Shop(tmp_path.resolve() / "mono", capsys)
    made.write(".git/HEAD", "")
    made.write("services/a/pyproject.toml", '[tool.respgen]\ntarget = "core"\n')
    made.write("services/a/schemas/api.yaml", GOOD)
    made.write("services/b/pyproject.toml", '[tool.respgen]\ntarget = "core"\n')
    made.write("services/b/schemas/api.yaml", WRONG)
    return made


@pytest.fixture
def workspace(mono: Shop) -> Shop:
    """The same, with its members listed."""
    mono.write("pyproject.toml", '[tool.respgen.workspace]\nmembers = ["services/*"]\n')
    return mono


@pytest.mark.parametrize(
    ("folder", "words", "path"),
    [
        pytest.param("", "-C services/b", "services/b/schemas/api.yaml", id="root"),
        pytest.param("services/b", "", "schemas/api.yaml", id="project"),
        pytest.param("services/b/schemas", "", "api.yaml", id="below"),
        pytest.param("services/a", "-C ../b", "../b/schemas/api.yaml", id="beside"),
    ],
)
@pytest.mark.parametrize("command", ["lint", "check", "generate"])
def test_people_get_the_path_from_where_they_are(
    mono: Shop, folder: str, words: str, path: str, command: str
) -> None:
    """A terminal or an editor opens the file that a finding names; JSON has the same name."""
    ran = mono.run_from(folder, *words.split(), command)
    assert ran.status == 1
    assert ran.err.startswith(f"{path}:4:32: error[R618]")
    shown = mono.run_from(folder, *words.split(), command, "--format", "json").out
    assert [each["file"] for each in json.loads(shown)["diagnostics"]] == [path]


def test_a_project_far_away_has_whole_paths(mono: Shop) -> None:
    """Where no folder but the root of the file system is in common, climbing there helps nobody."""
    elsewhere = Shop(Path("/usr"), mono.capture)
    ran = elsewhere.run("lint", "-C", str(mono.root / "services/b"))
    assert ran.err.startswith(f"{mono.root.as_posix()}/services/b/schemas/api.yaml:4:")


@pytest.mark.parametrize("folder", ["", "services/b", "services/b/schemas"])
def test_github_reads_from_the_repositorys_root(mono: Shop, folder: str) -> None:
    """Workflow commands name the file from the folder with .git, wherever they were written."""
    project = os.path.relpath(mono.root / "services/b", mono.root / folder)
    ran = mono.run_from(folder, "check", "-C", project, "--format", "github")
    assert ran.out.startswith("::error file=services/b/schemas/api.yaml,line=4,")
    ran = mono.run_from(folder, "lint", "-C", project, "--format", "sarif")
    [result] = json.loads(ran.out)["runs"][0]["results"]
    place = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "services/b/schemas/api.yaml"}


def test_files_out_of_date_are_named_alike(mono: Shop) -> None:
    """So are generated files."""
    ran = mono.run("check", "-C", "services/a", "--format", "github")
    assert "::error file=services/a/generated/api.py,title=respgen drift" in ran.out
    assert "services/a/generated/api.py: missing" in ran.err
    ran = mono.run("generate", "-C", "services/a")
    assert "wrote services/a/generated/api.py\n" in ran.out


def test_git_worktrees(mono: Shop) -> None:
    """There `.git` is a file."""
    mono.write("tree/.git", "gitdir: ../.git/worktrees/tree\n")
    mono.write("tree/b/pyproject.toml", "[tool.respgen]\n")
    mono.write("tree/b/schemas/api.yaml", WRONG)
    ran = mono.run("check", "-C", "tree/b", "--format", "github")
    assert ran.out.startswith("::error file=b/schemas/api.yaml,")


def test_without_a_repository(mono: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """GitHub's own folder counts, as in a container without .git; else the project's root."""
    (mono.root / ".git/HEAD").unlink()
    (mono.root / ".git").rmdir()
    words = ("check", "-C", "services/b", "--format", "github")
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    assert mono.run(*words).out.startswith("::error file=schemas/api.yaml,")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(mono.root))
    assert mono.run(*words).out.startswith("::error file=services/b/schemas/api.yaml,")
    monkeypatch.setenv("GITHUB_WORKSPACE", "/usr")
    assert mono.run(*words).out.startswith("::error file=schemas/api.yaml,")


@pytest.mark.parametrize(
    "words",
    [
        "-C services/a -C services/b lint",
        "lint -C services/a -C services/b",
        "-C services/a lint -C services/b",
        "-C services/a --project services/a/schemas lint --project services/b",
    ],
)
def test_the_option_stands_before_or_after(mono: Shop, words: str) -> None:
    """All that are given count, and each project once."""
    ran = mono.run(*words.split())
    assert (ran.status, ran.err.count("error[R618]")) == (1, 1)
    mono.write("services/b/schemas/api.yaml", GOOD)
    ran = mono.run(*words.split())
    assert (ran.status, ran.out) == (0, "2 files without findings\n")


def test_the_highest_status_counts(mono: Shop) -> None:
    """A project that cannot be worked with does not keep the others from being looked at."""
    mono.write("services/c/pyproject.toml", '[tool.respgen]\nschemas = "none"\n')
    ran = mono.run("check", *(f"-Cservices/{name}" for name in "acb"))
    assert ran.status == 2
    assert "services/b/schemas/api.yaml:4:32: error[R618]" in ran.err
    assert "services/a/generated/api.py: missing" in ran.out
    assert "none is missing" in ran.err


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_one_document(workspace: Shop, form: str) -> None:
    """However many projects there are, what machines read is one document."""
    workspace.write("services/a/schemas/api.yaml", WRONG)
    document = json.loads(workspace.run("check", "--format", form).out)
    found = (
        document["diagnostics"] if form == "json" else document["runs"][0]["results"]
    )
    assert len(found) == 2


def test_members(workspace: Shop) -> None:
    """From the workspace's root a command works on all members, from a member on that one."""
    assert "services/b/schemas/api.yaml:4:" in workspace.run("check").err
    assert workspace.run_from("services/a", "generate").status == 0
    assert workspace.run_from("services/a", "check").out == "5 files up to date\n"
    workspace.write("services/b/schemas/api.yaml", ODD)
    assert workspace.run("check", "--strict").status == 1
    assert workspace.run("generate").status == 0
    assert workspace.run("check").out == "10 files up to date\n"
    assert workspace.run("check", "--strict").status == 1


def test_errors_in_one_do_not_hold_up_the_others(workspace: Shop) -> None:
    """Each package is written wholly or not at all; one that is right is written."""
    assert workspace.run("generate").status == 1
    assert (workspace.root / "services/a/generated/api.py").exists()
    assert not (workspace.root / "services/b/generated").exists()


def test_a_member_without_a_table(workspace: Shop) -> None:
    """A pyproject.toml beside schemas is a project, and the workspace above it is not in its way."""
    workspace.write("services/c/pyproject.toml", "[project]\nname = 'c'\n")
    workspace.write("services/c/schemas/api.yaml", ODD)
    assert "services/c/schemas/api.yaml:4:" in workspace.run("lint").err
    ran = workspace.run_from("services/c/schemas", "lint")
    assert ran.err.startswith("api.yaml:4:")
    assert ran.err.endswith("1 warning\n")


def test_the_root_may_be_a_project_too(workspace: Shop) -> None:
    """It is where it has settings of its own, or schemas."""
    workspace.write("schemas/api.yaml", ODD)
    assert "\nschemas/api.yaml:4:" in "\n" + workspace.run("lint").err


def test_what_is_shared_is_parsed_once(
    workspace: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A schema of two members is parsed once, and a finding in it is reported once."""
    table = '[tool.respgen]\ntarget = "core"\nschemas = ["../../common.toml"]\n'
    for name in "ab":
        workspace.write(f"services/{name}/pyproject.toml", table)
    text = 'respgen = 1\n[responses.Page.headers]\nX-Frame-Options = "SAMESITE"\n'
    workspace.write("common.toml", text)
    read: list[str] = []

    def counting(source: SchemaText) -> Node:
        read.append(source.name)
        return read_toml(source)

    monkeypatch.setitem(READERS, ".toml", counting)
    ran = workspace.run("check")
    assert read == ["../../common.toml"]
    assert ran.err.count("common.toml:3:19: error[R618]") == 1


def test_shared_schemas_are_fixed_once(workspace: Shop) -> None:
    """`lint --fix` mends a schema of two members, and says so once."""
    table = '[tool.respgen]\nschemas = ["../../common.yaml"]\n'
    for name in "ab":
        workspace.write(f"services/{name}/pyproject.toml", table)
    text = "respgen: 1\ncookies:\n  basket: {domain: .shop.example}\n"
    workspace.write("common.yaml", text)
    ran = workspace.run("lint", "--diff")
    assert ran.out.count("--- common.yaml") == 1
    ran = workspace.run("lint", "--fix")
    assert ran.out.count("common.yaml:3:20: R306 fixed") == 1
    assert ran.out.endswith("1 fixed in 1 file: run `respgen generate`\n")
    assert (workspace.root / "common.yaml").read_text() == text.replace(".sh", "sh")


def test_grades_say_the_project(workspace: Shop) -> None:
    """Classes of one name are told apart by the path of their project."""
    workspace.write("services/b/schemas/api.yaml", GOOD)
    ran = workspace.run("grade", "--min", "A")
    assert ran.status == 1
    assert "services/a: api.Page" in ran.out
    assert ran.err.endswith("below A: services/a: api.Page, services/b: api.Page\n")
    shown = json.loads(workspace.run("grade", "Page", "--format", "json").out)
    projects = [each["project"] for each in shown["classes"]]
    assert projects == ["services/a", "services/b"]
    alone = workspace.run("grade", "-C", "services/a").out
    assert "services/a" not in alone
    assert "did you mean 'Page'" in workspace.run("grade", "Pag").err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        pytest.param(
            "show Page",
            "show takes one project, and here are 2: -C services/a, -C services/b",
            id="show",
        ),
        pytest.param("init -C services/a -C .", "init starts one project", id="init"),
    ],
)
def test_some_commands_take_one(workspace: Shop, words: str, message: str) -> None:
    """What makes no sense for several projects says so by name."""
    ran = workspace.run(*words.split())
    assert (ran.status, message in ran.err) == (2, True)


MISTAKES = {
    "missing": ('["services/x"]', "2:12", "there is no folder 'services/x'"),
    "near": ('["service/a"]', "2:12", "there is no folder 'service/a'"),
    "no project": ('["docs"]', "2:12", "there is no project in 'docs'"),
    "a file": ('["docs/index.md"]', "2:12", "there is no folder 'docs/index.md'"),
    "twice": (
        '["services/a", "./services/a"]',
        "2:26",
        "'./services/a' is listed twice",
    ),
    "the root": ('["services/a", "."]', "2:26", "the root of a workspace is not one"),
    "above": ('["../mono2"]', "2:12", "'../mono2' is outside of the workspace"),
    "absolute": ('["/srv/a"]', "2:12", "'/srv/a' is not a relative path"),
    "a pattern of nothing": ('["libs/*"]', "2:12", "'libs/*' matches no folder with"),
    "a workspace": ('["nested"]', "2:12", "'nested' is a workspace of its own"),
    "no list": ('"services/a"', "2:11", "members must be a list of folders"),
    "empty list": ("[]", "2:11", "members must be a list of folders"),
    "empty text": ('[""]', "2:12", "'' is not the path of a folder"),
    "number": ("[1]", "2:12", "1 is not the path of a folder"),
}


@pytest.mark.parametrize(
    ("members", "place", "message"), MISTAKES.values(), ids=MISTAKES
)
def test_mistakes_in_members(
    mono: Shop, members: str, place: str, message: str
) -> None:
    """Each is a finding at its place, with a help line, and fails every command."""
    mono.write("docs/index.md", "")
    mono.write("nested/pyproject.toml", '[tool.respgen.workspace]\nmembers = ["a"]\n')
    mono.write("pyproject.toml", f"[tool.respgen.workspace]\nmembers = {members}\n")
    ran = mono.run("lint")
    assert ran.status == 1
    assert f"pyproject.toml:{place}: error[R014]: {message}" in ran.err
    assert "help: " in ran.err


@pytest.mark.parametrize(
    ("table", "message"),
    [
        pytest.param(
            "[tool.respgen]\nworkspace = 1\n", "2:13: error[R014]: workspace", id="text"
        ),
        pytest.param(
            '[tool.respgen.workspace]\nmember = ["services/*"]\n',
            "2:1: error[R014]: unknown key 'member'",
            id="key",
        ),
    ],
)
def test_mistakes_in_the_table(mono: Shop, table: str, message: str) -> None:
    """A wrong table is found, too."""
    mono.write("pyproject.toml", table)
    ran = mono.run("lint")
    assert (ran.status, message in ran.err) == (1, True)


def test_good_members_are_judged_beside_bad_ones(mono: Shop) -> None:
    """A mistake in the list hides nothing that is wrong in the others."""
    mono.write(
        "pyproject.toml", '[tool.respgen.workspace]\nmembers = ["x", "services/b"]\n'
    )
    ran = mono.run("lint")
    assert ran.err.endswith("2 errors\n")


HOSTILE = (
    *("click.py", "yaml.py", "typing.py", "black/__init__.py", "jinja2/__init__.py"),
    *("pip/__main__.py", "respgen/__init__.py", "respgen/__main__.py", "runpy.py"),
    *("sitecustomize.py", "usercustomize.py"),
)
"""What a checkout may hold so that it runs when Python looks for one of ours."""


def action(
    root: Path, projects: str, commands: str = "check"
) -> subprocess.CompletedProcess[str]:
    """The action's last lines, in bash as GitHub starts it, in the root of a checkout."""
    script = yaml.safe_load((REPOSITORY / "action.yml").read_text())["runs"]["steps"][1]
    lines = script["run"].splitlines()
    lines = [line for line in lines if "pip install" not in line]
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", "\n".join(lines)],
        cwd=root,
        env={
            "PYTHON": sys.executable,
            "PYTHONPATH": str(REPOSITORY),
            "PROJECT": projects,
            "COMMANDS": commands,
            "PATH": os.environ["PATH"],
        },
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("projects", ["services/a\nservices/b", "services/b\n", "."])
def test_the_action(workspace: Shop, projects: str) -> None:
    """It annotates the file below the repository's root."""
    done = action(workspace.root, projects)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=services/b/schemas/api.yaml,line=4,")


@pytest.mark.parametrize("projects", ["services/a\nservices/b", "."])
def test_the_action_audits(workspace: Shop, projects: str) -> None:
    """Each project by itself, after the check or instead of it; the highest status counts."""
    wrong = "from fastapi import Response\nR = Response(headers={'X-Total': 3})\n"
    workspace.write("services/b/shop.py", wrong)
    done = action(workspace.root, projects, "audit\n")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=services/b/shop.py,line=2,")
    assert "schemas" not in done.stdout
    both = action(workspace.root, projects, "check\n\naudit")
    assert both.returncode == 1
    assert both.stdout.startswith("::error file=services/b/schemas/api.yaml,line=4,")
    assert both.stdout.endswith(done.stdout)
    (workspace.root / "services/b/shop.py").unlink()
    assert action(workspace.root, projects, "audit").returncode == 0


def test_the_action_knows_its_commands(workspace: Shop) -> None:
    done = action(workspace.root, ".", "audits")
    assert done.returncode == 2
    assert done.stdout.startswith("::error::there is no command 'audits'")


@pytest.mark.parametrize("commands", ["check", "audit\ncheck"])
@pytest.mark.parametrize("projects", ["services/a\nservices/b", "."])
def test_the_action_imports_nothing_of_a_checkout(
    workspace: Shop, projects: str, commands: str
) -> None:
    """Whatever a checkout calls its modules, at its root or beside a project."""
    for name in HOSTILE:
        workspace.write(name, "print('ran'); raise SystemExit")
        workspace.write(f"services/b/{name}", "print('ran'); raise SystemExit")
    done = action(workspace.root, projects, commands)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=services/b/schemas/api.yaml,line=4,")
    assert "ran\n" not in done.stdout + done.stderr


def test_the_action_never_looks_into_the_checkout_for_modules() -> None:
    """Each of its lines that starts Python says -P, the one that installs included."""
    text = (REPOSITORY / "action.yml").read_text()
    assert text.count('"$PYTHON" ') == text.count('"$PYTHON" -P -m ') == 2


@pytest.mark.parametrize(
    "name", ["click.py", "yaml/__init__.py", "typing.py", "black.py"]
)
def test_python_m_imports_nothing_of_the_working_folder(mono: Shop, name: str) -> None:
    """Nor does `python -m respgen`, but for what Python itself needs to find it."""
    mono.write(name, "print('ran')")
    done = mono.spawn("check", "-C", "services/a")
    assert "ran" not in done.stdout + done.stderr
    assert (done.returncode, "Traceback" in done.stderr) == (1, False)


def test_a_pattern_follows_no_circle(mono: Shop) -> None:
    """Links between packages, as pnpm makes them, name each other; installed packages are none."""
    members = '[tool.respgen.workspace]\nmembers = ["**", "*/*/*/*/**/*"]\n'
    mono.write("pyproject.toml", members)
    mono.write("node_modules/x/pyproject.toml", "[tool.respgen]\n")
    mono.write(".venv/x/pyproject.toml", "[tool.respgen]\n")
    mono.write("packages/p0/pyproject.toml", "[tool.respgen]\n")
    mono.write("packages/p0/schemas/api.yaml", GOOD)
    names = [f"p{number}" for number in range(8)]
    for name in names:
        mono.write(f"packages/{name}/links/README", "")
        for other in names:
            link = mono.root / "packages" / name / "links" / other
            link.symlink_to(mono.root / "packages" / other)
    ran = mono.run_from("", "lint")
    assert "services/b/schemas/api.yaml:4:32: error[R618]" in ran.err
    assert "1 error" in ran.err
    assert "node_modules" not in ran.err
