"""What expressions come to that are made of others, and what a call brings."""

from __future__ import annotations

import pytest

from respgen.source.program.events import Call
from respgen.source.program.folding import is_duration
from respgen.source.program.values import Called, Known, Unknown, choices
from tests.unit.source.program.test_paths import HEAD, facts

TEXT = (
    HEAD
    + "from datetime import timedelta\n"
    + "from enum import Enum\n"
    + "class Name(Enum):\n    SID = 'sid'\n"
    + "def f(r: Response, x):\n    ways = {{}}\n    if x.y:\n        ways['path'] = '/'\n"
    + "    r.set_cookie({})\n"
)


def call(text: str) -> Call:
    """The call of `set_cookie` with these arguments."""
    [body] = [b for b in facts(app=TEXT.format(text)).bodies if b.function]
    calls = [e for e in body.events if isinstance(e, Call)]
    return calls[-1]


@pytest.mark.parametrize("text", ["x.a == 1", "x.a != 'b'", "not x.a", "x.a is None"])
def test_equal_comparisons_are_equal(text: str) -> None:
    """They are known by what they compare."""
    one, other = call(f"{text}, {text}").arguments.places
    assert isinstance(one, Called)
    assert one == other
    assert one != call("x.b == 1").arguments.places[0]


def test_the_value_of_a_member() -> None:
    assert call("Name.SID.value").arguments.places == (Known("sid"),)


@pytest.mark.parametrize(
    ("text", "lasts"),
    [
        *(("timedelta(1) * 2", True), ("2 * timedelta(1)", True)),
        *(("timedelta(1) + timedelta(2)", True), ("timedelta(1) / 2", True)),
        *(("timedelta(1) / timedelta(2)", False), ("x.now + timedelta(1)", False)),
    ],
)
def test_arithmetic_of_durations(text: str, lasts: bool) -> None:
    assert is_duration(call(text).arguments.places[0]) is lasts


def test_what_only_some_mappings_have() -> None:
    """It is there, or unknown; nothing else is brought."""
    given = call("'a', **ways").arguments
    assert not given.rest
    [(name, value)] = given.names
    known, absent = choices(value)
    assert (name, known) == ("path", Known("/"))
    assert isinstance(absent, Unknown)


def test_a_mapping_that_nobody_knows_is_kept() -> None:
    given = call("'a', **x.options").arguments
    assert given.rest
    assert len(given.spread) == 1
