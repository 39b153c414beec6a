"""An audit as workflow commands, which GitHub shows beside the changed lines."""

from __future__ import annotations

from dataclasses import replace

from respgen.audit.findings import Found
from respgen.cli.reporters.audit.shown import Shown
from respgen.cli.reporters.github import github as commands
from respgen.cli.reporters.listing import listing
from respgen.diagnostics import Diagnostic


def github(shown: Shown) -> str:
    """One command a line. An annotation has one place, so the message names the others."""
    found = (_diagnostic(each.found, shown) for each in shown.listed())
    return commands(listing(found), ())


def _diagnostic(found: Found, shown: Shown) -> Diagnostic:
    one = shown.diagnostic(found)
    others = []
    for each in found.related:
        place = shown.place(each.span)
        others.append(f"{each.message} ({place.file}:{place.line})")
    message = "; ".join((one.message, *others))
    return replace(one, message=message)
