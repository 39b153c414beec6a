"""[tool.respgen] becomes a Project; its mistakes have places in pyproject.toml."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.diagnostics import Problems
from respgen.load import READERS
from respgen.project import SUFFIXES, NoProject, Project, find
from respgen.project.mistakes import FILE
from respgen.project.style import Style
from respgen.project.tables import Table

TABLE = "[tool.respgen]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with a schema, and nothing of respgen above it."""
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/s.yaml").touch()
    return tmp_path.resolve()


def write(root: Path, text: str | bytes) -> None:
    data = text.encode() if isinstance(text, str) else text
    (root / "pyproject.toml").write_bytes(data)


def found(root: Path, text: str) -> Project:
    """The project of a pyproject.toml without mistakes."""
    write(root, text)
    problems = Problems()
    project = find(root, problems)
    assert project is not None
    assert not [*problems]
    return project


def mistakes(root: Path, text: str | bytes) -> list[str]:
    write(root, text)
    problems = Problems()
    find(root, problems)
    return [
        f"{p.span.line}:{p.span.column}-{p.span.end_column} {p.code} {p.message}"
        for p in problems
    ]


def test_silence(root: Path) -> None:
    """An empty table means the defaults."""
    assert found(root, TABLE) == Project(
        root=root,
        schemas=(root / "schemas/s.yaml",),
        output=root / "generated",
        target="fastapi",
        python="3.11",
        templates=None,
        select=(),
        ignore=(),
        header=(),
        black=None,
        ruff=(),
        style=Style(),
    )


def test_every_key(root: Path) -> None:
    """Every key has its effect, and [tool.black] comes along."""
    for folder in ("api", "templates"):
        (root / folder).mkdir()
    (root / "api/a.json").touch()
    (root / "b.yaml").touch()
    text = f"""\ufeff{TABLE}
        schemas = ["b.yaml", "./api/"]
        output = "src/pkg/out"
        target = "core"
        python = "3.14"
        header = ["# ruff: noqa: D"]
        templates = "templates"
        select = ["R", "R31"]
        ignore = ["R322"]
        [tool.black]
        line-length = 100
    """
    assert found(root, text) == Project(
        root=root,
        schemas=(root / "api/a.json", root / "b.yaml"),
        output=root / "src/pkg/out",
        target="core",
        python="3.14",
        templates=root / "templates",
        select=("R", "R31"),
        ignore=("R322",),
        header=("# ruff: noqa: D",),
        black=Table(root / FILE, ("tool", "black"), {"line-length": 100}),
        style=Style(width=100),
    )


def test_schema_files(root: Path) -> None:
    """Schemas stand directly in the folder; dot-files, folders and other files are left alone."""
    names = [
        "b.yaml",
        "a.yml",
        "c.json",
        "A.toml",
        "B.YAML",
        ".d.yaml",
        ".respgen.schema.json",
        "e.txt",
        "f",
    ]
    for name in names:
        (root / "schemas" / name).touch()
    (root / "schemas/g.yaml").mkdir()
    (root / "schemas/g.yaml/h.yaml").touch()
    project = found(root, TABLE)
    assert [path.name for path in project.schemas] == [
        "A.toml",
        "B.YAML",
        "a.yml",
        "b.yaml",
        "c.json",
        "s.yaml",
    ]


def test_a_file_named_twice_is_read_once(root: Path) -> None:
    text = f'{TABLE}schemas = ["schemas", "schemas/s.yaml", "schemas/../schemas"]'
    assert found(root, text).schemas == (root / "schemas/s.yaml",)


def test_there_is_a_reader_for_every_suffix() -> None:
    assert {*SUFFIXES} == {*READERS}


