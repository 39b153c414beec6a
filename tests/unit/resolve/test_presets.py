"""Cookie presets and their uses: what silence means, and what a deletion clears."""

from __future__ import annotations

from dataclasses import fields

import pytest

from respgen.specs import (
    Argument,
    CookieOrigin,
    CookieScope,
    CookieSignature,
    CookieSpec,
    ImportPath,
    Read,
    Ref,
)
from tests.support.presets import SILENT
from tests.support.schemas import modules, responses


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
        "known": SILENT,
        "encoding": "plain",
        "also_delete": (),
        "spans": {},
        "origins": {},
        "chunks": False,
        "sign": None,
        "formerly": (),
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
    "encoding of the reference": ("encoding: quoted", "quoted"),
    "chunks": ("chunks: true", True),
}


def said(found: CookieSpec, key: str) -> object:
    """An attribute, or another key of the preset."""
    known = dict[str, object](found.known)
    return known[key] if key in known else getattr(found, key)


@pytest.mark.parametrize(("written", "value"), KEYS.values(), ids=KEYS)
def test_preset(written: str, value: object) -> None:
    """Every key says what it says, and where."""
    found = preset(f"{{{written}}}")
    key = written.partition(":")[0]
    assert said(found, key) == value
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


def test_formerly() -> None:
    """Older scopes are read as those that a deletion alone clears."""
    found = preset("{path: /shop, formerly: [{path: /}, {domain: a.example}]}")
    assert found.formerly == (
        CookieScope("/", None),
        CookieScope("/shop", "a.example"),
    )


SETTING = ImportPath("shop.settings", "settings.it")
FROM = '{from: "shop.settings:settings.it"}'
ORIGINS = {
    "max_age": (f"max_age: {FROM}", Read(SETTING), None),
    "path": (f"path: {FROM}", Read(SETTING), "/"),
    "domain": (f"domain: {FROM}", Read(SETTING), None),
    "secure": (f"secure: {FROM}", Read(SETTING), True),
    "samesite": (f"samesite: {FROM}", Read(SETTING), "lax"),
    "partitioned": (
        f"partitioned: {FROM}",
        Read(SETTING),
        False,
    ),
    "required": (
        "samesite: {argument: true}",
        Argument("samesite", required=True),
        "lax",
    ),
    "a default": (
        "max_age: {argument: true, default: 14d}",
        Argument("max_age", required=False),
        1_209_600,
    ),
    "null as a default": (
        "domain: {argument: true, default: null}",
        Argument("domain", required=False),
        None,
    ),
    "unset as a default": (
        "samesite: {argument: true, default: unset}",
        Argument("samesite", required=False),
        None,
    ),
    "false as a default": (
        "secure: {argument: true, default: false}",
        Argument("secure", required=False),
        False,
    ),
}


def test_a_name_of_run_time() -> None:
    """It is read; till then the preset's own stands for it. Callers decide nothing."""
    found = preset(f"{{key: {FROM}, path: {FROM}}}")
    assert found.key == "session"
    assert [*found.origins.items()] == [("key", Read(SETTING)), ("path", Read(SETTING))]
    assert found.scope.decided == {"path"}
    assert found.reads_name
    assert not preset(f"{{path: {FROM}}}").reads_name


@pytest.mark.parametrize(("written", "origin", "value"), ORIGINS.values(), ids=ORIGINS)
def test_attributes_of_run_time(
    written: str, origin: CookieOrigin, value: object
) -> None:
    """Where each comes from; till then its default, or what breaks no rule, stands for it."""
    found = preset(f"{{{written}}}")
    name = written.partition(":")[0]
    assert found.origins == {name: origin}
    assert said(found, name) == value
    assert name in found.spans


def test_a_default_is_the_place_of_its_mistakes() -> None:
    """There, and not at the key, stands what is to be mended."""
    found = preset("{secure: {argument: true, default: false}, path: /a}")
    assert found.spans["secure"].column == 47
    assert found.spans["path"].column == 61


def test_attributes_of_run_time_have_an_order() -> None:
    """That of the reference's parameters, whatever the order in the schema."""
    written = f"{{partitioned: {FROM}, domain: {{argument: true}}, max_age: {FROM}}}"
    assert [*preset(written).origins] == ["max_age", "domain", "partitioned"]


def test_a_scope_says_what_run_time_decides_of_it() -> None:
    """What it leaves out is the preset's, and run time decides it where that is."""
    found = preset(f"{{path: {FROM}, formerly: [{{path: /old}}, {{domain: a.b}}]}}")
    assert found.scope == CookieScope("/", None, frozenset({"path"}))
    assert found.formerly == (
        CookieScope("/old", None),
        CookieScope("/", "a.b", frozenset({"path"})),
    )


SECRET = 'secret: {from: "shop.settings:settings.it"}'
SIGNED = {
    "its own": (f"{{max_age: 1d, sign: {{{SECRET}, max_age: 30d}}}}", 2_592_000),
    "the preset's": (f"{{max_age: 1d, sign: {{{SECRET}}}}}", 86_400),
}


@pytest.mark.parametrize(("written", "seconds"), SIGNED.values(), ids=SIGNED)
def test_signature(written: str, seconds: int) -> None:
    """The secret's path, and how long a value is believed."""
    assert preset(written).sign == CookieSignature(SETTING, seconds)


@pytest.mark.parametrize("age", [FROM, "{argument: true, default: 1d}"])
def test_an_age_of_run_time_is_no_signatures(age: str) -> None:
    """What run time decides when a cookie is set is not known when it is read."""
    sign = preset(f"{{max_age: {age}, sign: {{{SECRET}}}}}").sign
    assert sign == CookieSignature(SETTING, None)


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
