"""Checks what code sends by the rules for schemas: a field, fields together, a status, a media type.

Goes in: names and texts, as they are sent. Come out: findings whose help says what to write on the
wire, and is not about keys of a schema.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from respgen.checks.constants import Text
from respgen.checks.labels import media_type_findings as media_type_findings
from respgen.checks.messages import described as described
from respgen.checks.messages import missing_findings as missing_findings
from respgen.checks.messages import status_findings as status_findings
from respgen.checks.names import name_findings, refused_name
from respgen.checks.pairs import together
from respgen.checks.requests import request_findings
from respgen.checks.retired import pragma, retired_findings
from respgen.checks.texts import sent_findings
from respgen.diagnostics import Finding, Malformed, Mend, Places, Span
from respgen.fields import FIELDS
from respgen.rules import r2
from respgen.specs import Constant, HeaderSpec
from respgen.specs.headers import ValueType

_ANYWHERE = Span.start("")
_NAMES = 200
"""Characters of a name; a longer one is data."""
# who streams may know the length, and an upgrade depends on the status
_DECIDED_ELSEWHERE = frozenset({"content-length", "upgrade"})
# its words are of schemas
_OWN_WORDS = frozenset({r2.SET_COOKIE_FIELD, r2.CONTENT_TYPE_FIELD})


def field_findings(name: str, text: str | None) -> Iterator[Finding]:
    """Reports on a field; without a text on its name alone. A misspelt one is not judged further."""
    if len(name) > _NAMES:
        return
    if refused := refused_name(name):
        yield refused
        return
    header = _header(name, text or "")
    if name.lower() not in _DECIDED_ELSEWHERE:
        yield from _of_name(header)
    if text is not None:
        yield from (_as_sent(each, header) for each in sent_findings(header, text))


def _of_name(header: HeaderSpec) -> Iterator[Finding]:
    yield from (each for each in name_findings(header) if each.rule not in _OWN_WORDS)
    yield from retired_findings(header)
    for found in request_findings(header):
        # where it names a key of a schema
        yield replace(found, help="remove it") if ":" in found.help else found


def _as_sent(found: Finding, header: HeaderSpec) -> Finding:
    """What a fix writes in a schema, as it would be sent."""
    row = FIELDS.get(header.name.lower())
    if row is None or not isinstance(found.fix, Mend) or found.fix.whole is None:
        return found
    if found.help != f"write {found.fix.whole}":
        return found
    try:
        sent = row.constant(found.fix.whole)
    except Malformed:
        return found
    return replace(found, help=f"write {sent}") if isinstance(sent, str) else found


def message_findings(texts: Mapping[str, str]) -> Iterator[tuple[str, Finding]]:
    """Reports on fields that are sent together, each by the name of the one that should give way."""
    headers = [_header(*each, line) for line, each in enumerate(texts.items(), 1)]
    names = {header.span: header.name for header in headers}
    known = {h.name.lower(): Text(h, texts[h.name]) for h in headers}
    for found in together(known):
        yield names[found.at] if isinstance(found.at, Span) else "", found
    if "cache-control" in known:
        yield from ((names[at], found) for found, at in pragma(headers))


def _header(name: str, text: str, line: int = 1) -> HeaderSpec:
    span = Span("", line, 1, line, 1)
    return HeaderSpec(
        name, Constant(text), ValueType(), "overridable", "", span, Places(span)
    )
