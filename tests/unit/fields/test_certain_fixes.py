"""Fixes of constants: there is one only where the author can have meant one value alone."""

from __future__ import annotations

import json

import pytest
from judged import found, mended

UNSURE = {
    "quote inside of a tag": ("ETag", '"a"b"'),
    "quote inside of a bare tag": ("ETag", 'a"b"'),
    "weak in a word": ("ETag", "weak:a"),
    "weak or a part": ("ETag", "W-a"),
    "switched off": ("Content-Security-Policy", "upgrade-insecure-requests false"),
    "switched off by 0": ("Content-Security-Policy", "upgrade-insecure-requests 0"),
    "switched off by =": ("Content-Security-Policy", "upgrade-insecure-requests=off"),
    "switched off by :": ("Content-Security-Policy", "upgrade-insecure-requests: no"),
    "semicolon in a path": (
        "Content-Security-Policy",
        "img-src https://images.example/a;b.png",
    ),
    "comma in a path": (
        "Content-Security-Policy",
        "img-src https://images.example/a,b",
    ),
    "text behind a quote": ("Content-Disposition", 'attachment; filename="a.txt"b'),
    "a quote too many": ("Content-Disposition", 'attachment; filename="a" b"'),
    "one quote": ("Content-Disposition", 'attachment; filename=a"b'),
    "two names in quotes": ("Content-Disposition", 'attachment; filename="a", "b"'),
    "two parameters": ("Content-Disposition", 'attachment; filename="a" x="b"'),
    "two dispositions": ("Content-Disposition", "attachment; filename=a.pdf, inline"),
    "quote in an encoded name": (
        "Content-Disposition",
        "attachment; filename*=UTF-8''a\"b",
    ),
    "swallowed directive": ("Cache-Control", 'private="x, public'),
    "month": ("Retry-After", "1 month"),
    "months of ISO 8601": ("Retry-After", "P1M"),
    "age of a month": ("Cache-Control", "max-age=1month"),
    "region or language": ("Content-Language", "en us"),
    "backslash": ("Location", "/a\\b"),
    "negation": ("Clear-Site-Data", '"!cache"'),
    "negation without quotes": ("Clear-Site-Data", "-cache"),
}
SURE = {
    "weak without a slash": ("ETag", 'W"a"', 'W/"a"'),
    "weak with a hyphen": ("ETag", 'W-"a"', 'W/"a"'),
    "weak with a backslash": ("ETag", 'W\\"a"', 'W/"a"'),
    "weak in small letters": ("ETag", 'w/"a"', 'W/"a"'),
    "weak without quotes": ("ETag", "W/a", 'W/"a"'),
    "quotes around a weak tag": ("ETag", '"W/"a""', 'W/"a"'),
    "quote that is missing": ("ETag", '"a', '"a"'),
    "single quotes": ("ETag", "'a'", '"a"'),
    "source behind a semicolon": (
        "Content-Security-Policy",
        "img-src https://a.example; b.example",
        "img-src https://a.example b.example",
    ),
    "address behind a path": (
        "Content-Security-Policy",
        "img-src https://a.example/a,https://b.example",
        "img-src https://a.example/a https://b.example",
    ),
    "value that says on": (
        "Content-Security-Policy",
        "upgrade-insecure-requests true",
        "upgrade-insecure-requests",
    ),
    "quotes of an encoded name": (
        "Content-Disposition",
        "attachment; filename*=UTF-8''\"a.txt\"",
        "attachment; filename*=UTF-8''a.txt",
    ),
    "quote of a field's name": ("Cache-Control", 'private="x', 'private="x"'),
    "quote before an age": (
        "Cache-Control",
        'no-cache="a, b, max-age=5',
        'no-cache="a, b", max-age=5',
    ),
}
DATES = {
    "11:59:59 PM GMT": "Tue, 06 Nov 2029 23:59:59 GMT",
    "11:59 p.m. GMT": "Tue, 06 Nov 2029 23:59:00 GMT",
    "12:00:00 AM": "Tue, 06 Nov 2029 00:00:00 GMT",
    "12:00:00 PM": "Tue, 06 Nov 2029 12:00:00 GMT",
    "23:59:59 CET": "Tue, 06 Nov 2029 22:59:59 GMT",
    "23:59:59 CEST": "Tue, 06 Nov 2029 21:59:59 GMT",
    "23:59:59 EST": "Wed, 07 Nov 2029 04:59:59 GMT",
    "23:59:59 +0100": "Tue, 06 Nov 2029 22:59:59 GMT",
    "23:59:59 -01:30": "Wed, 07 Nov 2029 01:29:59 GMT",
    "23:59:59 GMT+1": "Tue, 06 Nov 2029 22:59:59 GMT",
    "23:59:59 GMT+0100 (Berlin)": "Tue, 06 Nov 2029 22:59:59 GMT",
    "23:59:59 UTC": "Tue, 06 Nov 2029 23:59:59 GMT",
    "23:59:59": "Tue, 06 Nov 2029 23:59:59 GMT",
    "23:59:59 BST": None,
    "23:59:59 CST": None,
    "23:59:59 IST": None,
    "23:59:59 CET+1": None,
    "23:59:59 +9900": None,
    "23:59:59 PM": None,
    "00:59:59 AM": None,
}


