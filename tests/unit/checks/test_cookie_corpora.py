"""Cookies against public collections: the tests of publicsuffix.org, and what browsers know."""

from __future__ import annotations

import re

from specimens import codes, cookie, module

from respgen.core.cookie_attributes import SAMESITE_VALUES
from respgen.core.cookie_promises import PREFIX_PROMISES
from tests.support.corpora import corpus, json_corpus
from tests.support.presets import SILENT

TESTS = "publicsuffix/tests/test_psl.txt"
UNLISTED = {"example"}
"""A top-level domain that nobody listed is a suffix for publicsuffix.org, and a host of one's own
network for us."""


def cases() -> dict[str, str]:
    """Each test's input, and the domain below a suffix that it belongs to, empty for none."""
    text = corpus(TESTS).read_text(encoding="utf-8")
    found = re.findall(r"^checkPublicSuffix\('(.+)', (?:null|'(.+)')\);$", text, re.M)
    # all but the one of no input at all
    assert len(found) == text.count("\ncheckPublicSuffix(") - 1 > 70
    return dict(found)


def warned(domain: str) -> bool:
    return "R307" in codes(module(cookies=(cookie(domain=domain),)))


def is_suffix(name: str, registrable: str) -> bool:
    """What a browser finds, which takes the dot away before it looks (RFC 6265bis 5.6.3)."""
    host = name.lower().removeprefix(".")
    below = bool(registrable) or (name[0] == "." and "." in host)
    return not below and host not in UNLISTED


def test_a_suffix_draws_a_warning() -> None:
    """A domain without a registrable part is a suffix; one beyond ASCII is no Domain at all."""
    plain = {name: below for name, below in cases().items() if name.isascii()}
    assert {name: warned(name) for name in plain} == {
        name: is_suffix(name, below) for name, below in plain.items()
    }
    for name in cases().keys() - plain.keys():
        assert codes(module(cookies=(cookie(domain=name),))) == ["R305"]


def test_what_is_above_a_registrable_domain() -> None:
    """The domain itself draws none, what it stands under does."""
    below = {name for name in cases().values() if name and name.isascii()}
    assert len(below) > 20
    assert [name for name in below if warned(name)] == []
    above = {name.partition(".")[2] for name in below}
    assert {name for name in above if not warned(name)} == above & UNLISTED


def test_attributes_that_browsers_know() -> None:
    """A preset has every attribute and value, the prefixes make their promises."""
    known = json_corpus("mdn-bcd-http/http/headers/Set-Cookie.json")
    known = known["http"]["headers"]["Set-Cookie"]
    features = {name for name in known if name[0].isupper()}
    ours = SILENT.keys()
    assert {name.lower().replace("-", "_") for name in features} <= ours
    values = {word for word in known["SameSite"] if word.istitle() and word.isalpha()}
    assert {word.lower() for word in values} == set(SAMESITE_VALUES)
    assert {name for name in known if name.endswith("_prefixes")} == {
        "host_secure_prefixes",
        "http_host-http_prefixes",
    }
    assert set(PREFIX_PROMISES) == {"__Host-", "__Secure-", "__Http-", "__Host-Http-"}
