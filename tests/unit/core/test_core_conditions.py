"""Conditional requests against RFC 9110 13: which of them a 304 answers, and with what."""

from __future__ import annotations

import time

import pytest

from respgen.core import Response
from respgen.core.conditions import http_date, unmodified_fields
from respgen.core.deferring import unmodified

CHANGED = "Sun, 06 Nov 1994 08:49:37 GMT"
EARLIER = "Sun, 06 Nov 1994 08:49:36 GMT"
LATER = "Sun, 06 Nov 1994 08:49:38 GMT"


def request(*fields: tuple[str, str], method: str = "GET") -> dict[str, object]:
    """A scope with the fields of a request."""
    raw = [(name.lower().encode(), value.encode("latin-1")) for name, value in fields]
    return {"type": "http", "method": method, "headers": raw}


def answer(**fields: str) -> Response:
    headers = {name.replace("_", "-"): value for name, value in fields.items()}
    return Response("body", headers=headers)


NONE_MATCH = {
    '"v1"': True,
    'W/"v1"': True,
    '"v0", W/"v1"': True,
    '"v0","v1"': True,
    ' "v0" ,, "v1" ,': True,
    "*": True,
    " * ": True,
    '"a,b", "v1"': True,
    '"v2"': False,
    '"V1"': False,
    "v1": False,
    "": False,
    '"v1': False,
    'w/"v1"': False,
    '"v0" "v1"': False,
    '*, "v1"': False,
    'x, "v1"': False,
}


@pytest.mark.parametrize("condition", NONE_MATCH)
@pytest.mark.parametrize("tag", ['"v1"', 'W/"v1"'])
def test_if_none_match(condition: str, tag: str) -> None:
    """Tags are compared weakly (13.1.2); a malformed list names none."""
    found = unmodified(answer(etag=tag), request(("If-None-Match", condition)))
    assert (found is not None) is NONE_MATCH[condition]


MODIFIED_SINCE = {
    CHANGED: True,
    LATER: True,
    f" {LATER} ": True,
    EARLIER: False,
    "Sunday, 06-Nov-94 08:49:37 GMT": True,
    "Sunday, 06-Nov-94 08:49:36 GMT": False,
    "Sun Nov  6 08:49:37 1994": True,
    "Sun Nov  6 08:49:36 1994": False,
    "Mon, 06 Nov 1994 08:49:37 GMT": False,
    f"{CHANGED}, {CHANGED}": False,
    "Fri, 31 Dec 9999 23:59:60 GMT": False,
    "Thu, 30 Feb 2023 00:00:00 GMT": False,
    "tomorrow": False,
    "": False,
}


@pytest.mark.parametrize("condition", MODIFIED_SINCE)
def test_if_modified_since(condition: str) -> None:
    """Dates have three forms; what is no date is no condition (13.1.3)."""
    given = request(("If-Modified-Since", condition))
    found = unmodified(answer(last_modified=CHANGED), given)
    assert (found is not None) is MODIFIED_SINCE[condition]


