"""R260: fields that have a grammar and no form but their text."""

from __future__ import annotations

import pytest
from remarked import codes, mended

RIGHT = {
    "service": ("Alt-Svc", 'h3=":443"; ma=86400'),
    "services": ("Alt-Svc", 'h3-29=":443"; ma=60, quic=":443"; v="46,43"'),
    "service elsewhere": ("Alt-Svc", 'w%3Dx%3Ay="new.example.org:443"; persist=1'),
    "no service": ("Alt-Svc", "clear"),
    "language": ("Content-Language", "zh-Hant-TW"),
    "languages": ("Content-Language", "de-DE, x-klingon, i-default"),
    "patch": ("Accept-Patch", "application/json; charset=utf-8, text/plain"),
    "post": ("Accept-Post", "image/*, */*"),
    "preference": ("Preference-Applied", "return=minimal, respond-async"),
    "quoted preference": ("Preference-Applied", 'odata.include-annotations="*"'),
    "authentication": ("Authentication-Info", 'nextnonce="a, b", qop=auth'),
    "compliance": ("DAV", "1, 2, access-control, <http://shop.example/x>"),
    "lock": ("Lock-Token", "<urn:uuid:e71d4fae-5dec-22d6-fea5-00a0c91e6be4>"),
    "DPoP": ("DPoP-Nonce", "eyJ7S_zG.eyJH0-Z.HX4w-7v"),
    "replay": ("Replay-Nonce", "oFvnlFP1wIhRlYS2jTaXbA"),
    "refresh": ("Refresh", "5"),
    "refresh elsewhere": ("Refresh", "0.5; URL='/basket'"),
}
WRONG = {
    "service without quotes": ("Alt-Svc", "h3=:443; ma=60", 'h3=":443"; ma=60'),
    "service in other quotes": ("Alt-Svc", "h3=':443'", 'h3=":443"'),
    "service with a colon": ("Alt-Svc", "h3:443", 'h3=":443"'),
    "service without a protocol": ("Alt-Svc", "alt.example:443", None),
    "service and comma": ("Alt-Svc", 'h3=":443", ma=60', 'h3=":443"; ma=60'),
    "service and blank": ("Alt-Svc", 'h3=":443" ma=60', 'h3=":443"; ma=60'),
    "no service, case": ("Alt-Svc", "Clear", "clear"),
    "language of a locale": ("Content-Language", "de_DE", "de-DE"),
    "language and weight": ("Content-Language", "en;q=0.8, de", "en, de"),
    "languages apart": ("Content-Language", "en-US de-DE", "en-US, de-DE"),
    "language and region": ("Content-Language", "en us", None),
    "language in words": ("Content-Language", "english language", None),
    "language and charset": ("Content-Language", "de.UTF-8", None),
    "patch in a word": ("Accept-Patch", "json", None),
    "patches and semicolon": (
        "Accept-Patch",
        "application/json; text/plain",
        "application/json, text/plain",
    ),
    "preference and colon": ("Preference-Applied", "return: minimal", "return=minimal"),
    "authentication": ("Authentication-Info", "nextnonce", None),
    "compliance and semicolon": ("DAV", "1; 2", "1, 2"),
    "bare lock": ("Lock-Token", "urn:uuid:1", "<urn:uuid:1>"),
    "DPoP in quotes": ("DPoP-Nonce", '"abc"', "abc"),
    "replay, padded": ("Replay-Nonce", "YWI=", "YWI"),
    "replay, base64": ("Replay-Nonce", "a+b", None),
    "refresh in words": ("Refresh", "five", None),
    "refresh and unit": ("Refresh", "5s; url=/", "5; url=/"),
}


@pytest.mark.parametrize(("name", "text"), RIGHT.values(), ids=RIGHT)
def test_what_the_grammar_allows(name: str, text: str) -> None:
    assert codes(name, text) == []


@pytest.mark.parametrize(("name", "text", "meant"), WRONG.values(), ids=WRONG)
def test_what_it_does_not(name: str, text: str, meant: str | None) -> None:
    """Where slips explain the whole, what was meant is right."""
    assert codes(name, text) == ["R260"]
    assert mended(name, text) == [meant]
    if meant:
        assert codes(name, meant) == []
