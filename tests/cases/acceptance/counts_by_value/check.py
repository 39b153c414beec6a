"""JSON has no NaN: it is null, and as a key the text of that."""

import json
from collections.abc import Iterable
from math import inf, nan
from typing import Any

import pytest
from case_counts_by_value.api import Array, Counts, Events, Lines, Plainly, Rows

ROW = {1.5: nan, nan: inf, 2.0: 1.0}


class Stamp(float):
    """A number of another library's class."""


def _write(stream: Any, items: Iterable[dict[float, float]]) -> bytes:
    """What a stream makes of its items, one after the other."""
    made = stream(iter(items))
    return b"".join(made.render(item) for item in items)


def sorts_numbers_beside_nan() -> None:
    assert Counts({nan: 3, 2.0: 1, -1.5: 2}).body == b'{"-1.5":2,"2.0":1,"null":3}'


def keeps_other_keys_as_json_has_them() -> None:
    ordinary: dict[Any, int] = {1: 2, True: 3, None: 4, 2.5: 5, "a": 6}
    for value in (ordinary, dict[Any, int](), {Stamp(1): 1}):
        assert Plainly(value).body == json.dumps(value, separators=(",", ":")).encode()
        mixed = {nan: 0, **value}
        texts = {"null": 0} | json.loads(json.dumps(value))
        assert json.loads(bytes(Plainly(mixed).body)) == texts


def reaches_every_depth() -> None:
    deep = {"a": [{inf: {-inf: nan}}], "b": ({nan: ()},), "c": Stamp(nan)}
    assert json.loads(bytes(Plainly(deep).body)) == {
        "a": [{"null": {"null": None}}],
        "b": [{"null": []}],
        "c": None,
    }


def does_not_change_what_it_is_given() -> None:
    given = {nan: [nan]}
    Plainly(given)
    assert [*given][0] is nan
    assert given[nan] == [nan]


def keeps_the_last_of_several() -> None:
    assert Plainly({nan: 1, inf: 2, None: 3}).body == b'{"null":3}'


def holds_for_lines_and_streams() -> None:
    text = b'{"1.5":null,"null":null,"2.0":1.0}'
    assert Lines([ROW]).body == text + b"\n"
    assert _write(Rows, [ROW]) == b"\x1e" + text + b"\n"
    assert _write(Events, [ROW]) == b"data: " + text + b"\n\n"
    assert _write(Array, [ROW]) == text


def refuses_keys_that_json_has_none_of() -> None:
    with pytest.raises(TypeError, match="keys must be"):
        Plainly({nan: 1, (1, 2): 3})