@pytest.mark.parametrize(
    ("fields", "is_304"),
    [
        pytest.param([("If-None-Match", '"v2"'), ("If-Modified-Since", LATER)], False, id="tag before date"),
        pytest.param([("If-None-Match", "x"), ("If-Modified-Since", LATER)], False, id="malformed tag before date"),
        pytest.param([("If-None-Match", '"v1"'), ("If-Modified-Since", EARLIER)], True, id="tag alone counts"),
        pytest.param([("If-None-Match", '"v0"'), ("If-None-Match", '"v1"')], True, id="two fields are one list"),
        pytest.param([("If-Modified-Since", LATER)] * 2, False, id="two dates are none"),
        pytest.param([("If-Match", '"v0"'), ("If-None-Match", '"v1"')], False, id="another state"),
        pytest.param([("If-Match", 'W/"v1"'), ("If-None-Match", '"v1"')], False, id="strong comparison"),
        pytest.param([("If-Match", '"v1"'), ("If-None-Match", '"v1"')], True, id="the same state"),
        pytest.param([("If-Match", "*"), ("If-None-Match", '"v1"')], True, id="any state"),
        pytest.param([("If-Match", '"v1"'), ("If-Unmodified-Since", EARLIER), ("If-None-Match", "*")], True, id="If-Match before the date"),
        pytest.param([("If-Unmodified-Since", EARLIER), ("If-None-Match", "*")], False, id="changed since"),
        pytest.param([("If-Unmodified-Since", CHANGED), ("If-None-Match", "*")], True, id="not changed since"),
        pytest.param([("If-Unmodified-Since", "x"), ("If-None-Match", "*")], True, id="no date"),
        pytest.param([], False, id="no condition"),
    ],
)  # fmt: skip # one case a line
def test_precedence(fields: list[tuple[str, str]], is_304: bool) -> None:
    """RFC 9110 13.2.2."""
    response = answer(etag='"v1"', last_modified=CHANGED)
    assert (unmodified(response, request(*fields)) is not None) is is_304


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "get"])
def test_other_methods(method: str) -> None:
    """What they change, and no copy of it, is what they are about (13.1.2, 13.1.3)."""
    given = request(("If-None-Match", "*"), method=method)
    assert unmodified(answer(etag='"v1"'), given) is None


def test_head() -> None:
    given = request(("If-None-Match", "*"), method="HEAD")
    assert unmodified(answer(etag='"v1"'), given) is not None


@pytest.mark.parametrize("status", [304, 301, 404, 412, 500])
def test_other_statuses(status: int) -> None:
    """Preconditions are ignored where the answer would be no 2xx (13.2.1)."""
    response = Response(None, status, {"etag": '"v1"'})
    assert unmodified(response, request(("If-None-Match", "*"))) is None


def test_fields() -> None:
    """Those that 15.4.5 wants, and cookies; the rest describes a body that is not sent."""
    response = answer(
        etag='"v1"',
        cache_control="max-age=60",
        vary="Accept",
        expires=LATER,
        date=CHANGED,
        content_location="/items/1",
        last_modified=CHANGED,
        content_language="en",
        x_trace="1",
    )
    response.set_cookie("seen", "1")
    found = unmodified(response, request(("If-None-Match", '"v1"')))
    assert found is not None
    assert (found.status_code, found.body) == (304, b"")
    assert [name.decode() for name, _ in found.raw_headers] == [
        *("etag", "cache-control", "vary", "expires", "date"),
        *("content-location", "set-cookie"),
    ]


def test_a_date_stands_for_a_tag() -> None:
    """Without an ETag, Last-Modified tells caches which copy is meant (15.4.5)."""
    response = answer(last_modified=CHANGED)
    found = unmodified_fields(response, request(("If-Modified-Since", CHANGED)))
    assert found == [(b"last-modified", CHANGED.encode())]


def test_nothing_to_compare_with() -> None:
    """A response without validators is one that no list names and no date is after."""
    for condition in ('"v1"', "*"):
        found = unmodified(answer(), request(("If-None-Match", condition)))
        assert (found is not None) is (condition == "*")
    assert unmodified(answer(), request(("If-Modified-Since", LATER))) is None


@pytest.mark.parametrize(
    ("now", "digits", "year"),
    [(2026, "76", 2076), (2026, "77", 1977), (2080, "31", 2031), (2020, "94", 1994)],
)
def test_years_of_two_digits(
    monkeypatch: pytest.MonkeyPatch, now: int, digits: str, year: int
) -> None:
    """More than 50 years ahead is the past (5.6.7)."""
    moment = time.mktime((now, 6, 1, 0, 0, 0, 0, 0, 0))
    monkeypatch.setattr(time, "time", lambda: moment)
    days = ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")
    texts = [f"{day}day, 06-Nov-{digits} 08:49:37 GMT".encode() for day in days]
    assert [found.year for text in texts if (found := http_date(text))] == [year]


def test_the_background_task_runs_all_the_same() -> None:
    async def task() -> None: ...

    response = Response("body", headers={"etag": '"v1"'}, background=task)
    found = unmodified(response, request(("If-None-Match", "*")))
    assert found is not None
    assert found.background is task
