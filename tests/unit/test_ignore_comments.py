"""`# respgen: ignore[...]` is a comment: the same words inside of a text silence nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from respgen.pipeline import build
from respgen.project import Project

# an obs-text character is R205, a warning
HEAD = "respgen: 1\nheaders:\n  p:\n"
SILENT = {
    "plain": "    X-A: é # respgen: ignore[R205]\n",
    "quoted": '    X-A: "é"  # respgen: ignore[R2]\n',
    "after a hash in the text": '    X-A: "é # x" # respgen: ignore[R205] since it is a name\n',
    "several codes": "    X-A: é # respgen: ignore[R301, R205]\n",
}
HEARD = {
    "in a quoted text": '    X-A: "é # respgen: ignore[R205]"\n',
    "in single quotes": "    X-A: 'é # respgen: ignore[R205]'\n",
    "in a text, before a comment": "    X-A: 'é # respgen: ignore[R205]' # so\n",
    "another code": "    X-A: é # respgen: ignore[R204]\n",
    "no hash": "    X-A: é respgen ignore[R205]\n",
    "on another line": "    # respgen: ignore[R205]\n    X-A: é\n",
}


def _codes(folder: Path, name: str, text: str) -> list[str]:
    schema = folder / name
    schema.write_text(text, encoding="utf-8")
    made = build(Project(root=folder, schemas=(schema,), output=folder / "generated"))
    return [found.code for found in made.problems]


@pytest.mark.parametrize("line", SILENT.values(), ids=SILENT)
def test_a_comment_silences_its_line(tmp_path: Path, line: str) -> None:
    """The codes in brackets are not reported for that line."""
    assert _codes(tmp_path, "shop.yaml", HEAD + line) == []


@pytest.mark.parametrize("line", HEARD.values(), ids=HEARD)
def test_a_text_silences_nothing(tmp_path: Path, line: str) -> None:
    """What is no comment of that line, or names another code, changes nothing."""
    assert _codes(tmp_path, "shop.yaml", HEAD + line) == ["R205"]


def test_json_has_no_comments(tmp_path: Path) -> None:
    """In JSON the words can only be text."""
    text = '{"respgen": 1, "headers": {"p": {"X-A": "é # respgen: ignore[R205]"}}}'
    assert _codes(tmp_path, "shop.json", text) == ["R205"]


def test_a_block_is_text(tmp_path: Path) -> None:
    """A line of a block scalar is part of the text, whatever it looks like."""
    line = "    X-A:\n      value: >-\n        é\n        # respgen: ignore[R205]\n"
    assert _codes(tmp_path, "shop.yaml", HEAD + line) == ["R205"]


def test_what_is_ignored_is_sent(tmp_path: Path) -> None:
    """A text that its field's grammar cannot read goes out as it is once its rule is silenced."""
    schema = tmp_path / "shop.yaml"
    line = "      Cache-Control: max age # respgen: ignore[R401] our proxy's own\n"
    text = f"respgen: 1\nresponses:\n  Page:\n    headers:\n{line}"
    schema.write_text(text, encoding="utf-8")
    project = Project(tmp_path, (schema,), output=tmp_path / "generated")
    files = {file.path: file.text for file in build(project).files}
    assert '(b"cache-control", b"max age")' in files["shop.py"]
