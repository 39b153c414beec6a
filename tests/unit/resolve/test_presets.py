"""Cookie presets and their uses: what silence means, and what a deletion clears."""

from __future__ import annotations

from dataclasses import fields

import pytest

from respgen.resolve.specs import CookieScope, CookieSpec, Ref
from tests.schemas import modules, responses


def preset(keys: str) -> CookieSpec:
    (found,) = modules(shop=f"cookies:\n  session: {keys}\n")["shop"].cookies
    return found


def test_silent_preset() -> None:
    """It is Secure, HttpOnly, SameSite=lax, Path=/, named as the preset, gone with the browser."""
    silent = preset("{}")
    found = {each.name: getattr(silent, each.name) for each in fields(silent)}
    del found["span"]
    assert found == {
        "name": "session",
        "key": "session",
        "description": "",
        "max_age": None,
        "secure": True,
        "httponly": True,
        "samesite": "lax",
        "path": "/",
        "domain": None,
        "partitioned": False,
        "priority": None,
        "encoding": "plain",
        "also_delete": (),
        "spans": {},
    }


KEYS = {
    "key": ("key: __Host-id", "__Host-id"),
    "max_age": ("max_age: 14d", 1_209_600),
    "max_age of seconds": ("max_age: 0", 0),
    "max_age of a year": ("max_age: 1y", 31_536_000),
    "samesite": ("samesite: strict", "strict"),
    "samesite none is a word": ("samesite: none, secure: true", "none"),
    "samesite unset": ("samesite: unset", None),
    "path": ("path: /shop", "/shop"),
    "domain": ("domain: example.com", "example.com"),
    "httponly": ("httponly: false, key: theme", False),
    "partitioned": ("partitioned: true", True),
    "priority": ("priority: high", "High"),
    "priority as on the wire": ("priority: High", "High"),
    "encoding": ("encoding: base64url", "base64url"),
}


@pytest.mark.parametrize(("written", "value"), KEYS.values(), ids=KEYS)
def test_preset(written: str, value: object) -> None:
    """Every key says what it says, and where."""
    found = preset(f"{{{written}}}")
    key = written.partition(":")[0]
    assert getattr(found, key) == value
    assert (found.spans[key].line, found.spans[key].column) == (3, 15 + len(key))


SCOPES = {
    "another path": ("{path: /shop}", "[{path: /old}]", [("/old", None)]),
    "a silent domain is the preset's": (
        "{domain: example.com}",
        "[{path: /old}]",
        [("/old", "example.com")],
    ),
    "a silent path is the preset's": (
        "{path: /shop}",
        "[{domain: example.com}]",
        [("/shop", "example.com")],
    ),
    "null is the host alone": (
        "{domain: example.com}",
        "[{domain: null}, {path: /old}]",
        [("/", None), ("/old", "example.com")],
    ),
}


@pytest.mark.parametrize(("keys", "scopes", "expected"), SCOPES.values(), ids=SCOPES)
def test_also_delete(
    keys: str, scopes: str, expected: list[tuple[str | None, str | None]]
) -> None:
    """A further scope differs from the preset's own in what it says only."""
    found = preset(f"{{{keys[1:-1]}, also_delete: {scopes}}}")
    assert found.also_delete == tuple(
        CookieScope(path, domain) for path, domain in expected
    )


USES = {
    "list": ("[session, locale]", [("session", None), ("locale", None)]),
    "list with a value": (
        "[session, {locale: {set: always, value: de}}]",
        [("session", None), ("locale", "de")],
    ),
    "mapping": (
        "{locale: {set: always, value: ''}, session: {}}",
        [("locale", ""), ("session", None)],
    ),
    "mapping with null": ("{session: null}", [("session", None)]),
    "one mapping of two": (
        "[{locale: {set: always, value: a}, session: }]",
        [("locale", "a"), ("session", None)],
    ),
}

SHOP = """
cookies:
  session: {}
  locale: {}
responses:
"""


@pytest.mark.parametrize(("written", "expected"), USES.values(), ids=USES)
def test_uses(written: str, expected: list[tuple[str, str | None]]) -> None:
    """Presets are listed by name, those always set with their value, in the order written."""
    shop = modules(shop=f"{SHOP}  Item: {{cookies: {written}}}\n")["shop"]
    (item,) = shop.responses
    assert [(use.preset.name, use.always) for use in item.cookies] == expected
    assert {use.preset: use.cookie for use in item.cookies}.items() <= {
        Ref("shop", cookie.name): cookie for cookie in shop.cookies
    }.items()


def test_inherited_uses() -> None:
    """Inherited cookies come first and stay; naming one again keeps its place."""
    shop = modules(shop=f"""{SHOP}
  Parent: {{cookies: [session]}}
  Item: {{extends: Parent, cookies: [locale, {{session: {{set: always, value: a}}}}]}}
""")["shop"]
    item = shop.responses[1]
    assert [(use.preset.name, use.always) for use in item.cookies] == [
        ("session", "a"),
        ("locale", None),
    ]


def test_no_presets() -> None:
    """Cookies may be silent or an empty list."""
    assert responses("Item: {cookies: []}")["Item"].cookies == ()
