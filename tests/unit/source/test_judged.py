"""What lint says of types that the project defines."""

from __future__ import annotations

from pathlib import Path

import pytest

from respgen.pipeline import judge
from respgen.project import Project

MODELS = """
import enum
from typing import Literal, NamedTuple
class Key(NamedTuple):
    a: int
class Word(str, enum.Enum): ...
class Strange(Unknown): ...
Id = int
Choice = Literal["a"] | Word
"""


def _codes(root: Path, body: str) -> list[str]:
    (root / "models.py").write_text(MODELS, encoding="utf-8")
    schema = "respgen: 1\nresponses:\n  Page:\n    media_type: application/json\n"
    data = {"shop.yaml": f"{schema}{body}".encode()}
    project = Project(root, (root / "shop.yaml",), root / "generated")
    codes = [each.code for each in judge(project, data).problems]
    return [code for code in codes if code in ("R115", "R236")]


@pytest.mark.parametrize("default", ["", "\n    render: {json: {default: 'a:b'}}"])
@pytest.mark.parametrize("key", ["Key", "Word", "Strange", "Id"])
def test_keys_of_json(tmp_path: Path, key: str, default: str) -> None:
    """Keys are text or numbers: json gives them to no function."""
    body = f"    content: 'list[dict[models.{key}, int]]'{default}\n"
    assert _codes(tmp_path, body) == ["R236"] * (key == "Key")


@pytest.mark.parametrize(
    ("kind", "default", "code"),
    [
        ("models.Word", "a", "R115"),
        ("models.Id", "1", ""),
        ("models.Choice", "a", ""),
        ("models.Strange", "a", ""),
    ],
)
def test_defaults(tmp_path: Path, kind: str, default: str, code: str) -> None:
    """A schema has literals of basic types alone; of what nobody knows, nothing is said."""
    body = f"    params: {{p: {{type: {kind}, default: {default}}}}}\n"
    assert "".join(_codes(tmp_path, body)) == code


def test_names_too_long_for_the_disk(tmp_path: Path) -> None:
    """They name nothing that is there."""
    assert not _codes(tmp_path, f"    content: a.{'x' * 300}.T\n")
