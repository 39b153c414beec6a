"""What is remembered, and by how many processes files are parsed, changes nothing of what is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from respgen.audit import reader, workers
from respgen.audit.findings import Analysis
from respgen.audit.running import analyse
from respgen.diagnostics import Problems
from respgen.project import read
from respgen.source.files import sources

TEXTS = {
    "shop/__init__.py": "",
    "shop/auth.py": """\
from fastapi import HTTPException, Response

def login(response: Response) -> None:
    response.set_cookie("seen", "x", secure=True, httponly=True)
    raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"})
""",
    "shop/old.py": "print 'x'\n",
    **{f"shop/plain{number}.py": f"x = {number}\n" for number in range(8)},
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for name, text in TEXTS.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[tool.respgen]\n", encoding="utf-8")
    return tmp_path


def audited(root: Path, jobs: int = 1) -> Analysis:
    project = read(root, Problems(), compiled=False)
    assert project is not None
    return analyse(sources(project, (root,)), jobs)


def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are parsed from now on."""
    seen: list[str] = []
    tree = reader.tree

    def noted(data: bytes) -> object:
        seen.append(data.decode().partition("\n")[0])
        return tree(data)

    monkeypatch.setattr(reader, "tree", noted)
    return seen


def test_the_same_files_are_not_parsed_again(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = audited(project)
    assert {found.code for found in first.found} == {"R913", "R914"}
    assert [each.span.file for each in first.skipped] == ["shop/old.py"]
    seen = parsed(monkeypatch)
    assert audited(project) == first
    assert seen == []


def test_what_changed_is_found_and_the_plain_rest_is_not_parsed(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    audited(project)
    path = project / "shop" / "auth.py"
    path.write_text(path.read_text().replace("    raise", "    # raise"))
    seen = parsed(monkeypatch)
    assert {found.code for found in audited(project).found} == {"R914"}
    assert not any(line.startswith("x = ") for line in seen)
    (project / "shop" / "plain1.py").write_text("x = \n")
    names = [each.span.file for each in audited(project).skipped]
    assert sorted(names) == ["shop/old.py", "shop/plain1.py"]


def test_a_foreign_entry_counts_for_nothing(project: Path) -> None:
    first = audited(project)
    entry = project / ".respgen_cache" / "audit"
    entry.write_bytes(entry.read_bytes().replace(b"R914", b"R913"))
    assert audited(project) == first
    entry.write_bytes(b"\xff" * 500)
    assert audited(project) == first


def test_processes_change_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "_SHARED", 4)
    monkeypatch.setattr(workers, "_CHUNK", 2)
    several = audited(project, 2)
    (project / ".respgen_cache" / "audit").unlink()
    assert several == audited(project, 1)
