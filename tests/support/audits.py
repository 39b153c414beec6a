"""An audit of files in a folder of their own, in this process."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from respgen.audit.analysis import analyse
from respgen.audit.baseline import parsed
from respgen.audit.choice import choice
from respgen.audit.report import Report, report
from respgen.cli.auditing import texts
from respgen.diagnostics import Problems
from respgen.project import read
from respgen.source.files import sources
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
