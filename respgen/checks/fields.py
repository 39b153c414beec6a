"""Checks the headers of schemas (RFC 9110 5): what is declared of them, and what they send.

Goes in: the headers of profiles, used or not, and of responses. Comes out: diagnostics at the
header's own name or value, so an inherited header is reported once.
"""

from collections.abc import Iterator
from typing import TypeAlias

from respgen.checks.constants import default_findings
from respgen.checks.leading import leading_findings
from respgen.checks.leftovers import without_places
from respgen.checks.names import framing, name_findings, one_value, refused_name
from respgen.checks.replacements import replacement_findings
from respgen.checks.requests import request_findings
from respgen.checks.retired import pragma, retired_findings
from respgen.checks.separators import separator_findings
from respgen.checks.templates import template_findings
from respgen.checks.texts import text_findings
from respgen.diagnostics import (
    Finding,
    Places,
    Problems,
    Span,
)
from respgen.specs import (
    Argument,
    Constant,
    HeaderSpec,
    JsonDocument,
    ModuleSpec,
    ResponseSpec,
    Template,
)
from respgen.vocabulary import fields

_Seen: TypeAlias = dict[tuple[str, Span], HeaderSpec]
"""The last header of each name and place."""


def check_fields(modules: tuple[ModuleSpec, ...], problems: Problems) -> None:
    """Checks every header of every profile and response; Upgrade depends on the status."""
    seen: _Seen = {}  # what is inherited is looked at once
    for module in modules:
        for headers in module.profiles.values():
            _check_headers(headers, seen, problems)
        for response in module.responses:
            _check_headers(response.headers, seen, problems)
            _check_upgrade(response, problems)
    _check_pragma(modules, problems)


def _check_pragma(modules: tuple[ModuleSpec, ...], problems: Problems) -> None:
    """What stands next to it in a class decides; in a profile where no class has it from there."""
    used: set[Span] = set()
    for response in (each for module in modules for each in module.responses):
        used |= {
            each.span for each in response.headers if each.name.lower() == "pragma"
        }
        for found, span in pragma(response.headers):
            problems.note((found,), Places(span))
    for headers in (each for module in modules for each in module.profiles.values()):
        for found, span in pragma(headers):
            if span not in used:
                problems.note((found,), Places(span))


def _check_headers(
    headers: tuple[HeaderSpec, ...], seen: _Seen, problems: Problems
) -> None:
    for header in headers:
        place = header.name, header.span
        known = seen.get(place)
        if known is header or known == header:
            continue
        seen[place] = header
        if refused := refused_name(header.name):
            problems.note((refused,), Places(header.span))
            continue
        problems.note(_declaration_findings(header), Places(header.span))
        problems.note(_origin_findings(header), header.places)
        problems.note(replacement_findings(header), header.places)
        problems.note(leading_findings(header), header.places)


def _origin_findings(header: HeaderSpec) -> Iterator[Finding]:
    """Reports on the value that the schema writes, if it writes one."""
    match header.origin:
        case Constant(text):
            yield from text_findings(header, text)
        case Template() as template:
            yield from template_findings(header, template)
        case JsonDocument(parameters=()):
            yield without_places(header)
        case Argument(default=default, text=str(sent)):
            yield from default_findings(header, default, sent)


def _check_upgrade(response: ResponseSpec, problems: Problems) -> None:
    """Upgrade names what the client may switch to, only in 101 and 426 (RFC 9110 7.8, 15.5.22)."""
    for header in response.headers:
        if header.name.lower() == "upgrade" and response.status_code not in (101, 426):
            problems.note((framing(header.name),), Places(header.span))


def _declaration_findings(header: HeaderSpec) -> Iterator[Finding]:
    yield from name_findings(header)
    yield from retired_findings(header)
    yield from request_findings(header)
    if header.policy == "append" and header.name.lower() in fields.SINGLETON:
        yield one_value(header.name)
    yield from separator_findings(header)
