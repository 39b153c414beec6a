"""Checks pages next to each other: rule R816.

Goes in: the responses of a project. Comes out: findings at pages that lack what others have.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from respgen.diagnostics import Finding, Span
from respgen.kinds import KINDS
from respgen.rules import r8
from respgen.specs import Ref, ResponseSpec
from respgen.vocabulary.media_types import essence

_POLICY = "content-security-policy"


def page_findings(
    responses: Mapping[Ref, ResponseSpec],
) -> Iterator[tuple[Span, Finding]]:
    """Reports each page without a policy where others have one, unless classes are made of it."""
    pages = {ref: each for ref, each in responses.items() if _is_page(each)}
    example = next(filter(_has_policy, pages.values()), None)
    if example is None:
        return
    extended = {each.parent for each in responses.values()}
    for ref, page in pages.items():
        bare = page.whole and not _has_policy(page)
        if bare and ref not in extended:
            message = f"{page.name} is a page without a Content-Security-Policy, which {example.name} has"
            advice = f"use the profile of {example.name}, or headers: {{use: [html]}}"
            yield page.span, Finding(r8.NO_POLICY, message, advice)


def _is_page(response: ResponseSpec) -> bool:
    has_body = "media_type" not in KINDS[response.kind].unused
    return has_body and essence(response.media_type) == "text/html"


def _has_policy(response: ResponseSpec) -> bool:
    names = {header.name.lower() for header in response.headers}
    return _POLICY in names | response.unread
