"""Two branches that change different definitions merge, and what git made is what generate writes."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.support.command_line import Shop

# long enough that lists of names have lines of their own
BASE = """\
respgen: 1
description: Responses of the shop.

cookies:
  basket_of_the_visitor:
    max_age: 14d

  session_of_the_visitor:
    encoding: percent

responses:
  CatalogueJSON:
    media_type: application/json
    headers:
      ETag: {type: etag}
      Last-Modified: {type: date}
    cookies: [basket_of_the_visitor]

  InvoiceDocument:
    media_type: application/pdf
    headers:
      Content-Disposition: {type: str}

  ProductJSON:
    media_type: application/json
    headers:
      X-Stock: {type: int}
      X-Price: {type: float}

  ReviewJSON:
    media_type: application/json
    headers:
      Retry-After: {type: date}
      X-Request-ID: {type: str}

  VisitorPage:
    media_type: text/plain
    cookies: [session_of_the_visitor]
"""

FIRST_CLASS = ("responses:\n", "responses:\n  BasketJSON: {media_type: text/csv}\n\n")
LAST_CLASS = ("    cookies: [session_", "    headers: {Via: x}\n    cookies: [session_")
MIDDLE_CLASS = (
    "  ReviewJSON:",
    "  QuoteJSON:\n    content: shop.models.Quote\n    render: shop.models:shown\n"
    "    headers: {X-Until: {type: duration}}\n\n  ReviewJSON:",
)
COOKIE = ("cookies:\n", "cookies:\n  admin_of_the_shop:\n    encoding: json\n\n")
OTHER_COOKIE = (
    "responses:\n",
    "  tracking_of_the_visitor:\n    encoding: base64url\n\nresponses:\n",
)
GONE = ("      X-Stock: {type: int}\n", "")
DESCRIPTION = ("Responses of the shop", "What the shop answers")


@pytest.fixture
def repository(shop: Shop) -> Shop:
    """A repository whose package is up to date on `main`."""
    git(shop, "init", "-q", "-b", "main")
    shop.write(".gitignore", "__pycache__/\n")
    shop.write("schemas/shop.yaml", BASE)
    generate_and_commit(shop)
    return shop


def git(shop: Shop, *words: str) -> subprocess.CompletedProcess[str]:
    who = {
        f"GIT_{r}_{k}": "a@b"
        for r in ("AUTHOR", "COMMITTER")
        for k in ("NAME", "EMAIL")
    }
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    environment = {**os.environ, **who, **alone}
    return subprocess.run(
        ["git", *words],
        cwd=shop.root,
        env=environment,
        text=True,
        capture_output=True,
        check=words[0] != "merge",
    )


def generate_and_commit(shop: Shop) -> None:
    assert shop.run("generate").status == 0
    git(shop, "add", ".")
    git(shop, "commit", "-qm", "change")


def branch(shop: Shop, name: str, change: tuple[str, str]) -> None:
    """A branch off main with a change of the schema and what is generated from it."""
    git(shop, "checkout", "-q", "-b", name, "main")
    shop.edit("schemas/shop.yaml", *change)
    generate_and_commit(shop)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param(FIRST_CLASS, MIDDLE_CLASS, id="two classes"),
        pytest.param(FIRST_CLASS, LAST_CLASS, id="a class and a change"),
        pytest.param(GONE, LAST_CLASS, id="two changes"),
        pytest.param(COOKIE, LAST_CLASS, id="other support functions and a class"),
        pytest.param(COOKIE, MIDDLE_CLASS, id="support functions in two places"),
        pytest.param(DESCRIPTION, MIDDLE_CLASS, id="the docstring and a class"),
        pytest.param(GONE, DESCRIPTION, id="a change and the docstring"),
    ],
)
def test_branches_merge(
    repository: Shop, ours: tuple[str, str], theirs: tuple[str, str]
) -> None:
    """The merged files are letter for letter what generate writes: nothing is left to do."""
    branch(repository, "ours", ours)
    branch(repository, "theirs", theirs)
    merged = git(repository, "merge", "ours")
    assert merged.returncode == 0, merged.stdout
    assert repository.run("check").out == "5 files up to date\n"


def conflict(shop: Shop) -> Path:
    """A merge where both branches changed one class; the schema is resolved, the package is not."""
    branch(shop, "ours", ("X-Stock: {type: int}", "X-Stock: {type: str}"))
    branch(shop, "theirs", ("X-Stock: {type: int}", "X-Stock: {type: bool}"))
    assert git(shop, "merge", "ours").returncode == 1
    git(shop, "checkout", "--ours", "schemas/shop.yaml")
    return shop.root / "generated" / "shop.py"


def test_a_conflict(repository: Shop) -> None:
    """Where git leaves its markers, check names them and generate repairs the file."""
    path = conflict(repository)
    line = path.read_text().split("\n").index("<<<<<<< HEAD") + 1
    ran = repository.run("check")
    assert ran.status == 1
    assert f"generated/shop.py: conflict markers (line {line})\n" in ran.out
    assert (
        "help: run `respgen generate`: it writes the file again; then `git add` it"
        in ran.out
    )
    assert (
        f"::error file=generated/shop.py,line={line},title=respgen drift::conflict markers"
        in repository.run("check", "--format", "github").out
    )
    done = repository.run("generate")
    assert done.status == 0
    assert f"wrote generated/shop.py: conflict markers (line {line})\n" in done.out
    assert repository.run("check").status == 0


def test_a_conflict_in_support(repository: Shop) -> None:
    """So they do in all files where both branches need other functions in one place."""
    branch(repository, "ours", COOKIE)
    branch(repository, "theirs", OTHER_COOKIE)
    assert git(repository, "merge", "ours").returncode == 1
    ran = repository.run("check")
    for name in ("_support", "shop"):
        assert f"generated/{name}.py: conflict markers (line " in ran.out
    assert repository.run("generate").status == 0
    assert repository.run("check").out == "5 files up to date\n"


@pytest.mark.parametrize("marker", ["<<<<<<<", "=======", ">>>>>>>"])
def test_half_resolved(repository: Shop, marker: str) -> None:
    """So they do where somebody began to resolve the conflict."""
    path = conflict(repository)
    lines = path.read_text().split("\n")
    path.write_text("\n".join(x for x in lines if not x.startswith(marker)))
    assert "generated/shop.py: conflict markers (line " in repository.run("check").out
    assert repository.run("generate").status == 0
    assert repository.run("check").status == 0


def test_an_edit_away_from_a_conflict(repository: Shop) -> None:
    """An edit elsewhere in the file is not lost to the repair."""
    path = conflict(repository)
    path.write_text(path.read_text().replace('"text/plain"', '"text/csv"'))
    ran = repository.run("generate")
    assert (ran.status, ran.out) == (1, "")
    assert "; edited by hand (VisitorPage): move" in ran.err
    changed = [line for line in ran.err.split("\n") if line.startswith(("+ ", "- "))]
    assert changed == [
        '-    media_type = "text/plain"',
        '+    media_type = "text/csv"',
    ]


def test_cut_by_a_conflict(repository: Shop) -> None:
    """Git may find the end of one class at the end of another that a branch put below it."""
    path = repository.root / "generated" / "shop.py"
    mark = "# respgen seal "
    sections = path.read_text().split(mark)
    [place] = [n for n, text in enumerate(sections) if "class InvoiceDoc" in text]
    above, method, below = sections[place].partition("    def init_headers")
    other = mark + sections[place + 1].partition(method)[0]
    sections[place] = (
        f"{above}<<<<<<< HEAD\n\n{other}=======\n>>>>>>> a\n{method}{below}"
    )
    path.write_text(mark.join(sections))
    ran = repository.run("check")
    assert "generated/shop.py: conflict markers (line " in ran.out
    assert "edited" not in ran.out
    assert repository.run("generate").status == 0
    assert repository.run("check").status == 0


def test_joined_beside_a_conflict(repository: Shop) -> None:
    """Git may put the end of one branch's class under the beginning of another's, unmarked."""
    path = conflict(repository)
    path.write_text(path.read_text().replace('"application/pdf"', '"text/plain"'))
    ran = repository.run("check")
    assert "generated/shop.py: conflict markers (line " in ran.out
    assert '-    media_type = "text/plain"' in ran.out
    assert repository.run("generate").status == 0


NOTE = "<<<<<<< my note: ask Bob\n"


@pytest.mark.parametrize("other", ['"text/csv"', '"text/csv'], ids=["Python", "none"])
def test_a_note_is_no_conflict(repository: Shop, other: str) -> None:
    """An opening marker alone in a text does not excuse an edit."""
    path = repository.root / "generated" / "shop.py"
    text = path.read_text().replace("Responses of the shop.", f"Of the shop.\n{NOTE}")
    path.write_text(text.replace('"text/plain"', other))
    ran = repository.run("check")
    assert "generated/shop.py: edited by hand (" in ran.out
    assert "conflict" not in ran.out
    assert repository.run("generate").status == 1


def test_one_side_taken(repository: Shop) -> None:
    """A package of one branch alone is repaired: it is out of date, not edited."""
    conflict(repository)
    git(repository, "checkout", "--theirs", "generated")
    assert "schema changed (ProductJSON)" in repository.run("check").out
    assert repository.run("generate").status == 0
