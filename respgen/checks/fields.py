"""Checks names and values of headers (RFC 9110 5): rules R201 to R210.

Goes in: the headers of profiles, used or not, and of responses. Comes out: diagnostics at the
header's own name or value, so an inherited header is reported once.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from respgen.checks.characters import not_latin_1, obs_text
from respgen.checks.constants import default_findings, value_findings
from respgen.checks.leading import leading_findings
from respgen.checks.leftovers import (
    constant_leftovers,
    template_leftovers,
    without_places,
)
from respgen.checks.replacements import replacement_findings
from respgen.checks.requests import request_findings
from respgen.checks.retired import pragma, retired_findings
from respgen.checks.separators import separator_findings
from respgen.checks.typos import meant_field, same_letters
from respgen.core.fields import field_name, field_value
from respgen.core.grammar import TOKEN_CHARACTERS, FieldError
from respgen.diagnostics import (
    Finding,
    Places,
    Problems,
    Remove,
    Replace,
    Severity,
    Span,
)
from respgen.fields.types import encoded
from respgen.lookalikes import looks_like
from respgen.rules import r2, r6
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

_NOT_TCHAR = re.compile(rf"[^{TOKEN_CHARACTERS}]+")

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
        if refused := _refused_name(header.name):
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
            yield from _value_findings(header, text)
        case Template() as template:
            yield from _template_findings(header, template)
        case JsonDocument(parameters=()):
            yield without_places(header)
        case Argument(default=default, text=str(sent)):
            yield from default_findings(header, default, sent)


def _check_upgrade(response: ResponseSpec, problems: Problems) -> None:
    """Upgrade names what the client may switch to, only in 101 and 426 (RFC 9110 7.8, 15.5.22)."""
    for header in response.headers:
        if header.name.lower() == "upgrade" and response.status_code not in (101, 426):
            problems.note((_framing(header.name),), Places(header.span))


def _declaration_findings(header: HeaderSpec) -> Iterator[Finding]:
    yield from _name_findings(header)
    yield from retired_findings(header)
    yield from request_findings(header)
    if header.policy == "append" and header.name.lower() in fields.SINGLETON:
        yield _one_value(header.name)
    yield from separator_findings(header)


def _refused_name(name: str) -> Finding | None:
    """Reports a name that run time would refuse; nothing else is checked then."""
    try:
        field_name(name)
    except FieldError:
        return _no_token(name)
    return None


def _no_token(name: str) -> Finding:
    latin, strange = looks_like(name)
    mended = _NOT_TCHAR.sub("-", latin).strip("-")
    if "{" in name:
        message = f"{name!a} is not a valid header name: it cannot have placeholders"
        return Finding(r2.FIELD_NAME, message, "write each header by its own name")
    return Finding(
        r2.FIELD_NAME,
        f"{name!a} is not a valid header name: only letters, digits and !#$%&'*+-.^_`|~ are allowed",
        _written(mended, strange),
    )


def _written(mended: str, strange: str) -> str:
    if not mended:
        return "write a name such as X-Request-ID"
    return f"{strange}: write {mended!r}" if strange else f"write {mended!r}"


def _name_findings(header: HeaderSpec) -> Iterator[Finding]:
    name, lower = header.name, header.name.lower()
    if lower in fields.FRAMING and lower != "upgrade":
        yield replace(_framing(name), fix=Remove(header.span))
    elif lower in _ELSEWHERE:
        rule, why, help_line = _ELSEWHERE[lower]
        yield Finding(rule, f"{name} {why}", help_line)
    elif meant := meant_field(name):
        # another name of a parameter's field may be another name of the argument
        sure = isinstance(header.origin, Constant) and same_letters(name, meant)
        yield Finding(
            r2.FIELD_NAME_TYPO,
            f"{name} is not a registered header, but close to one",
            f"did you mean {meant!r}?",
            fix=Replace(header.span, meant) if sure else None,
        )


_SERVER = (
    r2.SERVER_FIELD,
    "is written by the server, and would be sent twice",
    "remove it",
)
_ELSEWHERE = {
    "set-cookie": (
        r2.SET_COOKIE_FIELD,
        "must not be written as a header",
        "declare a preset under cookies: and list it on the class",
    ),
    "content-type": (
        r2.CONTENT_TYPE_FIELD,
        "must not be written as a header",
        "write media_type:, and charset: if it is not utf-8",
    ),
    "date": _SERVER,
    "server": _SERVER,
}


def _framing(name: str) -> Finding:
    return Finding(
        r2.FRAMING_FIELD,
        f"{name} controls the connection or the framing of the message: only the server may send it",
        _FRAMING_HELP.get(name.lower(), "remove it"),
    )


_FRAMING_HELP = {
    "content-length": "remove it: responses send the length of a body that is there, and callers of a stream may",
    "upgrade": "remove it, or give the class status_code: 426",
}


def _one_value(name: str) -> Finding:
    return Finding(
        r2.FIELD_TWICE,
        f"{name} takes a single value, so nothing can be appended to it",
        "write policy: overridable or policy: locked",
    )


# a token, a number, a part of a URL; read as seconds, it is a long time
_SAMPLE = "1000000"


def _template_findings(header: HeaderSpec, template: Template) -> Iterator[Finding]:
    """Reports what is wrong around the placeholders, whatever their values."""
    texts = template.pattern.texts
    if template.fill == "nonce":
        yield from value_findings(header, template.pattern.shown)
        return
    if left := [*template_leftovers(header, template.pattern)]:
        yield from left
        return
    sample = _sampled(texts)
    try:
        wire = encoded(header.name, header.type, sample).decode("latin-1")
    except FieldError as error:
        yield Finding(
            r2.FIELD_VALUE, str(error), "correct the text around the placeholders"
        )
        return
    # nothing is known about a placeholder alone
    if any(texts):
        for found in value_findings(header, wire):
            # of what a placeholder stands in nothing is known, either; `nonce:` checks nonces
            if found.rule is r6.CSP_NONCE:
                message = f"{header.name}: a template takes any text for a nonce"
                yield replace(found, message=message, fix=None)
            # where the mending is certain, the finding is about what stands around them
            elif found.fix or _SAMPLE not in f"{found.message} {found.at}":
                yield _without_samples(found, template.pattern.parameters)


def _sampled(texts: Sequence[str]) -> str:
    """The text with another sample at each place."""
    first, *others = texts
    return first + "".join(
        f"{_SAMPLE}{place:02}{text}" for place, text in enumerate(others)
    )


def _without_samples(found: Finding, names: Sequence[str]) -> Finding:
    """The finding with the placeholders in its words; a fix would write the samples."""
    message, advice = found.message, found.help
    for place, name in enumerate(names):
        sample, shown = f"{_SAMPLE}{place:02}", f"{{{name}}}"
        message, advice = (each.replace(sample, shown) for each in (message, advice))
    return replace(found, message=message, help=advice, fix=None)


def _value_findings(header: HeaderSpec, value: str) -> Iterator[Finding]:
    """Reports wrong characters in a value, else what the header's own rules say of it."""
    name = header.name
    if not value.isascii() and max(value) > "\xff":
        yield not_latin_1(header, value, partial(_value_findings, header))
    elif refusal := _refusal(name, value):
        yield _no_value(header, value, refusal)
    else:
        if not value.isascii():
            yield obs_text(name)
        left = [*constant_leftovers(header, value)]
        yield from left or value_findings(header, value)


def _refusal(name: str, value: str) -> str:
    """Says why run time would refuse the value; empty if it takes it."""
    try:
        field_value(name, value)
    except FieldError as error:
        return str(error)
    return ""


def _no_value(header: HeaderSpec, value: str, refusal: str) -> Finding:
    """Only white space at the edges has a fix: what a control was meant to be, nobody knows."""
    mended = re.sub(r"[\x00-\x20\x7f]+", " ", value).strip()
    blank = mended == value.strip(" \t\r\n") and not header.places.parts
    left = [each.rule.severity for each in _value_findings(header, mended)]
    sure = blank and mended and Severity.ERROR not in left
    fix = Replace(header.places.whole, mended) if sure else None
    return Finding(r2.FIELD_VALUE, refusal, f"write {mended!r}", fix=fix)