def test_names(root: Path) -> None:
    """Diagnostics name files from the root, with forward slashes."""
    project = found(root, TABLE)
    assert project.name(root / "schemas" / "a.yaml") == "schemas/a.yaml"
    assert project.name(root.parent / "a.yaml") == "../a.yaml"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('schema = "a"', "2:1-7 R014 unknown key 'schema'", id="unknown key"),
        pytest.param('target = "fastapy"', "2:10-19 R014 unknown target 'fastapy'", id="target"),
        pytest.param("target = []", "2:10-12 R014 unknown target []", id="type of target"),
        pytest.param("python = 3.12", "2:10-14 R014 python: unknown version 3.12", id="number"),
        pytest.param('python = "3.9"', "2:10-15 R014 python: unknown version '3.9'", id="python"),
        pytest.param("python = 3.11", "2:10-14 R014 python: unknown version 3.11", id="number"),
        pytest.param('header = "# a"', "2:10-15 R014 header must be a list of strings", id="header"),
        pytest.param('header = ["# a", "b"]', "2:18-21 R014 'b' is not a comment of one line", id="no comment"),
        pytest.param('header = ["#a"]', "2:11-15 R014 '#a' is not a comment of one line", id="no blank"),
        pytest.param('header = ["# "]', "2:11-15 R014 '# ' is not a comment of one line", id="nothing to say"),
        pytest.param('header = ["# a "]', "2:11-17 R014 '# a ' is not a comment of one line", id="blank at the end"),
        pytest.param(r'header = ["# a\nb"]', r"2:11-19 R014 '# a\nb' is not a comment of one line", id="two lines"),
        pytest.param('header = ["# ä"]', "2:11-16 R014 '# ä' is not a comment of one line", id="header not ASCII"),
        pytest.param('header = ["# respgen: a"]', "2:11-25 R014 '# respgen: a' looks like respgen's stamp", id="stamp"),
        pytest.param("schemas = 1", "2:11-12 R014 schemas must be a list of strings", id="schemas"),
        pytest.param('schemas = ["schemas", 1]', "2:23-24 R014 1 is not a string", id="in a list"),
        pytest.param('schemas = "/a"', "2:11-15 R014 '/a' is not a path relative to pyproject.toml", id="absolute"),
        pytest.param('schemas = ""', "2:11-13 R014 '' is not a path relative to pyproject.toml", id="empty"),
        pytest.param(r'schemas = "a\u0000"', r"2:11-20 R014 'a\x00' is not a path relative to pyproject.toml", id="NUL"),
        pytest.param('output = "a-b"', "2:10-15 R014 'a-b' is not a valid name for a Python package", id="output"),
        pytest.param('output = "."', "2:10-13 R014 the output must be a folder of its own", id="the root"),
        pytest.param('output = "class"', "2:10-17 R014 'class' is not a valid name for a Python package", id="keyword"),
        pytest.param('output = "söme"', "2:10-16 R014 'söme' is not a valid name for a Python package", id="not ASCII"),
        pytest.param('output = "../out"', "2:10-18 R014 the output must lie inside of the project", id="outside"),
        pytest.param('output = "a/../../out"', "2:10-23 R014 the output must lie inside of the project", id="outside, by a detour"),
        pytest.param('output = ".git/hooks"', "2:10-22 R014 the output must not lie in .git", id="git's"),
        pytest.param('output = "a/.GIT/b"', "2:10-20 R014 the output must not lie in .git", id="git's, in capitals"),
        pytest.param('output = ".respgen_cache/b"', "2:10-28 R014 the output must not lie in .respgen_cache", id="the cache"),
        pytest.param("schemas = []", "2:11-13 R014 schemas names neither a folder nor a file", id="no schemas"),
        pytest.param('output = "schemas/out"', "2:10-23 R014 the output must not lie inside the schemas", id="inside"),
        pytest.param('output = "a/../schemas"', "2:10-24 R014 the output must not lie inside the schemas", id="the schemas"),
        pytest.param("output = true", "2:10-14 R014 True is not a path relative to pyproject.toml", id="type of output"),
        pytest.param("templates = {}", "2:13-15 R014 {} is not a path relative to pyproject.toml", id="templates"),
        pytest.param('select = "R3"', "2:10-14 R014 select must be a list of strings", id="select"),
        pytest.param('ignore = ["R3", "R999"]', "2:17-23 R014 there is no rule 'R999'", id="unknown code"),
        pytest.param('ignore = ["r3"]', "2:11-15 R014 there is no rule 'r3'", id="small letter"),
        pytest.param('select = ["RX"]', "2:11-15 R014 there is no rule 'RX'", id="unknown family"),
        pytest.param('ignore = ["R306", "R201"]', "2:19-25 R014 R201 cannot be ignored", id="not ignorable"),
        pytest.param('ignore = ["R10"]', "2:11-16 R014 R10 cannot be ignored", id="not an ignorable one"),
        pytest.param('ignore = [""]', "2:11-13 R014 there is no rule ''", id="empty code"),
    ],
)  # fmt: skip
def test_mistakes(root: Path, text: str, expected: str) -> None:
    """Each wrong setting is found where it stands."""
    assert mistakes(root, TABLE + text) == [expected]


