"""What core does with a text takes time in proportion to its length, whatever the text.

A client's text reaches a header when an application passes it on: work that grows faster than the
text is an attack. Times of two lengths are compared with each other, never with a clock's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from itertools import product
from pkgutil import iter_modules
from time import process_time
from typing import Any

import pytest

from respgen import core
from respgen.core import (
    challenges,
    cookies,
    dates,
    dispositions,
    durations,
    fields,
    filling,
    links,
    lists,
    media_types,
    quoting,
    response,
    structured,
    structured_text,
    values,
)

SHORT, LONG = 25_000, 200_000
# linear is LONG / SHORT = 8, quadratic 64
MOST = 32
# what is below this many seconds is not worth a second look: quadratic takes several
NOISE = 0.2

SHAPES = [
    *(
        "a",
        " ",
        "\t",
        ",",
        ";",
        "=",
        '"',
        "\\",
        "(",
        "<",
        "[",
        "{",
        "%",
        "-",
        "0",
        "\xe9",
    ),
    *('\\"', '",', "a,", "a=b;", ' ,"', "<>,", "({[", '("', ")(", "%41", "a/b;", "?1,"),
    *('a="b",', "a b ", "\u0100"),
]
ENDS = ["", '"\x00']


def _patterns() -> Iterator[str]:
    """Every constant of core that is an expression."""
    for found in iter_modules(core.__path__):
        module = import_module(f"respgen.core.{found.name}")
        for name, value in vars(module).items():
            if name.isupper() and isinstance(value, str):
                with suppress(re.error):
                    re.compile(value)
                    yield value


def _merged(text: str) -> object:
    wire = [(b"x-a", b"a")]
    return fields.merge_headers(wire, {"X-A": text}, append=(b"x-a",), status_code=200)


FUNCTIONS: dict[str, Callable[[str], object]] = {
    "append": _merged,
    "members": lambda text: lists.list_members(text.encode("latin-1", "replace")),
    "value": lambda text: fields.field_value("x", text),
    "name": fields.field_name,
    "token": lambda text: values.token_value("x", text),
    "etag": lambda text: values.etag_value("x", text),
    "url": lambda text: values.url_value("x", text),
    "place": lambda text: filling.filled_url("x", "/{}", text),
    "nonce": lambda text: filling.filled_nonce("x", "{}", text),
    "media type": media_types.parse_media_type,
    "media type's parameter": lambda text: media_types.parse_media_type(
        f'a/b; c="{text}'
    ),
    "file name": lambda text: dispositions.content_disposition_value("x", text),
    "link": lambda text: links.link_value("x", [links.Link(text, text)]),
    "challenge": lambda text: challenges.challenge_value(
        "x", [challenges.Challenge("a", text)]
    ),
    "string": lambda text: structured.sf_string_value("x", text),
    "display string": lambda text: structured.sf_display_value("x", text),
    "list": structured_text.parse_sf_list,
    "dictionary": structured_text.parse_sf_dict,
    "item": structured_text.parse_sf_item,
    "date": dates.parse_date,
    "duration": durations.parse_duration,
    "cookie": lambda text: cookies.plain_cookie("a", text),
    "cookie's name": lambda text: cookies.filled_key("a-{}-{}", text, text),
    "quoted cookie": lambda text: response.quoted_value("a", text),
    "cookie as the reference": lambda text: quoting.quoted_octets("a", text),
    "plain cookie read": cookies.read_plain_cookie,
    "percent cookie read": cookies.read_percent_cookie,
    "base64url cookie read": cookies.read_base64url_cookie,
    "json cookie read": cookies.read_json_cookie,
}


def _seconds(work: Callable[[Any], object], text: str) -> float:
    start = process_time()
    with suppress(ValueError, TypeError):
        work(text)
    return process_time() - start


def _check(work: Callable[[Any], object]) -> None:
    for shape, end in product(SHAPES, ENDS):
        short, long = (shape * (size // len(shape)) + end for size in (SHORT, LONG))
        took = _seconds(work, long)
        if took > NOISE and took > MOST * _seconds(work, short):
            # the least of three: other processes only ever add
            most = MOST * min(_seconds(work, short) for _ in range(3))
            assert min(_seconds(work, long) for _ in range(3)) < most + NOISE, shape


@pytest.mark.slow
@pytest.mark.parametrize("pattern", [*dict.fromkeys(_patterns())])
def test_expressions(pattern: str) -> None:
    """Every expression, as what begins a text and as all of it."""
    expression = re.compile(pattern)
    _check(expression.match)
    _check(expression.fullmatch)


@pytest.mark.slow
@pytest.mark.parametrize("name", FUNCTIONS)
def test_functions(name: str) -> None:
    """Every function that takes a text of any length."""
    _check(FUNCTIONS[name])