def _constant(name: str, text: str) -> str:
    return f"{{{name}: {json.dumps(text, ensure_ascii=False)}}}"


@pytest.mark.parametrize(("name", "text"), UNSURE.values(), ids=UNSURE)
def test_there_is_no_fix_of_what_may_mean_two_things(name: str, text: str) -> None:
    """There is an error, and no help line shows a value in its place."""
    problems = found(_constant(name, text))
    assert problems
    assert [problem.fix for problem in problems] == [None] * len(problems)


@pytest.mark.parametrize(("name", "text", "meant"), SURE.values(), ids=SURE)
def test_what_can_mean_one_thing_alone_is_mended(
    name: str, text: str, meant: str
) -> None:
    after = mended(_constant(name, text))
    assert after is not None
    assert after.removeprefix(f'{{{name}: "').removesuffix('"}') == meant


@pytest.mark.parametrize(("time", "meant"), DATES.items(), ids=DATES)
@pytest.mark.parametrize("name", ["Expires", "Retry-After"])
def test_a_zone_is_one_whose_name_has_one_meaning(
    name: str, time: str, meant: str | None
) -> None:
    (problem,) = found(_constant(name, f"Tue, 06 Nov 2029 {time}"))
    assert problem.help is not None
    if meant is None:
        assert "GMT" not in problem.help
        assert problem.fix is None
    else:
        assert meant in problem.help


def test_dates_of_other_tools_are_read() -> None:
    for text in ("Tue Nov  6 23:59:59 2029", "Tuesday, 06-Nov-29 23:59:59 GMT"):
        (problem,) = found(_constant("Expires", text))
        assert problem.help == "write 'Tue, 06 Nov 2029 23:59:59 GMT'"


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ('form-data; name="x"; filename="y"', ["write attachment", "remove it"]),
        ("attachment; filenam=a; filename=b", ["remove it"]),
        ("attachment; name=a", ["did you mean 'filename'?"]),
    ],
)
def test_no_parameter_is_proposed_that_stands_there(
    text: str, advice: list[str]
) -> None:
    problems = found(_constant("Content-Disposition", text))
    assert [problem.help for problem in problems] == advice


def test_a_name_in_parts_is_to_be_written_whole() -> None:
    text = 'attachment; filename*0="a"; filename*1="b"'
    for problem in found(_constant("Content-Disposition", text)):
        assert problem.fix is None
        assert problem.help.startswith("write the whole name in one filename")


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("img-src https://images.example/a;b.png", "%3B"),
        ("img-src https://images.example/a,b", "%2C"),
        ("upgrade-insecure-requests=off", "remove the directive"),
    ],
)
def test_the_help_points_where_it_proposes_nothing(text: str, advice: str) -> None:
    (problem,) = found(_constant("Content-Security-Policy", text))
    assert advice in problem.help
