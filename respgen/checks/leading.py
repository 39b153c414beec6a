"""Checks where the URLs of headers may lead: R723, R724, R726.

Goes in: a header. Comes out: findings at what `allow` lists, the fallback, the default or the
template.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from respgen.diagnostics import Finding, quoted
from respgen.kinds.leading import allowing, may_lead, remarks
from respgen.rules import r7
from respgen.specs import Argument, HeaderSpec, Template


def leading_findings(header: HeaderSpec) -> Iterator[Finding]:
    """Reports what `allow` of a header makes wrong."""
    to, origin = header.type.to, header.origin
    if not to.allow:
        return
    yield from remarks(
        replace(to, template=origin) if isinstance(origin, Template) else to
    )
    if not isinstance(origin, Argument) or origin.default is None:
        return
    given = origin.default
    for each in given if isinstance(given, tuple) else (given,):
        if not may_lead(to, str(each)):
            message = f"the default {quoted(str(each))} leads elsewhere than allow"
            yield Finding(r7.NEVER_ALLOWED, message, allowing(str(each)))
