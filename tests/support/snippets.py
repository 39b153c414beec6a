"""Small programs, and what an audit finds in them: `# R940` behind a line says what it must find."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from respgen.diagnostics import Severity
from respgen.rules import RULES
from tests.support.audits import audited

_LABEL = re.compile(r"#((?: R\d{3}[EW]?)+)$")
Marks = set[tuple[str, int, str]]
"""Files, lines and codes, with E or W behind a code where the severity is said."""


def marked(files: Mapping[str, str]) -> Marks:
    """What the comments say."""
    return {
        (name, number, code)
        for name, source in files.items()
        for number, line in enumerate(source.split("\n"), 1)
        if (label := _LABEL.search(line))
        for code in label[1].split()
    }


def found(folder: Path, files: Mapping[str, str], family: str) -> Marks:
    """What is found of a family of codes, each by the line that it begins in."""
    seen = audited(folder, files)
    return {
        (each.found.span.file, each.found.span.line, each.found.code + letter)
        for each in seen.results
        if each.found.severity is not Severity.NOTE
        and each.found.code.startswith(family)
        for letter in ("", each.found.severity[0].upper())
    }


def holds(folder: Path, head: str, body: str, *families: str) -> None:
    """Asserts that what is found of the families is what the comments say."""
    files = {"shop/app.py": dedent(head) + dedent(body)}
    ast.parse(files["shop/app.py"])
    wanted = marked(files)
    seen = {mark for family in families for mark in found(folder, files, family)}
    assert wanted <= seen
    assert {mark[:2] for mark in seen} == {mark[:2] for mark in wanted}


Results = Mapping[str, tuple[Marks, Marks]]
"""Of each program what is found, and what its comments say, with the severities."""


def compared(
    folder: Path, head: str, programs: Mapping[str, str], code: str
) -> Results:
    """Audits programs as modules of one, and takes the findings of a code apart by them."""
    names = {f"m{number}.py": kind for number, kind in enumerate(programs)}
    files = {
        name: dedent(head) + dedent(programs[kind]) for name, kind in names.items()
    }
    usual = RULES[code].severity[0].upper()
    seen = {mark for mark in found(folder, files, code) if mark[2] != code}
    wanted = {
        (name, line, each + usual if each == code else each)
        for name, line, each in marked(files)
    }
    return {kind: (_of(name, seen), _of(name, wanted)) for name, kind in names.items()}


def _of(name: str, marks: Marks) -> Marks:
    return {mark for mark in marks if mark[0] == name}
