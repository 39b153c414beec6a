"""What a caller gets wrong, the type checkers say: mypy and pyright, strict, on every target."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.building import files_of

HERE = Path(__file__).resolve().parent
TARGETS = ("fastapi", "starlette", "core")
FRAMEWORKS = ("fastapi", "starlette")
SCHEMAS = {"shop": TARGETS, "problems": FRAMEWORKS}
USES = {
    "correct": TARGETS,
    "misuse": TARGETS,
    "correct_problems": FRAMEWORKS,
    "misuse_problems": FRAMEWORKS,
    "correct_requests": ("fastapi",),
    "misuse_requests": ("fastapi",),
    "correct_routes": ("fastapi",),
    "misuse_routes": ("fastapi",),
}
"""What is generated and checked, for which targets."""

Place = tuple[str, int]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the generated package of each target, and the files that use it."""
    folder = tmp_path_factory.mktemp("typing")
    for target in TARGETS:
        _generate(folder, target)
        for use in (use for use, targets in USES.items() if target in targets):
            text = (HERE / f"{use}.py").read_text(encoding="utf-8")
            (folder / f"{use}_{target}.py").write_text(
                text.replace("PACKAGE", f"of_{target}")
            )
    return folder


def _generate(folder: Path, target: str) -> None:
    project = folder / f".{target}"
    (project / "schemas").mkdir(parents=True)
    (project / "pyproject.toml").write_text(f'[tool.respgen]\ntarget = "{target}"\n')
    for name in (name for name, targets in SCHEMAS.items() if target in targets):
        schema = (HERE / f"{name}.yaml").read_text(encoding="utf-8")
        path = project / "schemas" / f"{name}.yaml"
        path.write_text(schema, encoding="utf-8")
    output = folder / f"of_{target}"
    output.mkdir()
    for file in files_of(project):
        (output / file.path).write_text(file.text, encoding="utf-8")


def _marked() -> set[Place]:
    """Every line that the files mark as an error."""
    found: set[Place] = set()
    for use, targets in USES.items():
        lines = (HERE / f"{use}.py").read_text(encoding="utf-8").splitlines()
        numbers = [n for n, line in enumerate(lines, 1) if line.endswith("# error")]
        found |= {(f"{use}_{target}.py", n) for target in targets for n in numbers}
    return found


def _mypy(folder: Path) -> Iterator[Place]:
    command = [sys.executable, "-m", "mypy", "--strict", "--no-color-output", "."]
    run = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    assert run.returncode in (0, 1), run.stdout + run.stderr
    for line in run.stdout.splitlines():
        if found := re.match(r"(.+?):(\d+): error:", line):
            yield found[1], int(found[2])


def _pyright(folder: Path) -> Iterator[Place]:
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    command = [sys.executable, "-m", "basedpyright", "--outputjson"]
    command += ["--pythonpath", sys.executable, "."]
    run = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False
    )
    assert run.returncode in (0, 1), run.stdout + run.stderr
    for found in json.loads(run.stdout)["generalDiagnostics"]:
        if found["severity"] == "error":
            # unused expressions are what a misuse file is made of
            yield Path(found["file"]).name, found["range"]["start"]["line"] + 1


@pytest.mark.slow
@pytest.mark.parametrize("checker", [_mypy, _pyright], ids=["mypy", "pyright"])
def test_the_marked_lines_are_the_errors(checked: Path, checker: object) -> None:
    """Each marked line is an error, and nothing else is: not in correct use, not in the output."""
    assert callable(checker)
    assert set(checker(checked)) == _marked()


SOURCES = """\
respgen: 1
cookies:
  right:
    key: {from: "os:sep"}
    max_age: {from: "sys:hexversion"}
    path: {from: "os:sep"}
    domain: {from: "platform:node"}
    secure: {from: "typing:TYPE_CHECKING"}
    sign: {secret: {from: "os:linesep"}, max_age: 1h}
  right_rotated: {max_age: 1h, sign: {secret: {from: "sys:orig_argv"}}}
  right_called: {key: {from: "platform:node"}}
  wrong:
    key: {from: "sys:maxunicode"}
    max_age: {from: "platform:machine"}
    path: {from: "sys:maxunicode"}
    domain: {from: "sys:maxunicode"}
    secure: {from: "platform:machine"}
    samesite: {from: "sys:byteorder"}
    partitioned: {from: "platform:machine"}
    sign: {secret: {from: "sys:maxunicode"}, max_age: 1h}
responses:
  Right:
    headers:
      X-Host: {from: "platform:node"}
      X-Size: {type: int, from: "sys:maxsize"}
  Wrong:
    headers:
      X-Host: {type: int, from: "platform:node"}
      X-Size: {from: "sys:maxsize"}
"""


@pytest.mark.slow
@pytest.mark.parametrize("checker", [_mypy, _pyright], ids=["mypy", "pyright"])
def test_a_source_is_held_to_its_type(checker: object, tmp_path: Path) -> None:
    """What is read or called has the header's or the attribute's type, or its line is an error."""
    output = tmp_path / "shop"
    output.mkdir()
    schemas = tmp_path / ".project" / "schemas"
    schemas.mkdir(parents=True)
    (schemas / "api.yaml").write_text(SOURCES, encoding="utf-8")
    (schemas.parent / "pyproject.toml").write_text("[tool.respgen]\n")
    for file in files_of(schemas.parent):
        (output / file.path).write_text(file.text, encoding="utf-8")
    assert callable(checker)
    lines = (output / "api.py").read_text("utf-8").splitlines()
    wrong = {line for line, text in enumerate(lines, 1) if _is_wrong(text)}
    assert len(wrong) > 12
    assert {line for _, line in checker(tmp_path)} == wrong


def _is_wrong(line: str) -> bool:
    return (
        ("integer_field" in line and "node" in line)
        or ("text_field" in line and "maxsize" in line)
        or re.search(r"current\((machine|maxunicode|byteorder)\)", line) is not None
    )
