"""Headers and cookies -> a report: score, grade, what to add, and how OWASP's set differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from respgen.core.cookie_attributes import CookieAttributes
from respgen.grade.cookies import cookie_notes
from respgen.grade.observatory import FIELDS, TESTS, GradedResponse
from respgen.grade.owasp import RECOMMENDED, differences
from respgen.grade.report import Addition, Report
from respgen.grade.scores import grade, score
from respgen.grade.sent import Sent, fields, notes
from respgen.specs import CookieUse, HeaderSpec, ImportPath, ResponseSpec


def graded(
    headers: Iterable[HeaderSpec],
    cookies: Iterable[CookieUse] = (),
    media_type: str | None = None,
) -> Report:
    """The grade of a response that sends these headers, cookies and Content-Type.

    Raises ValueError for a media type that is none (RFC 9110 8.3.1).
    """
    response = GradedResponse(fields(headers), tuple(cookies), media_type)
    outcomes = tuple(test(response) for test in TESTS)
    points = score(outcome.result.modifier for outcome in outcomes)
    return Report(
        points,
        grade(points),
        outcomes,
        _additions(response),
        tuple(differences(response.fields)),
        tuple(_notes(response)),
    )


def graded_response(response: ResponseSpec) -> Report:
    """The grade of a class. What a base class of the author's sends by itself is not seen."""
    report = graded(response.headers, response.cookies, response.media_type)
    if not isinstance(response.base, ImportPath):
        return report
    note = (
        f"What {response.base.module}:{response.base.name} adds by itself is not seen"
    )
    return replace(report, notes=(*report.notes, note))


def _notes(response: GradedResponse) -> Iterator[str]:
    yield from notes(response.fields, dict.fromkeys((*FIELDS, *RECOMMENDED)))
    yield from cookie_notes(response.cookies)


def _additions(response: GradedResponse) -> tuple[Addition, ...]:
    """What every test that loses points needs; what one adds may serve the next ones."""
    added: list[Addition] = []
    for test in TESTS:
        outcome = test(response)
        if outcome.result.modifier < 0:
            added += outcome.additions
            response = _with(response, outcome.additions)
    return tuple(added)


def _with(response: GradedResponse, additions: Iterable[Addition]) -> GradedResponse:
    for each in additions:
        if each.preset is None:
            sent = Sent(each.key, (str(each.value),))
            fields = {**response.fields, each.key.lower(): sent}
            response = replace(response, fields=fields)
        else:
            uses = [_changed(use, each) for use in response.cookies]
            response = replace(response, cookies=tuple(uses))
    return response


def _changed(use: CookieUse, addition: Addition) -> CookieUse:
    """What `respgen.grade.cookies` may say of a preset."""
    if use.preset != addition.preset:
        return use
    known = {**use.cookie.known, addition.key: addition.value}
    # its keys are attributes, its values those that they have
    return replace(use, cookie=replace(use.cookie, known=cast(CookieAttributes, known)))
