"""Checks pages next to each other: rule R816.

Goes in: the responses of a project. Comes out: findings at pages that lack what others have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from respgen.diagnostics import Finding
from respgen.kinds import KINDS
from respgen.rules import r8
from respgen.specs import Ref, ResponseSpec
from respgen.vocabulary.media_types import essence

_POLICY = "content-security-policy"


def page_findings(
    response: ResponseSpec, responses: Mapping[Ref, ResponseSpec]
) -> Iterator[Finding]:
    """Reports a page without a policy, unless other classes alone are made of it."""
    if not _is_page(response) or not response.whole or _has_policy(response):
        return
    extended = any(
        each.parent and responses.get(each.parent) is response
        for each in responses.values()
    )
    example = next(filter(_has_policy, filter(_is_page, responses.values())), None)
    if example and not extended:
        message = f"{response.name} is a page without a Content-Security-Policy, which {example.name} has"
        advice = f"use the profile of {example.name}, or headers: {{use: [html]}}"
        yield Finding(r8.NO_POLICY, message, advice, response.span)


def _is_page(response: ResponseSpec) -> bool:
    has_body = "media_type" not in KINDS[response.kind].unused
    return has_body and essence(response.media_type) == "text/html"


def _has_policy(response: ResponseSpec) -> bool:
    names = {header.name.lower() for header in response.headers}
    return _POLICY in names | response.unread
