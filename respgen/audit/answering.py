"""Asks the checks of schemas about constants in code.

Goes in: names and texts. Come out: answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias, cast

from respgen.audit.asking import Answer
from respgen.checks import sent
from respgen.checks.cookies import preset_findings
from respgen.core.cookie_attributes import CookieAttributes
from respgen.diagnostics import Finding, Span
from respgen.specs import Argument, CookieSpec

Answers: TypeAlias = Iterator[Answer]


def _each(found: Iterable[Finding]) -> Answers:
    return (Answer(each.rule.code, each.message, each.help) for each in found)


def _field(name: str, value: str | None) -> Answers:
    return _each(sent.field_findings(name, value))


def _message(fields: Iterable[tuple[str, str]]) -> Answers:
    """Of fields together; `at` is the name of one."""
    for name, found in sent.message_findings(dict(fields)):
        yield Answer(found.rule.code, found.message, found.help, name)


def _status(status: int) -> Answers:
    return _each(sent.status_findings(status))


def _described(status: int, name: str) -> Answers:
    found = sent.described(status, name)
    return _each((found,) if found else ())


def _media_type(text: str) -> Answers:
    return _each(sent.media_type_findings(text))


def _missing(status: int, present: Iterable[str]) -> Answers:
    return _each(sent.missing_findings(status, {*present}))


def _cookie(
    name: str,
    key: str,
    known: Iterable[tuple[str, Any]],
    unknown: Iterable[str],
    given: Iterable[str],
) -> Answers:
    """Of a preset with these attributes; what is unknown is an argument. `at` is an attribute."""
    span = Span.start("")
    spec = CookieSpec(
        name=name,
        key=key,
        description="",
        known=cast(CookieAttributes, dict(known)),
        encoding="plain",
        also_delete=(),
        span=span,
        spans=dict.fromkeys(given, span),
        origins={each: Argument(each, required=True) for each in unknown},
    )
    for found in preset_findings(spec):
        at = found.at[0] if found.at and not isinstance(found.at, Span) else ""
        yield Answer(found.rule.code, found.message, found.help, str(at))


QUESTIONS: Mapping[str, Callable[..., Answers]] = MappingProxyType(
    {
        "field": _field,
        "message": _message,
        "status": _status,
        "described": _described,
        "media type": _media_type,
        "missing": _missing,
        "cookie": _cookie,
    }
)