def test_the_listed_file_is_no_schema(root: Path) -> None:
    (root / "a.txt").touch()
    text = f'{TABLE}schemas = ["schemas", "a.txt"]'
    assert mistakes(root, text) == ["2:23-30 R014 'a.txt' is not a schema file"]


def test_all_mistakes_in_one_run(root: Path) -> None:
    """A wrong setting counts as silent, and a missing folder waits until the mistakes are mended."""
    text = f'{TABLE}schemas = "none"\ntarget = "flask"\n"pythn" = "3.11"\nselect = ["X", 1]'
    assert [found.partition(" ")[0] for found in mistakes(root, text)] == [
        "3:10-17", "4:1-8", "5:11-14", "5:16-17",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[tool]\nrespgen = 1", "2:11-12 R014 respgen must be a table of settings", id="no table"),
        pytest.param("tool.respgen.target = 1", "1:23-24 R014 unknown target 1", id="dotted"),
        pytest.param("tool = {respgen = {a = 1}}", "1:20-21 R014 unknown key 'a'", id="inline"),
        pytest.param("[tool.respgen]\na = ", "2:5-5 R001 the file ends too early: expected a value", id="syntax"),
        pytest.param("[tool.respgen]\na=1\na=1", "3:1-2 R004 duplicate key 'a'", id="duplicate"),
        pytest.param("[tool.respgen]\n<<<<<<< HEAD\na=1\n=======\na=2\n>>>>>>> b", "2:1-8 R001 a merge conflict is left in the file", id="conflict"),
        pytest.param(b"[tool.respgen]\n# \xff", "2:3-4 R013 byte 0xff is not UTF-8", id="not UTF-8"),
        pytest.param("respgen = " + "[" * 9999, "1:74-75 R008 nested more than 64 levels deep", id="too deep"),
        pytest.param("[tool.respgen]\na=1\n[b]\nc=" + "[" * 70 + "]" * 70, "1:1-1 R014 unknown key 'a'", id="deep elsewhere"),
        pytest.param(f"[tool.respgen]\npython = 0x{'f' * 9999}", "2:10-10011 R008 an integer of more than 1000 digits", id="long number"),
        pytest.param("# \x85\n[tool.respgen]\na=1", "3:1-2 R014 unknown key 'a'", id="what only schemas refuse"),
    ],
)  # fmt: skip
def test_mistakes_of_the_file(root: Path, text: str | bytes, expected: str) -> None:
    assert mistakes(root, text) == [expected]


@pytest.mark.parametrize(
    ("code", "advice"),
    [
        ("R0x", "codes begin with R0 to R9; `respgen rule` lists them"),
        ("E501", "codes begin with R0 to R9; `respgen rule` lists them"),
        ("r2", "did you mean 'R2'?"),
    ],
)
def test_advice_on_codes(root: Path, code: str, advice: str) -> None:
    """A code that names nothing is corrected where one is near, else the families are named."""
    write(root, f'{TABLE}select = ["{code}"]')
    problems = Problems()
    find(root, problems)
    assert [found.help for found in problems] == [advice]


@pytest.mark.parametrize(
    ("text", "place", "message", "advice"),
    [
        pytest.param(
            TABLE,
            "1:7",
            "no schema in schemas",
            "such as schemas/api.yaml",
            id="silent",
        ),
        pytest.param(
            f'{TABLE}schemas = "docs"',
            "2:11",
            "no schema in docs",
            "docs/api.yaml",
            id="one",
        ),
        pytest.param(
            f'{TABLE}schemas = ["api.yaml", "docs"]',
            "2:24",
            "in docs",
            "docs/",
            id="list",
        ),
        pytest.param(
            f'{TABLE}schemas = "nested"',
            "2:11",
            "no schema in nested",
            'schemas = ["nested/v1", "nested/v2"]',
            id="in sub-folders",
        ),
        pytest.param(
            "[project]", "1:1", "in schemas", "schemas/api.yaml", id="no table"
        ),
    ],
)
def test_no_schema_at_all(
    root: Path, text: str, place: str, message: str, advice: str
) -> None:
    """A folder without a schema is a mistake: an empty package is what nobody means."""
    (root / "schemas/s.yaml").rename(root / "schemas/.s.yaml")
    (root / "docs").mkdir()
    (root / "docs/README.md").touch()
    (root / "api.yaml").touch()
    for name in ("v1", "v2", ".v3"):
        (root / "nested" / name).mkdir(parents=True)
        (root / "nested" / name / "api.toml").touch()
    [found] = mistakes(root, text)
    assert found.startswith(f"{place}-")
    assert message in found
    problems = Problems()
    find(root, problems)
    assert [advice in each.help for each in problems] == [True]


