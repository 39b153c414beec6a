"""Forms of header values: each type takes what core sends of it, and nothing of another form."""

from __future__ import annotations

import pytest

from respgen.fields import TYPES
from respgen.specs import ValueType
from respgen.testing.forms import expectation, filled, fits
from respgen.vocabulary.templates import template
from tests.support.headers import argument

FORMS: dict[str, tuple[str, str]] = {
    "str": ("anything, at all", ""),
    "token": ("gzip", "a b"),
    "int": ("-7", "7.0"),
    "float": ("1e-05", "nan"),
    "bool": ("true", "True"),
    "date": ("Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06"),
    "duration": ("60", "-1"),
    "etag": ('"v1"', 'W/"v1"'),
    "weak_etag": ('W/"v1"', '"v1"'),
    "url": ("/a?b=%20", "/a b"),
    "enum": ("b", "c"),
    "media_type": ("text/html; charset=utf-8", "text"),
    "content_disposition": ('attachment; filename="a;b"', "attachment; filename=a b"),
    "json": ('{"a":1}', "{a:1}"),
    "list": ("a, b", ""),
    "sf_string": ('"a"', "a"),
    "sf_token": ("a/b", '"a"'),
    "sf_integer": ("7", "?1"),
    "sf_decimal": ("1.5", "x"),
    "sf_boolean": ("?0", "0"),
    "sf_bytes": (":AAAA:", "AAAA"),
    "sf_date": ("@0", "0"),
    "sf_list": ("a, (b c)", "a,, b"),
    "sf_dict": ("a=1, b", "A=1"),
    "cache_control": ("private, max-age=60", "max-age"),
    "content_range": ("bytes 0-3/9", "bytes 3-0/9"),
    "challenge": ('Bearer realm="shop"', 'Bearer realm="a'),
    "link": ('</a>; rel="next"', "/a"),
    "server_timing": ('db;dur=5.1;desc="a, b", miss', "db;dur=1s"),
    "digest": ("sha-256=:" + "A" * 43 + "=:", "sha-256=x"),
}


def test_every_type_has_a_form() -> None:
    """The table above has each word of `type:`."""
    assert FORMS.keys() == TYPES.keys()


@pytest.mark.parametrize(
    ("separator", "right", "wrong"),
    [
        (",", "1,2", "1;2"),
        (" ", "1 2", "1,2"),
        ("; ", "1; 2", "1, 2"),
        ("x", "1x2", "1 2"),
    ],
)
def test_lists_are_split_at_their_separator(
    separator: str, right: str, wrong: str
) -> None:
    """Members joined by another separator do not fit."""
    of = ValueType("list", "int", separator=separator)
    header = argument("X-A", "a", of)
    assert fits(header, right)
    assert not fits(header, wrong)


@pytest.mark.parametrize("word", FORMS)
def test_a_type_knows_its_form(word: str) -> None:
    """What has another form does not fit, and what is expected is said in words."""
    of = ValueType(word, "str" if word == "list" else None, ("a", "b"))
    header = argument("X-A", "a", of)
    right, wrong = FORMS[word]
    assert fits(header, right)
    assert not wrong or not fits(header, wrong)
    assert expectation(header)


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("/items/{a}", "/items/7", True),
        ("/items/{a}", "/orders/7", False),
        ("/{a}/b/{b}", "/1/b/2", True),
        ("/{a}/b/{b}", "/1/c/2", False),
        ("{a}b{b}b", "bb", True),
        ("ab{a}ba", "aba", False),
        ("/a", "/a", True),
        ("/a", "/ab", False),
    ],
)
def test_a_template_is_its_texts(pattern: str, text: str, expected: bool) -> None:
    """Whatever stands at the places, the texts around them stand in their order."""
    assert filled(template(pattern), text) is expected
