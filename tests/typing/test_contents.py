"""Type checkers tell whether JSON can hold an author's type, where the schema's checks cannot."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest

from tests.support.building import files_of
from tests.typing.test_typing import _mypy, _pyright

MODELS = """
from dataclasses import dataclass
from datetime import datetime
from enum import Enum, IntEnum
from typing import NamedTuple, TypeAlias, TypedDict
from pydantic import BaseModel

class Row(TypedDict):
    name: str
class Table(TypedDict, total=False):
    rows: list[Row]
class Point(NamedTuple):
    x: float
class Level(IntEnum):
    low = 1
Numbers: TypeAlias = dict[str, float] | list[float]
class Model(BaseModel):
    name: str
@dataclass(frozen=True)
class Item:
    name: str
class Color(Enum):
    red = 1
class Moment(NamedTuple):
    at: datetime
"""
HELD = ("Row", "Table", "Point", "Level", "Numbers")
REFUSED = ("Model", "Item", "Color", "Moment")
FORMS = ("{}", "list[{}]", "dict[str, {}] | None", "tuple[{}, ...]")
ENTRIES = {
    f"C{number}": (name, form.format(f"somebody.{name}"))
    for number, (name, form) in enumerate(product(HELD + REFUSED, FORMS))
}


@pytest.mark.slow
@pytest.mark.parametrize("checker", [_mypy, _pyright], ids=["mypy", "pyright"])
def test_contents(checker: object, tmp_path: Path) -> None:
    """A class of content that JSON cannot hold is an error of the generated module, others are none."""
    project, output = tmp_path / ".project", tmp_path / "shop"
    (project / "schemas").mkdir(parents=True)
    output.mkdir()
    (project / "pyproject.toml").write_text("[tool.respgen]\n")
    written = "".join(
        f"  {name}: {{media_type: application/json, content: {kind!r}}}\n"
        for name, (_, kind) in ENTRIES.items()
    )
    (project / "schemas" / "api.yaml").write_text(f"respgen: 1\nresponses:\n{written}")
    for file in files_of(project):
        (output / file.path).write_text(file.text, encoding="utf-8")
    # beside the project, so that respgen does not find it and say so first
    (tmp_path / "somebody.py").write_text(MODELS, encoding="utf-8")
    owners = _owners((output / "api.py").read_text(encoding="utf-8"))
    assert callable(checker)
    places = [*checker(tmp_path)]
    assert {owners[line] for _, line in places} == {
        name for name, (kind, _) in ENTRIES.items() if kind in REFUSED
    }
    assert {Path(file).name for file, _ in places} == {"api.py"}


def _owners(text: str) -> dict[int, str]:
    """The class that each line belongs to."""
    owner, found = "", {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("class "):
            owner = line.removeprefix("class ").partition("(")[0]
        found[number] = owner
    return found