def test_advice(root: Path) -> None:
    """The nearest name is suggested."""
    write(
        root,
        f'{TABLE}ouput = "a"\ntarget = "FastAPI"\npython = 3.11\nignore = ["R302x"]',
    )
    problems = Problems()
    find(root, problems)
    assert [found.help for found in problems] == [
        "did you mean 'output'?",
        "did you mean 'fastapi'?",
        'quote it: "3.11"',
        "did you mean 'R302'?",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param('schemas = "none"', r"the schemas folder .*none is missing; `respgen init`", id="schemas"),
        pytest.param('schemas = ["schemas", "a.yaml"]', r"the schemas folder .*a\.yaml is missing", id="file"),
        pytest.param('templates = "none"', r"the templates folder .*none is missing", id="templates"),
    ],
)  # fmt: skip
def test_missing_folders(root: Path, text: str, message: str) -> None:
    """A missing folder is an error of the environment."""
    write(root, TABLE + text)
    with pytest.raises(NoProject, match=message):
        find(root, Problems())


def test_a_broken_link_is_a_schema_that_cannot_be_read(root: Path) -> None:
    (root / "schemas/a.yaml").symlink_to("none")
    assert found(root, TABLE).schemas[0] == root / "schemas/a.yaml"


def test_an_output_that_is_linked_into_the_schemas(root: Path) -> None:
    (root / "out").symlink_to("schemas")
    assert len(mistakes(root, f'{TABLE}output = "out"')) == 1


@pytest.mark.parametrize(
    ("target", "wrong"),
    [
        pytest.param("..", "the output must lie inside of the project", id="outside"),
        pytest.param(".git/hooks", "the output must not lie in .git", id="git's"),
        pytest.param("real", "", id="inside"),
    ],
)
def test_an_output_below_a_link(root: Path, target: str, wrong: str) -> None:
    """A link of the project leads nowhere that its name could not."""
    (root / target).mkdir(parents=True, exist_ok=True)
    (root / "link").symlink_to(target)
    said = mistakes(root, f'{TABLE}output = "link/code"')
    assert said == ([f"2:10-21 R014 {wrong}"] if wrong else [])


def test_the_nearest_table_upwards_counts(root: Path) -> None:
    """A pyproject.toml without the table does not end the search, even beside a folder `schemas`."""
    write(root, f'{TABLE}target = "core"')
    below = root / "a/b"
    (below / "schemas").mkdir(parents=True)
    write(below, "[project]\nname = 'respgen'")
    write(root / "a", "broken =")
    project = find(below / "schemas", Problems())
    assert project is not None
    assert (project.root, project.target) == (root, "core")


def test_a_plain_file_beside_schemas_means_the_defaults(root: Path) -> None:
    read = found(root, "[project]\nname = 'a'\n[tool.black]\nx = 1")
    assert read.black == Table(root / FILE, ("tool", "black"), {"x": 1})


@pytest.mark.parametrize("text", [None, "[project]"], ids=["no file", "no schemas"])
def test_no_project(tmp_path: Path, text: str | None) -> None:
    """Without the table and without a folder `schemas` there is nothing to do but to begin."""
    if text:
        write(tmp_path, text)
    with pytest.raises(NoProject, match="respgen init"):
        find(tmp_path, Problems())


@given(data=st.binary(max_size=40) | st.text(max_size=40).map(str.encode))
def test_anything_is_a_project_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    """Whatever stands in the table: nothing but NoProject is raised."""
    root = tmp_path_factory.mktemp("any")
    (root / "schemas").mkdir()
    write(root, TABLE.encode() + data)
    problems = Problems()
    try:
        project = find(root, problems)
    except NoProject:
        return
    assert project or problems.errors


def test_the_happy_path_is_light() -> None:
    """Finding a project imports neither PyYAML nor pydantic."""
    code = "import sys, respgen.project; print(*{'yaml', 'pydantic', 'jinja2', 'black'} & {*sys.modules})"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
