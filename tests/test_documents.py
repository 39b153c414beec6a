"""What the documents show is what comes out: their schemas compile, their excerpts are true."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from jinja2 import Environment, meta

from respgen import kinds
from respgen.cli.commands.jsonschema import document
from respgen.fields import TYPES
from respgen.grade import GRADES
from respgen.grade.scores import grade
from respgen.kinds import KINDS
from respgen.pipeline import Build, build
from respgen.project import Project
from respgen.renderers import WORDS
from respgen.resources import templates
from respgen.vocabulary.targets import CLASSES, TARGETS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LANGUAGE = (ROOT / "schemas" / "README.md").read_text(encoding="utf-8")
CONTRACT = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted(
    path
    for pattern in ("*.md", "*/README.md")
    for path in ROOT.glob(pattern)
    if not path.parent.name.startswith(".")
)


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a language, in order."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [block for word, block in found if word == language]


def compiled(schema: str, folder: Path) -> Build:
    """A project with this one schema."""
    path = folder / "api.yaml"
    path.write_text(schema, encoding="utf-8")
    return build(Project(root=folder, schemas=(path,), output=folder / "generated"))


def written(files: Mapping[str, str], folder: Path) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


def test_readme_shows_true_output(tmp_path: Path) -> None:
    """Every line of the class in README.md stands in what its schema compiles to, in that order."""
    made = compiled(blocks(README, "yaml")[0], tmp_path)
    assert list(made.problems) == []
    module = next(file.text for file in made.files if file.path == "api.py")
    rest = iter(module[module.index("class Created") :].split("\n"))
    shown = blocks(README, "python")[0].strip().split("\n")
    missing = [line for line in shown if line not in rest]
    assert missing == []


@pytest.mark.slow
def test_readme_shows_what_mypy_says(tmp_path: Path) -> None:
    """mypy says of the mistakes in README.md what stands there, and nothing else."""
    made = compiled(blocks(README, "yaml")[0], tmp_path)
    files = {f"generated/{file.path}": file.text for file in made.files}
    written({**files, "use.py": blocks(README, "python")[1]}, tmp_path)
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "use.py"]
    run = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    said = [line for line in run.stdout.splitlines() if ": note: " not in line]
    assert "\n".join([*said, ""]) == blocks(README, "")[0]


def test_the_languages_first_example_compiles(tmp_path: Path) -> None:
    """The schema at the top of schemas/README.md has nothing to be said about."""
    assert list(compiled(blocks(LANGUAGE, "yaml")[0], tmp_path).problems) == []


@pytest.mark.parametrize("word", [*TYPES, *WORDS, *KINDS, *TARGETS])
def test_the_language_reference_knows_every_word(word: str) -> None:
    """schemas/README.md names every header type, renderer, kind and target in a table."""
    assert re.search(rf"^\|.*`{word}(\[|`)", LANGUAGE, re.MULTILINE)


@pytest.mark.parametrize("kind", sorted(kinds.PLANNED))
def test_the_language_reference_names_what_is_not_built(kind: str) -> None:
    """A planned kind, and the classes of the frameworks that wait for it, stand there by name."""
    bases = {name for row in CLASSES.values() for name in row if row[name] == kind}
    for word in (kind, *bases):
        assert f"`{word}`" in LANGUAGE


def test_the_language_reference_has_the_grades() -> None:
    """schemas/README.md says from how many points on there is each grade."""
    head, _, points = LANGUAGE[LANGUAGE.index("| grade |") :].splitlines()[:3]
    letters, lowest = (line.strip("| ").split(" | ")[1:] for line in (head, points))
    assert tuple(letters) == GRADES
    assert [grade(int(least)) for least in lowest] == letters
    assert [grade(int(least) - 1) for least in lowest[:-1]] == letters[1:]


@pytest.mark.parametrize(
    "template", sorted(templates().glob("*.jinja")), ids=lambda path: str(path.name)
)
def test_the_template_contract_names_every_part(template: Path) -> None:
    """templates/README.md has a row for each template, and in it every part that it prints."""
    row = next(
        line for line in CONTRACT.split("\n") if line.startswith(f"| `{template.name}`")
    )
    used = meta.find_undeclared_variables(Environment().parse(template.read_text()))
    assert {part for part in used if f"`{part}`" not in row} == set()


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda path: str(path.name))
def test_links_lead_somewhere(page: Path) -> None:
    """A relative link in a document leads to a file or a folder."""
    links = re.findall(r"\]\(([^)#]+)\)", page.read_text(encoding="utf-8"))
    relative = [link for link in links if "://" not in link]
    missing = [link for link in relative if not (page.parent / link).exists()]
    assert missing == []


def test_the_published_json_schema_is_up_to_date() -> None:
    """schemas/.respgen.schema.json is what `respgen jsonschema` prints."""
    text = (ROOT / "schemas" / ".respgen.schema.json").read_text(encoding="utf-8")
    assert text == document() + "\n"
