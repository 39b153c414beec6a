"""Constants of fields with a structure, straight through their row: for tables of cases."""

from __future__ import annotations

from respgen.diagnostics import Finding, Mend
from respgen.fields import FIELDS
from respgen.located import Plain
from respgen.specs import Pattern


def wire(name: str, value: Plain) -> str:
    """The canonical text of what an author wrote; a nonce's place is shown."""
    made = FIELDS[name.lower()].constant(value)
    return made.shown if isinstance(made, Pattern) else made


def remarks(name: str, text: str) -> list[Finding]:
    """What the rules say of a text on the wire."""
    return list(FIELDS[name.lower()].judge(text))


def codes(name: str, text: str) -> list[str]:
    return [remark.rule.code for remark in remarks(name, text)]


def mended(name: str, text: str) -> list[str | None]:
    """The whole value after each mending; None where none is certain."""
    return [mend(found).whole for found in remarks(name, text)]


def mend(found: Finding) -> Mend:
    return found.fix if isinstance(found.fix, Mend) else Mend()
