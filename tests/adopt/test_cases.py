"""Adoptions as folders of `cases`: `code.py`, with `schema.yaml` where there is a catalogue already.

`expected.yaml` is what is printed, `left.txt` what is left and why. What is written compiles; a second adoption
writes nothing, and migrate moves every place that it says it takes over. `pytest --update-cases` writes what is expected.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.command_line import Shop

HERE = Path(__file__).parent / "cases"
CASES = sorted(path.parent.name for path in HERE.glob("*/code.py"))
every_case = pytest.mark.parametrize("name", CASES)


def project(name: str, root: Path, capsys: pytest.CaptureFixture[str]) -> Shop:
    shop = Shop(root.resolve(), capsys)
    shop.write("pyproject.toml", '[tool.respgen]\noutput = "catalogue"\n')
    shop.write("app/code.py", (HERE / name / "code.py").read_bytes())
    shop.write("app/__init__.py", "")
    schema = HERE / name / "schema.yaml"
    if schema.exists():
        shop.write("schemas/api.yaml", schema.read_bytes())
    return shop


def words(name: str) -> list[str]:
    """What the case says on the command line, behind a comment on its first line."""
    first = (HERE / name / "code.py").read_text(encoding="utf-8").partition("\n")[0]
    return first.split()[3:] if first.startswith("# respgen adopt ") else []


@every_case
def test_what_is_printed(
    name: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    shop = project(name, tmp_path, capsys)
    ran = shop.run("adopt", *words(name))
    assert ran.status == 0, ran.err
    said = ran.err.replace("app/code.py:", "")
    if request.config.getoption("--update-cases"):
        (HERE / name / "expected.yaml").write_text(ran.out, encoding="utf-8")
        (HERE / name / "left.txt").write_text(said, encoding="utf-8")
    assert ran.out == (HERE / name / "expected.yaml").read_text(encoding="utf-8")
    assert said == (HERE / name / "left.txt").read_text(encoding="utf-8")
    assert shop.run("adopt", *words(name)) == ran


@every_case
def test_what_is_written_is_taken_over(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shop = project(name, tmp_path, capsys)
    wrote = shop.run("adopt", "--write", *words(name)).err
    found = re.search(r"wrote .* for ([\d,]+) places?", wrote)
    places = int(found[1]) if found else 0
    written = shop.root / "schemas" / "adopted.yaml"
    before = written.read_bytes() if places else b""
    assert shop.run("generate").status == 0
    mends = [word for word in words(name) if word == "--unsafe"]
    moved = shop.run("migrate", *mends, "--format", "json")
    assert moved.out.count('"to":') >= places, moved.out
    assert "nothing to adopt" in shop.run("adopt", "--write", *words(name)).err
    assert (written.read_bytes() if places else b"") == before
