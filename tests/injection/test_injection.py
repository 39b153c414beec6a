"""Whatever an author writes, wherever: a diagnostic and no file, or source of the same shape."""

from __future__ import annotations

import ast
import inspect
import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from respgen.diagnostics import Severity
from respgen.pipeline import Build, build
from respgen.project import Project
from tests.injection.payloads import TEXTS, naughty
from tests.injection.shapes import comments, constants, shapes
from tests.injection.slots import SLOTS, Entry, Slot

SECTIONS = ("headers", "cookies", "responses")


def _document(entries: Iterable[Entry]) -> str:
    """A schema with each entry on a line of its own, so that a diagnostic's line names it."""
    rows: dict[str, list[str]] = {section: [] for section in SECTIONS}
    rows["cookies"].append('"own": {}')
    for section, key, value in entries:
        rows[section].append(f"{json.dumps(key)}: {json.dumps(value)}")
    sections = [
        json.dumps(section) + ": {\n" + ",\n".join(lines) + "\n}"
        for section, lines in rows.items()
    ]
    return '{"respgen": 1,\n' + ",\n".join(sections) + "\n}\n"


def _build(folder: Path, text: str, name: str = "shop.json") -> Build:
    schema = folder / name
    schema.write_text(text, encoding="utf-8")
    try:
        return build(
            Project(root=folder, schemas=(schema,), output=folder / "generated")
        )
    finally:
        schema.unlink()


def _accepted(folder: Path, slot: Slot, texts: Iterable[str]) -> list[str]:
    """The texts that give no error in that slot; a build with an error has no file."""
    found: list[str] = []
    for text in texts:
        made = _build(folder, _document([slot.entry(text, 0)]))
        assert bool(made.files) != bool(made.problems.errors)
        if made.files:
            found.append(text)
    return found


def _module(made: Build) -> str:
    return next(file.text for file in made.files if file.path == "shop.py")


def _says(source: str, text: str) -> bool:
    """Whether the text came back from a literal, or from a name, exactly as it was."""
    said = constants(source)
    if text in said or any(
        _in_bytes(text, value) for value in said if isinstance(value, bytes)
    ):
        return True
    cleaned = inspect.cleandoc(text).strip()
    if any(
        cleaned in inspect.cleandoc(value) for value in said if isinstance(value, str)
    ):
        return True
    return text.isidentifier() or all(part.isidentifier() for part in text.split("."))


def _in_bytes(text: str, value: bytes) -> bool:
    try:
        return text.encode("latin-1") in value
    except UnicodeEncodeError:
        return False


@pytest.mark.slow
@pytest.mark.parametrize("slot", SLOTS, ids=[slot.name for slot in SLOTS])
def test_a_text_stays_in_its_place(slot: Slot, tmp_path: Path) -> None:
    """Each text is refused with a diagnostic, or makes what a harmless one makes."""
    texts = tuple(dict.fromkeys((slot.harmless, *TEXTS)))
    harmless = _build(tmp_path, _document([slot.entry(slot.harmless, 0)]))
    assert harmless.files or harmless.problems.errors
    for text in texts:
        made = _build(tmp_path, _document([slot.entry(text, 0)]))
        assert bool(made.files) != bool(made.problems.errors), text
        if made.files:
            _check(slot, text, _module(made), harmless)


# where a text chooses among our own words, the words decide the shape
WORDS = {
    *(
        "kind",
        "content",
        "content in a generic",
        "content type",
        "render",
        "render option name",
    ),
    *(
        "json nan",
        "key",
        "header policy",
        "header type",
        "header list type",
        "cookie encoding",
    ),
    *("media_type", "extends", "header default", "cookie samesite", "json default"),
}


def _check(slot: Slot, text: str, source: str, harmless: Build) -> None:
    ast.parse(source)
    assert comments(source) == []
    assert source.isprintable() or all(c.isprintable() or c == "\n" for c in source)
    if slot.name in WORDS:
        return
    assert shapes(source) == shapes(_module(harmless)), (text, source)


@pytest.mark.slow
@pytest.mark.parametrize("slot", SLOTS, ids=[slot.name for slot in SLOTS])
def test_naughty_strings_are_texts_like_others(slot: Slot, tmp_path: Path) -> None:
    """The big list of naughty strings, all at once: those refused are left out, the rest build."""
    entries = list(
        {
            slot.entry(text, n)[1]: slot.entry(text, n)
            for n, text in enumerate(naughty())
        }.values()
    )
    first = _build(tmp_path, _document(entries))
    wrong = {
        found.span.line for found in first.problems if found.severity is Severity.ERROR
    }
    lines = _document(entries).split("\n")
    kept = [entry for entry in entries if _line(entry, lines) not in wrong]
    if kept and slot.name not in WORDS:
        made = _build(tmp_path, _document(kept))
        assert made.files, list(made.problems)[:3]
        assert comments(_module(made)) == []


def _line(entry: Entry, lines: list[str]) -> int:
    _, key, value = entry
    row = f"{json.dumps(key)}: {json.dumps(value)}"
    return next(n for n, line in enumerate(lines, 1) if line.rstrip(",") == row)
