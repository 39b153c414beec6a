"""Small programs, and what an audit finds in them: `# R940` behind a line says what it must find."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent

from respgen.diagnostics import Severity
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
    wanted = marked(files)
    seen = {mark for family in families for mark in found(folder, files, family)}
    assert wanted <= seen
    assert {mark[:2] for mark in seen} == {mark[:2] for mark in wanted}
