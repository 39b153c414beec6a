"""An audit for people: errors and warnings with their lines, and the figures at the end."""

from __future__ import annotations

from collections.abc import Iterator

from respgen.audit.findings import Found
from respgen.audit.report import Summary
from respgen.cli.reporters.audit.shown import Shown
from respgen.cli.reporters.listing import listing
from respgen.cli.reporters.text import paragraph, summary
from respgen.cli.reporters.visible import visible


def text(shown: Shown) -> str:
    """A paragraph for each finding, the numbers of them, and the summary."""
    found = {shown.diagnostic(each.found): each.found for each in shown.listed()}
    listed = listing(found)
    lines = {shown.name(name): texts for name, texts in shown.report.lines.items()}
    paragraphs = [
        "\n".join((paragraph(one, lines, shown.colour), *_related(found[one], shown)))
        for one in listed.shown
    ]
    rest = [f"... {listed.rest}"] if listed.rest else []
    counts = summary(listed) or "no errors or warnings"
    return "\n\n".join(
        (*paragraphs, *rest, f"{counts}\n{_figures(shown.report.summary)}")
    )


def _related(found: Found, shown: Shown) -> Iterator[str]:
    for each in found.related:
        place = shown.place(each.span)
        where = f"{visible(place.file)}:{place.line}:{place.column}"
        yield f"note: {where}: {visible(each.message)}"


def _figures(seen: Summary) -> str:
    """`audited 214 files: 44 of 120 responses from the catalogue (36.7 %), 57 shapes by hand`."""
    files = f"audited {seen.files:,} file{'s' * (seen.files != 1)}"
    if not seen.sites:
        return f"{files}: no response is made by hand, and none by the catalogue"
    return (
        f"{files}: {seen.catalogue:,} of {seen.sites:,} responses from the catalogue"
        f" ({seen.score} %), {seen.shapes:,} shape{'s' * (seen.shapes != 1)} by hand"
    )
