"""How a value becomes cookie octets, and comes back."""

from collections.abc import Mapping

import pytest
from case_cookie_encodings import api
from fastapi import Response
from starlette.requests import cookie_parser


def _jar(response: Response) -> Mapping[str, str]:
    pairs = (value.split(b";")[0] for _, value in response.raw_headers[1:])
    return dict(pair.decode().split("=", 1) for pair in pairs)


def encodes_and_reads_back() -> None:
    response = Response()
    api.set_plain_cookie(response, "a-b")
    api.set_percent_cookie(response, "ä b")
    api.set_coded_cookie(response, "ä;")
    api.set_structured_cookie(response, {"a": [1, None]})
    jar = _jar(response)
    assert jar == {
        "plain": "a-b",
        "percent": "%C3%A4%20b",
        "coded": "w6Q7",
        "structured": "%7B%22a%22%3A%5B1%2Cnull%5D%7D",
    }
    assert api.read_plain_cookie(jar) == "a-b"
    assert api.read_percent_cookie(jar) == "ä b"
    assert api.read_coded_cookie(jar) == "ä;"
    assert api.read_structured_cookie(jar) == {"a": [1, None]}


def quotes_as_the_framework_does() -> None:
    for value in ("f3b1c0", "", "a b", 'ä; "', "50%,\\"):
        ours, theirs = Response(), Response()
        api.set_quoted_cookie(ours, value)
        theirs.set_cookie("quoted", value, max_age=5, secure=True, httponly=True)
        assert ours.raw_headers == theirs.raw_headers
        sent = theirs.raw_headers[-1][1].split(b"; HttpOnly")[0].decode()
        assert api.read_quoted_cookie(cookie_parser(sent)) == value


def sets_a_constant_in_quotes() -> None:
    (sent,) = api.Welcome("").raw_headers[-1:]
    pair = rb'greeting="Gr\374\337 Gott\073 \"hello\""'
    assert sent[1] == pair + b"; HttpOnly; Path=/; SameSite=lax; Secure"


def refuses_what_latin_1_cannot_hold() -> None:
    for wrong in ("\u2603", "\ud800"):
        with pytest.raises(ValueError, match="cookie 'quoted': .* quoted value"):
            api.set_quoted_cookie(Response(), wrong)


def refuses_what_plain_cannot_hold() -> None:
    for wrong in ("a b", "ä", 'a"', "a;", "a,", "a\\"):
        with pytest.raises(ValueError, match="plain"):
            api.set_plain_cookie(Response(), wrong)


def reads_none_where_a_value_is_malformed() -> None:
    jar = {"coded": "!", "structured": "%7B"}
    assert api.read_coded_cookie(jar) is None
    assert api.read_structured_cookie(jar) is None
