"""Attributes with the name of their cookie: held to what browsers hold a cookie to."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.core.cookie_attributes import DELETION, cookie_attributes

HARMLESS: dict[str, Any] = {"secure": True, "httponly": True, "samesite": "lax"}
BROKEN: dict[str, tuple[str, dict[str, Any], str]] = {
    "negative age": ("a", {"max_age": -1}, "Max-Age"),
    "relative path": ("a", {"path": "shop"}, "Path"),
    "no path": ("a", {"path": ""}, "Path"),
    "path with an attribute": ("a", {"path": "/;Domain=a"}, "Path"),
    "long path": ("a", {"path": "/" * 1025}, "Path"),
    "domain with a port": ("a", {"domain": "shop.example:8000"}, "Domain"),
    "domain with a scheme": ("a", {"domain": "https://shop.example"}, "Domain"),
    "domain with an attribute": ("a", {"domain": "a.example; Secure"}, "Domain"),
    "domain of dots": ("a", {"domain": ".."}, "Domain"),
    "domain beyond ASCII": ("a", {"domain": "b\xfccher.example"}, "Domain"),
    "unknown samesite": ("a", {"samesite": "laxer"}, "SameSite"),
    "cross-site": ("a", {"samesite": "none", "secure": False}, "SameSite"),
    "Cross-Site": ("a", {"samesite": "None", "secure": False}, "SameSite"),
    "partitioned": ("a", {"partitioned": True, "secure": False}, "Partitioned"),
    "__Secure-": ("__Secure-a", {"secure": False}, "Secure"),
    "__Host- insecure": ("__Host-a", {"secure": False}, "Secure"),
    "__Host- path": ("__Host-a", {"path": "/shop"}, "Path"),
    "__Host- domain": ("__HOST-a", {"domain": "shop.example"}, "Domain"),
    "__Http-": ("__Http-a", {"httponly": False}, "HttpOnly"),
    "__Host-Http-": ("__host-http-a", {"httponly": False}, "HttpOnly"),
    "__Host-Http- path": ("__Host-Http-a", {"path": "/shop"}, "Path"),
}


@pytest.mark.parametrize(("key", "given", "label"), BROKEN.values(), ids=BROKEN)
def test_a_cookie_is_held_to_its_promises(
    key: str, given: dict[str, Any], label: str
) -> None:
    """What browsers would drop or change is a ValueError that names it, as a set and as a deletion."""
    with pytest.raises(ValueError, match=f"^cookie {label}"):
        cookie_attributes(key, **(HARMLESS | given))
    if given.keys() - DELETION.keys():
        with pytest.raises(ValueError, match=f"^cookie {label}"):
            cookie_attributes(key, **(HARMLESS | given | DELETION))


KEPT: dict[str, tuple[str, dict[str, Any]]] = {
    "silent": ("a", {}),
    "no age": ("a", {"max_age": 0}),
    "host": ("a", {"domain": "shop.example"}),
    "dot": ("a", {"domain": ".shop.example"}),
    "address": ("a", {"domain": "127.0.0.1"}),
    "insecure": ("a", {"secure": False, "samesite": "strict"}),
    "no samesite": ("a", {"samesite": None, "secure": False}),
    "__Secure-": ("__Secure-a", {"path": "/shop", "domain": "shop.example"}),
    "__Host-": ("__Host-a", {"httponly": False, "domain": ""}),
    "no prefix": ("__Hosta", {"path": "/shop"}),
}


@pytest.mark.parametrize(("key", "given"), KEPT.values(), ids=KEPT)
def test_the_name_changes_no_bytes(key: str, given: dict[str, Any]) -> None:
    """What keeps its promises has the bytes of the attributes."""
    attributes = HARMLESS | given
    assert cookie_attributes(key, **attributes) == cookie_attributes(**attributes)


def test_an_empty_domain_is_none() -> None:
    """Settings say "" where they mean this host alone; the reference leaves it out as well."""
    assert cookie_attributes("a", domain="") == b"; Path=/"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("max_age", "60"),
        ("max_age", True),
        ("path", None),
        ("path", b"/"),
        ("domain", 0),
        ("domain", False),
        ("secure", 1),
        ("secure", "yes"),
        ("samesite", 1),
        ("partitioned", None),
    ],
)
def test_types(name: str, value: Any) -> None:
    """A value of a wrong type is a TypeError that names the attribute: "no" is true to Python."""
    with pytest.raises(TypeError, match=f"cookie (?i:{name.replace('_', '-')}): "):
        cookie_attributes("a", **{name: value})


@given(st.text(max_size=9), st.text(max_size=9))
def test_no_text_adds_an_attribute(path: str, domain: str) -> None:
    """Whatever settings and callers hold: two attributes of those texts, or ValueError."""
    try:
        sent = cookie_attributes("a", path=path, domain=domain)
    except ValueError:
        return
    parts = [f"; Domain={domain}" if domain else "", f"; Path={path}"]
    assert sent == "".join(parts).encode("ascii")
    assert sent.count(b";") == len([part for part in parts if part])
