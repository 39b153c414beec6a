"""Whatever an author writes, wherever: a diagnostic and no file, or source of the same shape."""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from respgen.diagnostics import Severity
from respgen.pipeline import Build, build
from respgen.project import Project
from respgen.project.header import fault
from tests.injection import slots
from tests.injection.message_slots import MESSAGE_SLOTS
from tests.injection.payloads import TEXTS, naughty
from tests.injection.problem_slots import PROBLEM_LITERALS, PROBLEM_SLOTS, PROBLEM_WORDS
from tests.injection.shapes import comments, constants, shapes
from tests.injection.slots import Entry, Slot

SLOTS = (*slots.SLOTS, *MESSAGE_SLOTS, *PROBLEM_SLOTS)
SECTIONS = ("headers", "cookies", "responses", "problems", "errors")


def _document(entries: Iterable[Entry]) -> str:
    """A schema with each entry on a line of its own, so that a diagnostic's line names it."""
    rows: dict[str, list[str]] = {section: [] for section in SECTIONS}
    rows["cookies"].append('"own": {}')
    for section, key, value in entries:
        rows[section].append(f"{json.dumps(key)}: {json.dumps(value)}")
    if rows["errors"]:
        rows["problems"].append('"Own": {"status": 400}')
    sections = [
        json.dumps(section) + ": {\n" + ",\n".join(lines) + "\n}"
        for section, lines in rows.items()
        if lines or section != "errors"
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
    """Whether the text came back from a literal exactly as it was, or cleaned from a docstring."""
    said = constants(source)
    if text in said or any(
        _in_bytes(text, value) for value in said if isinstance(value, bytes)
    ):
        return True
    words = text.split()
    return any(_runs(words, value.split()) for value in said if isinstance(value, str))


def _runs(words: list[str], within: list[str]) -> bool:
    """Whether the words stand in a row: a docstring may be wrapped between them."""
    size = len(words)
    return any(within[at : at + size] == words for at in range(len(within) - size + 1))


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


def test_a_header_is_a_comment_or_a_finding(tmp_path: Path) -> None:
    """The lines of [tool.respgen] header are refused, or stand as they are above the same code."""
    (tmp_path / "shop.json").write_text(_document([]))
    project = Project(tmp_path, (tmp_path / "shop.json",), tmp_path / "generated")
    plain = _module(build(project))
    taken = 0
    for text in ("# t", *TEXTS, *(f"# {text}" for text in TEXTS)):
        if fault(text):
            continue
        taken += 1
        below = _module(build(replace(project, header=(text,))))
        assert below == f"{text}\n{plain}"
        assert ast.dump(ast.parse(below)) == ast.dump(ast.parse(plain))
    assert taken > len(TEXTS) / 4


# where a text becomes a literal, it comes back from it
LITERALS = {
    *("description", "header value", "header constant", "header constant, locked"),
    *("header description", "enum value", "list of enum value", "cookie description"),
    *("cookie key", "cookie path", "content in Literal", "cookie set always"),
    *(
        "param default",
        "param description",
        "template description",
        "json template key",
    ),
    *("cookie formerly", "cookie key, spread", "event name", "deprecated"),
    "default of a base's parameter",
    *PROBLEM_LITERALS,
}

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
    *("param type", "template type", "event type", "event data"),
    "type of a base's parameter",
    *PROBLEM_WORDS,
}


def _check(slot: Slot, text: str, source: str, harmless: Build) -> None:
    ast.parse(source)
    assert comments(source) == []
    assert source.isprintable() or all(c.isprintable() or c == "\n" for c in source)
    if slot.name in WORDS or (slot.name.startswith("cookie key") and "{" in text):
        return  # a name with a place has an argument more
    assert shapes(source) == shapes(_module(harmless)), (text, source)
    if slot.name in LITERALS:
        assert _says(source, text), (text, source)


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


@pytest.mark.slow
def test_a_module_description_stays_a_docstring(tmp_path: Path) -> None:
    """The module's own docstring is no way out either."""
    head = '{"respgen": 1, "responses": {"A": {"media_type": "text/plain"}}, "description": '
    harmless = _build(tmp_path, f'{head}"t"}}')
    for text in (*TEXTS, *naughty()):
        made = _build(tmp_path, f"{head}{json.dumps(text)}}}")
        assert bool(made.files) != bool(made.problems.errors), text
        if made.files:
            assert shapes(_module(made)) == shapes(_module(harmless)), text
            assert comments(_module(made)) == []
            assert _says(_module(made), text)


@pytest.mark.parametrize("key", ["uses", "target", "respgen", "$schema", "unknown"])
def test_other_keys_of_a_module_never_reach_the_output(
    key: str, tmp_path: Path
) -> None:
    """What names no schema module and no target of ours is refused, or left out."""
    harmless = _build(tmp_path, '{"respgen": 1}')
    for text in TEXTS:
        value: Any = [text] if key == "uses" else text
        made = _build(tmp_path, json.dumps({"respgen": 1, key: value}))
        if made.files:
            assert [file.text for file in made.files] == [
                file.text for file in harmless.files
            ]


def test_a_file_name_is_an_identifier_or_refused(tmp_path: Path) -> None:
    """The stem of a schema names its module: anything but a plain name is a diagnostic."""
    for text in TEXTS:
        name = f"{text}.json"
        if (
            name.startswith(".")  # a dot-file, which nobody reads
            or "/" in text
            or "\0" in text
            or len(name.encode(errors="surrogatepass")) > 255
        ):
            continue
        try:
            made = _build(tmp_path, '{"respgen": 1}', name)
        except (OSError, UnicodeError):
            continue  # the file system refuses the name itself
        assert bool(made.files) != bool(made.problems.errors), text
        assert not made.files or (text.isascii() and text.isidentifier())
