"""An audit of files in a folder of their own, in this process."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from respgen.audit.baseline import parsed
from respgen.audit.choice import choice
from respgen.audit.findings import Analysis, Found, Related
from respgen.audit.report import Report, report
from respgen.audit.running import analyse
from respgen.cli.auditing import texts
from respgen.cli.commands import audit
from respgen.diagnostics import Problems, Rule, Severity, Span
from respgen.project import read
from respgen.rules import r9
from respgen.source.files import Sources, sources
from tests.support.command_line import Ran, Shop
from tests.support.projects import write

BASELINE = ".respgen-baseline.json"


def audited(folder: Path, files: Mapping[str, str]) -> Report:
    """What is found in the files; a baseline, or settings, may be among them."""
    write(folder, files)
    problems = Problems()
    project = read(folder.resolve(), problems, compiled=False)
    assert project is not None
    assert not len(problems)
    found = sources(project)
    held = None
    with suppress(FileNotFoundError):
        held = parsed(BASELINE, (folder / BASELINE).read_bytes())
    seen = analyse(found)
    return report(found, seen, choice(project), texts(project), held)


SHOP = {
    "shop/auth.py": """\
from fastapi import Response


def login(response: Response, token: str) -> None:
    response.set_cookie("mid", token, path="/app")


def logout(response: Response) -> None:
    response.delete_cookie("sid")
    response.delete_cookie("sid")
""",
    "shop/files.py": "NAME = 'x'\nFEED = Response(headers={'A': 'b'})\n",
}
"""An application in which nothing is wrong; FOUND says that a mistake is made twice."""


def found_at(
    rule: Rule,
    file: str,
    line: int,
    message: str = "this is wrong",
    related: tuple[Related, ...] = (),
    severity: Severity | None = None,
) -> Found:
    """A finding in a whole line of SHOP, which is its statement."""
    text = SHOP[file].split("\n")[line - 1]
    start = len(text) - len(text.lstrip()) + 1
    span = Span(file, line, start, line, len(text) + 1)
    own = severity or rule.severity
    return Found(rule, own, span, message, "write it", statement=span, related=related)


SET_HERE = Related(Span("shop/auth.py", 5, 5, 5, 51), "set here")
FOUND = (
    found_at(r9.DELETED_ELSEWHERE, "shop/auth.py", 9, related=(SET_HERE,)),
    found_at(r9.DELETED_ELSEWHERE, "shop/auth.py", 10, related=(SET_HERE,)),
    found_at(r9.CONTENT_TYPE, "shop/files.py", 2),
    found_at(r9.COOKIE, "shop/auth.py", 5),
    found_at(r9.CONSTRUCTION, "shop/files.py", 2),
)
"""What an audit may find there: errors, a warning and two sites."""


@dataclass(frozen=True, slots=True)
class Audits:
    """Runs of the command line in which analyses come to what a test wants."""

    shop: Shop
    patch: pytest.MonkeyPatch

    def finds(self, *found: Found) -> None:
        """From now on every audit finds these, as far as their files are read."""

        def analyse(sources: Sources, *_: object) -> Analysis:
            judged = {each.name for each in sources.files if each.judged}
            there = [each for each in found if each.span.file in judged]
            return Analysis(tuple(there), (), len(sources.files), 2, 3, 2)

        self.patch.setattr(audit, "analyse", analyse)

    def run(self, *words: str) -> Ran:
        return self.shop.run("audit", *words)
