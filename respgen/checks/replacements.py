"""Checks security headers that take the place of inherited ones: rule R629.

Goes in: a header, and the one of a parent or an earlier profile that it replaces. Comes out: a
finding where it protects from less and its author does not say so.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.diagnostics import Finding
from respgen.fields import FIELDS
from respgen.fields.protection import losses
from respgen.rules import r6
from respgen.specs import HeaderSpec, wire

_SHOWN = 3


def replacement_findings(header: HeaderSpec) -> Iterator[Finding]:
    """Reports what is lost; `merge: false`, or the removal of a header, says that it is meant."""
    former = wire.known(header.replaces).text if header.replaces else None
    later = wire.known(header).text
    if former is None or later is None:
        return
    if lost := losses(header.name.lower(), former, later):
        message = f"{header.name}: weaker than the value it replaces: {_shown(lost)}"
        yield Finding(r6.WEAKER, message, _advice(header, later))


def _shown(lost: tuple[str, ...]) -> str:
    more = f" and {len(lost) - _SHOWN} more" if len(lost) > _SHOWN else ""
    return ", ".join(lost[:_SHOWN]) + more


def _advice(header: HeaderSpec, later: str) -> str:
    row = FIELDS.get(header.name.lower())
    if row is None or row.merge is None:
        return f"write {{value: {later}, merge: false}} if it is meant"
    if header.places.parts:
        return (
            "write merge: true to keep what is inherited, merge: false if it is meant"
        )
    return "write a mapping with merge: true to keep what is inherited, merge: false if it is meant"
