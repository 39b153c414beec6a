"""The fields' own forms: mappings and lists become constants, and know where their parts stand."""

from __future__ import annotations

import pytest

from tests.support.headers import sent as constants
from tests.support.schemas import responses


def sent(headers: str) -> list[tuple[str, str]]:
    """The constants of a class whose `headers:` is this flow mapping."""
    (response,) = responses(f"Page: {{headers: {headers}}}").values()
    return [*constants(response.headers).items()]


@pytest.mark.parametrize(
    "headers", ["{Cache-Control: {}}", "{Cache-Control: {value: {}}}"]
)
def test_an_empty_form_sends_nothing(headers: str) -> None:
    """No directive, no member: as if the header had been removed."""
    assert sent(headers) == []


def test_a_form_may_have_a_policy() -> None:
    """`value` holds the form where a policy stands beside it."""
    headers = "{Cache-Control: {value: {max_age: 1m}, policy: locked}}"
    assert sent(headers) == [("Cache-Control", "max-age=60")]


def test_a_part_knows_its_place() -> None:
    """A key by its name on the wire, an item of a list by its place and by its text."""
    text = "Page:\n  headers:\n    Cache-Control:\n      max_age: 1m\n      private: [Set-Cookie]"
    (response,) = responses(text).values()
    (header,) = response.headers
    places = {
        part: (key.line, value.column)
        for part, (key, value) in header.places.parts.items()
    }
    assert places == {
        ("maxage",): (6, 18),
        ("maxage", "1m"): (6, 18),
        ("private",): (7, 18),
        ("private", "#0"): (7, 19),
        ("private", "setcookie"): (7, 19),
    }
