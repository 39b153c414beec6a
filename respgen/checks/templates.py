"""Checks templates of header values: what is wrong around the placeholders, whatever their values.

Goes in: a header and its template. Comes out: findings that say nothing of the samples they are made of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from respgen.checks.constants import value_findings
from respgen.checks.leftovers import template_leftovers
from respgen.core.grammar import FieldError
from respgen.diagnostics import Finding
from respgen.fields.types import encoded
from respgen.rules import r2, r6
from respgen.specs import HeaderSpec, Template

# a token, a number, a part of a URL; read as seconds, it is a long time
_SAMPLE = "1000000"


def template_findings(header: HeaderSpec, template: Template) -> Iterator[Finding]:
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
        said = (message, advice)
        message, advice = (
            t.replace(f"{_SAMPLE}{place:02}", f"{{{name}}}") for t in said
        )
    if "000000" in advice:  # it was computed of samples
        advice = "correct the text around the placeholders"
    return replace(found, message=message, help=advice, fix=None)
