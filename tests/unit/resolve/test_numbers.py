"""A number is sent as its author wrote it, or a finding says what is sent, wherever it may stand."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from respgen.diagnostics import Problems
from respgen.load import parse
from respgen.pipeline import compiled
from tests.support.headers import sent

PLACES = {
    "int": "X-A: {type: int, value: %s}",
    "list of int": 'X-A: {type: "list[int]", value: [%s]}',
    "float": "X-A: {type: float, value: %s}",
    "sf_integer": "X-A: {type: sf_integer, value: %s}",
    "sf_decimal": "X-A: {type: sf_decimal, value: %s}",
    "item of a list": "X-A: {type: sf_list, value: [a, %s]}",
    "parameter of an item": "X-A: {type: sf_list, value: [{value: a, params: {q: %s}}]}",
    "member of a dictionary": "X-A: {type: sf_dict, value: {a: %s}}",
    "registered dictionary": "Priority: {u: %s}",
    "directive": "Cache-Control: {private: true, max_age: %s}",
    "metric": "Server-Timing: {db: {dur: %s}}",
    "policy of a rate": "RateLimit-Policy: {a: {q: %s, w: 60}}",
    "lifetime": "Strict-Transport-Security: {max_age: %s}",
    "duration": "X-A: {type: duration, value: %s}",
    "number of a document": "NEL: {report_to: main, max_age: 60, success_fraction: %s}",
    "plain": "X-A: %s",
    "wait": "Retry-After: %s",
}
NUMBERS = st.one_of(
    st.integers(0, 2000).map(str),
    st.integers(0, 999).map("{:05}".format),
    st.integers(0, 99).map(hex),
    st.integers(0, 99).map(oct),
    st.integers(0, 99).map("+{}".format),
    st.integers(-9, 0).map(str),
    st.decimals(0, 100, places=4).map(str),
    st.decimals(0, 100, places=1).map(str),
    st.sampled_from(["1e3", "1E-2", ".5", "5.", "-0", "1_000", "007.50", "-0.0"]),
)


def _built(header: str) -> tuple[list[str], dict[str, str]]:
    """The codes of what is found, and the headers that are sent."""
    text = f"respgen: 1\nresponses:\n  Page:\n    media_type: text/plain\n    headers: {{{header}}}\n"
    problems = Problems()
    file = parse(text.encode(), "shop.yaml", problems)
    assert file
    made = compiled([file], "core", problems)
    pages = [page for module in made for page in module.responses]
    headers = sent(pages[0].headers) if pages else {}
    return [each.code for each in problems], headers


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@settings(max_examples=25)  # of each place
@given(number=NUMBERS)
def test_sent_as_written_or_found(place: str, number: str) -> None:
    codes, headers = _built(place % number)
    numbers = {
        each
        for text in headers.values()
        for each in re.findall(r"[^\s=:;,{}\"]+", text)
    }
    assert number in numbers or codes


ORDINARY = {
    "int": ["60", "0", "-1"],
    "float": ["0.5", "60.0", "-1.0", "1e+16"],
    "sf_decimal": ["0.5", "-1.0", "0.125"],
    "item of a list": ["60", "0.5", "-1"],
    "registered dictionary": ["3"],
    "directive": ["60", "0"],
    "metric": ["0.5", "60", "53.2"],
    "lifetime": ["63072000"],
    "duration": ["90"],
    "number of a document": ["0.5", "1", "1.0"],
}


@pytest.mark.parametrize(
    ("place", "number"),
    [
        (PLACES[place], number)
        for place, numbers in ORDINARY.items()
        for number in numbers
    ],
)
def test_nothing_is_said_of_ordinary_numbers(place: str, number: str) -> None:
    codes, headers = _built(place % number)
    assert "R255" not in codes
    assert number in "".join(headers.values())
