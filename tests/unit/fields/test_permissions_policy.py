"""R616 and R617: Permissions-Policy, as text and as a mapping."""

from __future__ import annotations

import pytest
from remarked import codes, mend, mended, remarks, wire

from respgen.diagnostics import Malformed
from respgen.fields.features import CURRENT, FEATURES, GONE, RENAMED
from respgen.located import Plain
from tests.support.corpora import json_corpus

POLICY = "Permissions-Policy"

TEXTS: dict[str, tuple[str, list[str]]] = {
    "nothing": ("", []),
    "usual": ('camera=(), geolocation=(self "https://a.example"), usb=*', []),
    "items alone": ('camera=self, usb="https://a.example"', []),
    "any below": ('camera=("https://*.a.example" "https:")', []),
    "reports": ('camera=();report-to="main"', []),
    "reports to a token": ("camera=();report-to=main", ["R616"]),
    "Feature-Policy": ("camera 'none'; usb 'self'", ["R616"]),
    "comma missing": ("camera=() usb=()", ["R616"]),
    "capital": ("Camera=()", ["R616"]),
    "twice": ("camera=(), camera=*", ["R616"]),
    "no list": ("camera", ["R616"]),
    "number": ("camera=1", ["R616"]),
    "none": ("camera=none", ["R616"]),
    "quoted self": ('camera=("self" "\'self\'")', ["R616", "R616"]),
    "src": ("camera=(src)", ["R616"]),
    "unquoted origin": ("camera=(https://a.example)", ["R616"]),
    "host alone": ('camera=("a.example")', ["R616"]),
    "path": ('camera=("https://a.example/b")', ["R616"]),
    "unknown": ("geo-location=()", ["R617"]),
    "retired": ("document-domain=()", ["R617"]),
    "retired, with an underscore": ("interest_cohort=()", ["R617"]),
    "renamed": ("vr=(), window-placement=()", ["R617", "R617"]),
    "semicolon for a comma": ("camera=*; microphone=*", ["R616"]),
    "semicolons for commas": ("camera=(); microphone=()", ["R616"]),
    "another parameter": ("camera=();why=1", []),
    "nearly a parameter": ('camera=();report_to="a"', ["R616"]),
    "unknown and wrong": ("geo-location=(none)", ["R617", "R616"]),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.values(), ids=TEXTS)
def test_a_policy_is_read_as_browsers_read_it(text: str, expected: list[str]) -> None:
    """What browsers skip is found, and so is a policy that they ignore as a whole."""
    assert codes(POLICY, text) == expected
    assert codes(f"{POLICY}-Report-Only", text) == expected


CANONICAL: dict[str, tuple[Plain, str]] = {
    "white space": ("camera=( self ),\tusb=*", "camera=(self), usb=*"),
    "empty": ({"camera": []}, "camera=()"),
    "any": ({"camera": "*"}, "camera=*"),
    "self": ({"camera": "self"}, "camera=(self)"),
    "origin": ({"camera": "https://a.example"}, 'camera=("https://a.example")'),
    "list": (
        {"camera": ["self", "https://a.example"]},
        'camera=(self "https://a.example")',
    ),
    "any in a list": ({"camera": ["*"]}, "camera=(*)"),
    "in order": ({"usb": [], "camera": []}, "usb=(), camera=()"),
    "reports": (
        {"camera": {"value": [], "params": {"report-to": "main"}}},
        'camera=();report-to="main"',
    ),
    "twice, left alone": ("camera=(),camera=*", "camera=(),camera=*"),
    "Feature-Policy, left alone": ("camera  'none'", "camera  'none'"),
}


@pytest.mark.parametrize(("value", "expected"), CANONICAL.values(), ids=CANONICAL)
def test_a_policy_is_written_in_one_way(value: Plain, expected: str) -> None:
    """Text and mapping become the same canonical text; what cannot be read stays as it is."""
    assert wire(POLICY, value) == expected


REFUSED: dict[str, tuple[Plain, str, tuple[str | int, ...]]] = {
    "capital": ({"Camera": []}, "R502", ("Camera",)),
    "truth": ({"camera": False}, "R006", ("camera",)),
    "mapping": ({"camera": {"self": True}}, "R006", ("camera",)),
    "number": ({"camera": ["self", 1]}, "R006", ("camera", 1)),
    "not ASCII": ({"camera": ["self", "https://köln.example"]}, "R504", ("camera", 1)),
}


