"""Diagnostics as text for people, or as a document for machines.

Goes in: diagnostics, the lines of the files they stand in, and the files that drifted. Comes out: text without a line feed
at its end, empty where a format has nothing to say. Nothing here prints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from respgen.cli.reporters.drift import Drift
from respgen.cli.reporters.github import github
from respgen.cli.reporters.json import json
from respgen.cli.reporters.listing import Listing, listing
from respgen.cli.reporters.sarif import sarif
from respgen.cli.reporters.text import text
from respgen.diagnostics import Diagnostic

_DOCUMENTS: dict[str, Callable[[Listing, Sequence[Drift]], str]] = {
    "json": json,
    "github": github,
    "sarif": sarif,
}
FORMATS = ("text", *_DOCUMENTS)


def report(
    diagnostics: Iterable[Diagnostic],
    lines: Mapping[str, Sequence[str]],
    form: str,
    colour: bool,
    drift: Iterable[Drift] = (),
) -> str:
    """The diagnostics in one of FORMATS, in the order of places; of very many the rest is counted.

    `lines` are those of the files by their names, as diagnostics call them; a missing file only
    costs its excerpts. `colour` is for text alone, `drift` for the
    others: people are shown the difference itself.
    """
    found = listing(diagnostics)
    if form == "text":
        return text(found, lines, colour)
    return _DOCUMENTS[form](found, sorted(drift))
