"""Any text inside of links, challenges, ranges, digests and structured fields, on real servers.

A response arrives exactly as its arguments say, or its constructor raises and names the field.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from respgen.specs import HeaderSpec, Target
from tests.behaviour import strategies, values
from tests.behaviour.oracle import Sent
from tests.behaviour.places import PLACES
from tests.behaviour.running import TARGETS, carried, classes
from tests.behaviour.serving import Client, Implementation, served, wire
from tests.behaviour.strategies import Family, Member
from tests.support.headers import argument as made
from tests.support.headers import argument_of, value_type


@pytest.fixture(scope="module", params=get_args(Implementation))
def client(request: pytest.FixtureRequest) -> Iterator[Client]:
    """A client of uvicorn, with each of its HTTP implementations."""
    with served(request.param) as connected:
        yield connected


def _name(place: str) -> str:
    return "X-" + place.replace(" ", "-").replace("'", "").replace("_", "-").title()


def _parameter(place: str) -> HeaderSpec:
    name = _name(place)
    parameter = name.lower().replace("-", "_")
    return made(name, parameter, value_type(PLACES[place].type))


PARAMETERS = {place: _parameter(place) for place in PLACES}
DESCRIBED = strategies.plain_response("Described", headers=tuple(PARAMETERS.values()))
FAMILY = Family((), (Member(DESCRIBED, 0, None),))


def described(target: Target) -> type[Any]:
    """A class with a parameter for each place."""
    return classes(FAMILY, 0)[TARGETS.index(target)]


def argument(cls: type[Any], place: str, text: str) -> dict[str, Any]:
    """What puts the text in that place of a constructor."""
    return {
        argument_of(PARAMETERS[place]).parameter: carried(
            cls, PLACES[place].value(text)
        )
    }


def expected(place: str, text: str) -> tuple[bytes, bytes]:
    """How the text in that place should arrive."""
    name = PARAMETERS[place].name.lower().encode("ascii")
    return name, PLACES[place].wire(text).encode("latin-1")


def try_everywhere(client: Client, cls: Callable[..., Any], text: str) -> None:
    """The text in each place: refused there, else it arrives as it should in all at once."""
    allowed = [place for place, row in PLACES.items() if row.allowed.fullmatch(text)]
    together: dict[str, Any] = {}
    for place in PLACES:
        given = argument(cls, place, text)  # type: ignore[arg-type]  # a class
        if place in allowed:
            together.update(given)
        elif place != "file name" or not _is_file_name(text):
            with pytest.raises(ValueError, match=PARAMETERS[place].name.lower()):
                cls("", **given)
    response = cls("", **together)
    declared = [field for field in response.raw_headers if field[0].startswith(b"x-")]
    assert declared == [expected(place, text) for place in allowed]
    reply = wire(Sent(200, response.raw_headers, b""))
    assert client.reply(response, "GET", len(reply)) == reply


def _is_file_name(text: str) -> bool:
    """One that has two forms on the wire, which tests of core read back."""
    controls = any(c < " " or "\x7f" <= c <= "\x9f" for c in text)
    return bool(text) and not controls and "\ud800" not in text


PATTERNS = ["{}", "a{}", "{}a", "a{}a"]
BEYOND = ["\u0100", "\u010d", "\u200b", "\u2028", "\uff0c", "\U0001f600", "\ud800"]
"""Some of these become CR, LF or a comma where somebody keeps their low byte only."""


@pytest.mark.parametrize("target", TARGETS)
def test_every_character(client: Client, target: Target) -> None:
    """0 to 255 and some beyond, alone, first, last and between, in every place."""
    response = described(target)
    for character in [*values.LATIN_1, *BEYOND]:
        for pattern in PATTERNS:
            try_everywhere(client, response, pattern.format(character))


@settings(max_examples=200)
@given(
    text=values.any_text | st.text(st.characters(exclude_categories=["Cs"])),
    target=st.sampled_from(TARGETS),
)
def test_any_text(client: Client, text: str, target: Target) -> None:
    """Bytes 0 to 255 in any order, and text beyond them."""
    try_everywhere(client, described(target), text)
