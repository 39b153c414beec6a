"""Cookies against public collections: the tests of publicsuffix.org, and what browsers know."""

from __future__ import annotations

import re

import pytest
from specimens import codes, cookie, module

from respgen.core.cookie_attributes import SAMESITE_VALUES
from respgen.core.cookie_promises import PREFIX_PROMISES
from tests.support.corpora import FOLDER, corpus, json_corpus
from tests.support.presets import SILENT

TESTS = "publicsuffix/tests/test_psl.txt"
UNLISTED = {"example"}
"""A top-level domain that nobody listed is a suffix for publicsuffix.org, and a host of one's own
network for us."""


def cases() -> list[tuple[str, str | None]]:
    """Each test's input, and the domain below a suffix that it belongs to."""
    if not (FOLDER / TESTS).exists():
        return []
    text = (FOLDER / TESTS).read_text(encoding="utf-8")
    found = re.findall(r"^checkPublicSuffix\('(.+)', (?:null|'(.+)')\);$", text, re.M)
    return [(name, registrable or None) for name, registrable in found]


def warned(domain: str) -> bool:
    return "R307" in codes(module(cookies=(cookie(domain=domain),)))


def test_every_test_is_read() -> None:
    """All but the one of no input at all."""
    lines = corpus(TESTS).read_text(encoding="utf-8").split("\n")
    calls = [line for line in lines if line.startswith("checkPublicSuffix(")]
    assert len(cases()) == len(calls) - 1
    assert len(cases()) > 70


@pytest.mark.parametrize(("name", "registrable"), cases())
def test_a_suffix_draws_a_warning(name: str, registrable: str | None) -> None:
    """A domain without a registrable part is a suffix; one beyond ASCII is no Domain at all."""
    if not name.isascii():
        assert codes(module(cookies=(cookie(domain=name),))) == ["R305"]
        return
    # RFC 6265bis 5.6.3: browsers take the dot away before they look
    host = name.lower().removeprefix(".")
    suffix = registrable is None and not (name[0] == "." and "." in host)
    assert warned(name) == (suffix and host not in UNLISTED)


@pytest.mark.parametrize(
    "registrable", sorted({r for _, r in cases() if r and r.isascii()})
)
def test_what_is_above_a_registrable_domain(registrable: str) -> None:
    """The domain itself draws none, what it stands under does."""
    above = registrable.partition(".")[2]
    assert not warned(registrable)
    assert warned(above) == (above not in UNLISTED)


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
