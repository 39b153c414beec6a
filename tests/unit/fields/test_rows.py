"""The rows of fields: each reads plain values, and what it reads its encoder takes."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from itertools import chain
from typing import Any

import pytest

from respgen.core.grammar import FieldError
from respgen.diagnostics import Malformed
from respgen.fields import FIELDS, TYPES, FieldType
from respgen.located import Plain
from respgen.specs import Pattern

ROWS = {
    ", ".join((row.word, *row.names)).strip(", "): row
    for row in dict.fromkeys(chain(TYPES.values(), FIELDS.values()))
}
SCALARS: tuple[Plain, ...] = (
    *(None, True, False, 0, -1, 7, 10**400, 0.5, float("inf"), float("nan")),
    *("", " ", "a", "a b", 'a"', "\r\n", "\xe9", "\u65e5", "\ud800", "90s", "YQ=="),
)
KEYS = (
    *("a", "A", "", "\ud800", "max_age", "private", "href", "rel", "scheme", "token68"),
    *("first", "last", "complete", "unit", "sha-256", "value", "params", "token"),
    *("bytes", "date", "display", "default-src", "nonce", "hashes", "q", "r", "dur"),
)


def _values() -> list[Plain]:
    """What a schema can hold: scalars, and lists and mappings of them."""
    held: list[Plain] = [*SCALARS]
    held += [[each] for each in SCALARS]
    held += [{key: each} for key in KEYS for each in SCALARS]
    held += [{"a": {key: "a"}} for key in KEYS]
    held += [[{key: "a", "rel": "a", "href": "a", "scheme": "a"}] for key in KEYS]
    return [*held, [], {}, [[]], [{}], {"a": []}, {"a": {}}, {"first": 1, "last": 0}]


VALUES = _values()


@pytest.mark.parametrize("row", ROWS.values(), ids=ROWS)
def test_a_row_reads_a_value_or_says_where_it_is_wrong(row: FieldType[Any]) -> None:
    """A reader raises nothing but Malformed, and the encoder nothing but FieldError."""
    for value in VALUES:
        with suppress(Malformed, FieldError):
            made = row.read(value)
            if row.word not in ("list", "enum") and not isinstance(made, Pattern):
                row.encoded("x", made)


@pytest.mark.parametrize("name", sorted(FIELDS))
def test_a_constant_is_text_or_is_refused(name: str) -> None:
    """Whatever a schema writes for a field."""
    for value in VALUES:
        with suppress(Malformed):
            assert isinstance(FIELDS[name].constant(value), str | Pattern)


def test_a_word_and_a_name_are_of_one_row() -> None:
    """Nothing is hidden by a later row; editors have a sentence for each field."""
    names = Counter(name for row in ROWS.values() for name in row.names)
    assert set(names.values()) == {1}
    assert len({row.word for row in TYPES.values()}) == len(TYPES)
    assert all(row.about for row in FIELDS.values())