@pytest.mark.parametrize(("value", "code", "path"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_allowlist_is_refused(
    value: Plain, code: str, path: tuple[str | int, ...]
) -> None:
    """A key or value that a dictionary cannot hold is refused at its place."""
    with pytest.raises(Malformed) as refused:
        wire(POLICY, value)
    assert (refused.value.found.rule.code, refused.value.found.at) == (code, path)


MENDED: dict[str, tuple[str, str | None]] = {
    "none": ("camera 'none'", "camera=()"),
    "a token in parentheses": ("camera=(none)", "camera=()"),
    "none beside another": ("camera=(none), geolocation=(self none)", None),
    "capitals for hyphens": ("pictureInPicture=()", "picture-in-picture=()"),
    "capitals, and a name of old": (
        "WebShare=(), Vr=()",
        "web-share=(), xr-spatial-tracking=()",
    ),
    "list": (
        "usb 'self' https://a.example; camera *;",
        'usb=(self "https://a.example"), camera=*',
    ),
    "with commas": ("usb 'self', camera 'none'", "usb=(self), camera=()"),
    "without any": ("usb 'self' camera 'none'", "usb=(self), camera=()"),
    "no list": ("camera", None),
    "src": ("camera 'src'", None),
    "half of it": ("camera 'none', usb=()", "camera=(), usb=()"),
    "token none": ("usb=*, camera=none", "usb=*, camera=()"),
    "none in single quotes": ("camera='none'", "camera=()"),
    "none in parentheses": ("camera=('none')", "camera=()"),
    "false": ("camera=false", "camera=()"),
    "quoted self": (
        'camera=("self" "https://a.example")',
        'camera=(self "https://a.example")',
    ),
    "self in single quotes": ("camera=('self')", "camera=(self)"),
    "self in single quotes alone": ("camera='self'", "camera=self"),
    "self in capitals": ("camera=(SELF)", "camera=(self)"),
    "star in quotes": ('camera="*"', "camera=*"),
    "unquoted origin": (
        "camera=(self https://a.example)",
        'camera=(self "https://a.example")',
    ),
    "origin in single quotes": (
        "camera=(self 'https://a.example')",
        'camera=(self "https://a.example")',
    ),
    "slash": ('camera=("https://a.example/")', 'camera=("https://a.example")'),
    "host alone": ('camera=("a.example")', None),
    "path": ("camera=(https://a.example/b)", None),
    "semicolons": (
        "camera=(); usb=(self); midi=*",
        "camera=(), usb=(self), midi=*",
    ),
    "semicolon before a token": ("camera=*; usb=*", "camera=*, usb=*"),
    "semicolon before what has no list": ("camera=*; usb", None),
    "comma missing": ("camera=() usb=()", "camera=(), usb=()"),
    "comma at the end": ("camera=(), usb=(),", "camera=(), usb=()"),
    "commas in a list": (
        'camera=(self, "https://a.example"), usb=()',
        'camera=(self "https://a.example"), usb=()',
    ),
    "no parentheses": (
        'camera=self "https://a.example", usb=()',
        'camera=(self "https://a.example"), usb=()',
    ),
    "no parentheses, commas": (
        "camera=self, https://a.example, usb=()",
        'camera=(self "https://a.example"), usb=()',
    ),
    "brackets": ("camera=[self], usb={}", "camera=(self), usb=()"),
    "not closed": ("camera=(self, usb=()", "camera=(self), usb=()"),
    "not opened, nothing in it": ("camera=), usb=(self)", "camera=(), usb=(self)"),
    "half a quote": (
        'camera=(self "https://a.example), usb=()',
        'camera=(self "https://a.example"), usb=()',
    ),
    "space missing": (
        'camera=(self"https://a.example")',
        'camera=(self "https://a.example")',
    ),
    "marks of an address": (
        'camera=("https//a.example")',
        'camera=("https://a.example")',
    ),
    "endpoint behind a comma": (
        'camera=(),report-to="a"',
        'camera=();report-to="a"',
    ),
    "endpoint behind two semicolons": (
        'camera=();;report-to="a", usb=()',
        'camera=();report-to="a", usb=()',
    ),
    "not opened": ("camera=self), usb=()", "camera=(self), usb=()"),
    "nothing in it": ("camera=", None),
    "colon": ("camera: (self), usb:()", "camera=(self), usb=()"),
    "colon before a word": ("camera:self", "camera=self"),
    "spaces": ("camera = (), usb =()", "camera=(), usb=()"),
    "capital": ("Camera=(), USB=(self)", "camera=(), usb=(self)"),
    "name in quotes": ("'camera'=()", "camera=()"),
    "same feature twice": ("Camera=(), camera=*", None),
    "whole in quotes": ('"camera=()"', "camera=()"),
    "with its name": ("Permissions-Policy: camera=()", "camera=()"),
    "of nginx": (
        'add_header Permissions-Policy "camera=(), usb=()" always;',
        "camera=(), usb=()",
    ),
    "endpoint": ("camera=(self);report-to=a", 'camera=(self);report-to="a"'),
    "endpoint, semicolons": (
        "camera=(); usb=(); report-to=a",
        'camera=(), usb=();report-to="a"',
    ),
    "renamed": ("vr=(self), usb=()", "xr-spatial-tracking=(self), usb=()"),
    "renamed, and there": ("vr=(), xr-spatial-tracking=()", "xr-spatial-tracking=()"),
    "retired": ("interest-cohort=(), usb=()", "usb=()"),
    "retired alone": ("interest-cohort=()", None),
    "spelt otherwise": (
        "screen_wake_lock=(), geolocaton=()",
        "screen-wake-lock=(), geolocation=()",
    ),
}


@pytest.mark.parametrize(("text", "expected"), MENDED.values(), ids=MENDED)
def test_a_certain_mending_is_known(text: str, expected: str | None) -> None:
    """What Feature-Policy said, one mark too many or too few; what has two meanings stays open."""
    assert {*mended(POLICY, text)} == {expected}
    assert expected is None or codes(POLICY, expected) == []


def test_a_keyword_is_mended_where_it_stands() -> None:
    """In a mapping the item alone changes."""
    (remark,) = remarks(POLICY, wire(POLICY, {"camera": ["'self'"]}))
    assert (remark.at, mend(remark).part) == (("camera", "'self'"), "self")


def test_the_features_are_those_that_browsers_know() -> None:
    """Every feature of MDN's tables is known, and what an editor offers, too."""
    for name in (POLICY, "Feature-Policy"):
        table = json_corpus(f"mdn-bcd-http/http/headers/{name}.json")
        known = {*table["http"]["headers"][name]} - {"__compat", "wildcards"}
        assert known <= FEATURES | GONE
    assert {*CURRENT} <= FEATURES


def test_former_names_are_known_as_such() -> None:
    """No name is of today and of the past; a feature that was renamed has a name of today."""
    assert not FEATURES & {*GONE, *RENAMED}
    assert not GONE & {*RENAMED}
    assert {*RENAMED.values()} <= FEATURES
