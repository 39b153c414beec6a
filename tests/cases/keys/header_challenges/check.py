"""Challenges as a mapping, as text and as an argument."""

import pytest
from case_header_challenges._support import Challenge
from case_header_challenges.api import Forgiving, Refused, Text, Unauthorized


def a_realm_is_quoted() -> None:
    assert Unauthorized("").headers["www-authenticate"] == 'Bearer realm="shop"'


def text_is_respelt() -> None:
    sent = 'Digest realm="proxy", algorithm=SHA-256, nonce="abc"'
    assert Text("").headers["proxy-authenticate"] == sent


def callers_give_one_or_several() -> None:
    params = {"realm": 'the "shop"', "error": "invalid_token"}
    response = Refused("", challenges=[Challenge("Bearer", params), Challenge("DPoP")])
    sent = 'Bearer realm="the \\"shop\\"", error="invalid_token", DPoP'
    assert response.headers["www-authenticate"] == sent
    assert Forgiving("").headers["www-authenticate"] == (
        'Negotiate YII=, Basic realm="shop"'
    )


def refuses_what_is_none() -> None:
    wrong: list[list[Challenge]] = [
        [],
        [Challenge("two words")],
        [Challenge("Basic", {"realm": "a\r\nb"})],
        [Challenge("Basic", {"realm": "a", "Realm": "b"})],
    ]
    for challenges in wrong:
        with pytest.raises(ValueError, match="www-authenticate"):
            Refused("", challenges=challenges)
