"""An audit as text for people, or as a document for machines.

Goes in: a Report, with the lines of the files that it names. Comes out: text without a line feed at
its end. Nothing here prints.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from respgen.cli.reporters.audit.github import github
from respgen.cli.reporters.audit.html import html
from respgen.cli.reporters.audit.json import json
from respgen.cli.reporters.audit.sarif import sarif
from respgen.cli.reporters.audit.shown import Shown
from respgen.cli.reporters.audit.text import text

_DOCUMENTS: Mapping[str, Callable[[Shown], str]] = {
    "json": json,
    "sarif": sarif,
    "github": github,
    "html": html,
}
FORMATS = ("text", *_DOCUMENTS)


def page(shown: Shown, form: str) -> str:
    """The report in one of FORMATS."""
    return text(shown) if form == "text" else _DOCUMENTS[form](shown)
