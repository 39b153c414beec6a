"""`# respgen: ignore[...]` is a comment: the same words inside of a text silence nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from respgen.diagnostics import Diagnostic
from respgen.pipeline import build
from respgen.project import Project

# an obs-text character is R205, a warning
HEAD = "respgen: 1\nheaders:\n  p:\n"
SILENT = {
    "plain": "    X-A: é # respgen: ignore[R205]\n",
    "quoted": '    X-A: "é"  # respgen: ignore[R2]\n',
    "after a hash in the text": '    X-A: "é # x" # respgen: ignore[R205] since it is a name\n',
    "the family beside a code": "    X-A: é # respgen: ignore[R2]\n",
}
HEARD = {
    "in a quoted text": '    X-A: "é # respgen: ignore[R205]"\n',
    "in single quotes": "    X-A: 'é # respgen: ignore[R205]'\n",
    "in a text, before a comment": "    X-A: 'é # respgen: ignore[R205]' # so\n",
    "no hash": "    X-A: é respgen ignore[R205]\n",
}


def _found(
    folder: Path, name: str, text: str, **settings: tuple[str, ...]
) -> list[Diagnostic]:
    schema = folder / name
    schema.write_text(text, encoding="utf-8")
    project = Project(folder, (schema,), folder / "generated")
    return [*build(replace(project, **settings)).problems]  # type: ignore[arg-type]  # tuples alone


def _codes(
    folder: Path, name: str, text: str, **settings: tuple[str, ...]
) -> list[str]:
    return [found.code for found in _found(folder, name, text, **settings)]


@pytest.mark.parametrize("line", SILENT.values(), ids=SILENT)
def test_a_comment_silences_its_line(tmp_path: Path, line: str) -> None:
    """The codes in brackets are not reported for that line."""
    assert _codes(tmp_path, "shop.yaml", HEAD + line) == []


@pytest.mark.parametrize("line", HEARD.values(), ids=HEARD)
def test_a_text_silences_nothing(tmp_path: Path, line: str) -> None:
    """What is no comment of that line, or names another code, changes nothing."""
    assert _codes(tmp_path, "shop.yaml", HEAD + line) == ["R205"]


USELESS = {
    "not ignorable": (
        "X-A: e # respgen: ignore[R206]",
        "R206",
        "R206 cannot be ignored",
    ),
    "one of two": (
        "X-A: é # respgen: ignore[R205, R210]",
        "R210",
        "R210 finds nothing",
    ),
    "nothing found": ("X-A: e # respgen: ignore[R2]", "R2", "R2 finds nothing"),
    "unknown": ("X-A: e # respgen: ignore[R999]", "R999", "there is no rule 'R999'"),
    "small letters": (
        "X-A: e # respgen: ignore[r205]",
        "r205",
        "there is no rule 'r205'",
    ),
    "no code": ("X-A: e # respgen: ignore", "# respgen: ignore", "names no rule"),
    "no brackets": (
        "X-A: e # respgen: ignore R205",
        "# respgen: ignore",
        "names no rule",
    ),
    "no colon": ("X-A: e # respgen ignore", "# respgen ignore", "names no rule"),
    "empty": ("X-A: e # respgen: ignore[]", "# respgen: ignore[]", "names no rule"),
    "a family": ("X-A: e # respgen: ignore[R10]", "R10", "R10 cannot be ignored"),
    "alone": ("# respgen: ignore[R205]", "R205", "R205 finds nothing on this line"),
}


@pytest.mark.parametrize(("line", "place", "message"), USELESS.values(), ids=USELESS)
def test_what_ignores_nothing(
    tmp_path: Path, line: str, place: str, message: str
) -> None:
    """It is a finding at the code that is to blame, or at the comment, with a help line."""
    text = f"{HEAD}    {line}\n    X-C: c\n"
    [found] = _found(tmp_path, "shop.yaml", text)
    assert (found.code, found.span.line) == ("R015", 4)
    marked = text.splitlines()[3][found.span.column - 1 : found.span.end_column - 1]
    assert (marked, message in found.message) == (place, True)
    assert found.help


WORDS = {
    "another subject": "X-A: a # respgen ignores this file, see #7",
    "a note": "X-A: a # respgen: generated from the catalogue",
    "another tool": "X-A: a # noqa: ignore[R205]",
}


@pytest.mark.parametrize("line", WORDS.values(), ids=WORDS)
def test_other_comments(tmp_path: Path, line: str) -> None:
    """A comment that only mentions respgen is a comment."""
    assert _codes(tmp_path, "shop.yaml", f"{HEAD}    {line}\n") == []


def test_beside_an_error(tmp_path: Path) -> None:
    """An error may hide what a comment is about: only codes that ignore nothing ever are found."""
    line = "    X-A: a # respgen: ignore[R205, R999]\n    X B: b\n"
    assert _codes(tmp_path, "shop.yaml", HEAD + line) == ["R015", "R201"]


@pytest.mark.parametrize(
    "settings", [{"select": ("R3", "R015")}, {"ignore": ("R2",)}], ids=str
)
def test_settings_ignore_it_too(
    tmp_path: Path, settings: dict[str, tuple[str, ...]]
) -> None:
    """A comment is of use where it names what is found, whatever the settings select."""
    line = "    X-A: é # respgen: ignore[R205]\n"
    assert _codes(tmp_path, "shop.yaml", HEAD + line, **settings) == []


@pytest.mark.parametrize("code", ["R015", "R0"])
def test_it_may_be_ignored(tmp_path: Path, code: str) -> None:
    """In the settings, and by the comment itself."""
    line = "    X-A: a # respgen: ignore[R205]\n"
    assert _codes(tmp_path, "shop.yaml", HEAD + line, ignore=(code,)) == []
    line = f"    X-A: a # respgen: ignore[R205, {code}]\n"
    assert _codes(tmp_path, "shop.yaml", HEAD + line) == []


def test_toml_has_comments(tmp_path: Path) -> None:
    """There it is the same."""
    text = 'respgen = 1\n[headers.p]\nX-A = "é" # respgen: ignore[R205]\n'
    assert _codes(tmp_path, "shop.toml", text) == []
    text = text.replace("é", "#")
    assert _codes(tmp_path, "shop.toml", text) == ["R015"]


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
