"""R401 to R411: Cache-Control in every form it may be written in."""

from __future__ import annotations

from json import dumps
from pathlib import Path

import pytest
from judged import codes, marked, mended, sent

from respgen.pipeline import build
from respgen.project import Project

SENT = {
    "text is respelt": ('"Max-Age=60 ,public"', "max-age=60, public"),
    "text with quotes": ('"max-age=\\"60\\""', "max-age=60"),
    "fields are quoted": ('"private=Set-Cookie"', 'private="Set-Cookie"'),
    "mapping": ("{public: true, max_age: 1h}", "public, max-age=3600"),
    "what is false": ("{public: false, max_age: 60}", "max-age=60"),
    "fields": (
        "{no_cache: [Set-Cookie, X-A], max_age: 0}",
        'no-cache="Set-Cookie, X-A", max-age=0',
    ),
}


@pytest.mark.parametrize(("written", "wire"), SENT.values(), ids=SENT)
def test_wire_form(written: str, wire: str) -> None:
    """Directives in the order written, in small letters, with `, ` between them."""
    assert sent(f"{{Cache-Control: {written}}}") == {"Cache-Control": wire}


BOTH = {
    "unknown": ("R402", '"max-age=60, public, keep=1"', ""),
    "argument where none is": ("R404", '"public=5"', ""),
    "public and private": ("R405", '"public, private"', "{public: true, private: true}"),
    "stored and not": ("R406", '"no-store, max-age=5"', "{no_store: true, max_age: 5}"),
    "shared and private": ("R408", '"private, s-maxage=5"', "{private: true, s_maxage: 5}"),
    "immutable alone": ("R409", '"immutable"', "{immutable: true}"),
    "understood alone": ("R410", '"must-understand"', "{must_understand: true}"),
    "negative": ("R404", '"max-age=-1"', "{max_age: -1}"),
    "no names of fields": ("R404", '"private=\\"a b\\""', "{private: [a b]}"),
}  # fmt: skip


@pytest.mark.parametrize(("code", "text", "form"), BOTH.values(), ids=BOTH)
def test_one_rule_for_all_forms(code: str, text: str, form: str) -> None:
    """Text, mapping, typed constant and default break the same rules."""
    forms = [f"{{type: cache_control, {key}: {form}}}" for key in ("value", "default")]
    for written in [text, *([form, f"{{value: {form}}}", *forms] if form else [])]:
        assert codes(f"{{Cache-Control: {written}}}") == [code], written


HARMLESS = {
    "not stored, and stale at once": "no-store, max-age=0, s-maxage=0, stale-while-revalidate=0, stale-if-error=00",
    "for caches that understand": "must-understand, no-store, max-age=60, immutable",
    "for no shared cache": "private, s-maxage=0",
}


@pytest.mark.parametrize("text", HARMLESS.values(), ids=HARMLESS)
def test_zero_seconds_contradict_nothing(text: str) -> None:
    """Lifetimes of zero say what no-store says; beside must-understand they are for others."""
    form = {}
    for directive in text.split(", "):
        name, _, argument = directive.partition("=")
        form[name.replace("-", "_")] = int(argument) if argument else True
    shown = dumps(form)
    for written in (f'"{text}"', shown, f"{{type: cache_control, default: {shown}}}"):
        assert not codes(f"{{Cache-Control: {written}}}"), written


PLACES = {
    "text": ('"public, private"', '"public, private"'),
    "mapping": ("{public: true, private: [Age]}", "[Age]"),
    "typed": ("{type: cache_control, value: {no_store: true, s_maxage: 9}}", "9"),
    "default": ("{type: cache_control, default: {no_store: true, max_age: 9}}", "9"),
    "item": ("{private: [Age, a b]}", "a b"),
}


@pytest.mark.parametrize(("written", "part"), PLACES.values(), ids=PLACES)
def test_the_part_to_blame_is_marked(written: str, part: str) -> None:
    """A finding stands at the part that it is about, as far as that has a place of its own."""
    assert marked(f"{{Cache-Control: {written}}}") == part


FIXES = {
    "semicolons": ('"public; max-age=60"', '"public, max-age=60"'),
    "semicolons of another language": ('"public; keep"', None),
    "underscores": ('"max_age=60, public"', '"max-age=60, public"'),
    "letters left out": ('"nostore"', '"no-store"'),
    "a directive of requests": ('"max-stale=5"', None),
    "said twice": ('"no-store, no-cache, no-store"', '"no-store, no-cache"'),
    "two answers": ('"max-age=1, max-age=2"', None),
    "a duration": ('"public, max-age=1h"', '"public, max-age=3600"'),
    "no duration": ('"max-age=soon"', None),
    "an argument that says yes": ('"no-store=true"', '"no-store"'),
    "an argument that says no": ('"no-store=false"', None),
    "an idle age": ('"private, s-maxage=5, max-age=9"', '"private, max-age=9"'),
    "an idle age in a mapping": (
        "{private: true, s_maxage: 5, max_age: 9}",
        "without s_maxage",
    ),
    "public and private": ('"public, private"', None),
}


@pytest.mark.parametrize(("written", "after"), FIXES.values(), ids=FIXES)
def test_a_certain_mending_is_a_fix(written: str, after: str | None) -> None:
    """What means one thing only is mended; where one of two must give way, the author decides."""
    was = mended(f"{{Cache-Control: {written}}}")
    wrapped = after and after.startswith('"')
    assert was == (f"{{Cache-Control: {after}}}" if wrapped else after)


TOGETHER = {
    "constant": "{Cache-Control: {public: true}}",
    "default": "{Cache-Control: {type: cache_control, default: {public: true}}}",
    "default of text": "{Cache-Control: {type: str, default: public}}",
}


@pytest.mark.parametrize("headers", TOGETHER.values(), ids=TOGETHER)
def test_a_default_goes_with_cookies_as_a_constant_does(headers: str) -> None:
    """What every response sends is what is sent where callers say nothing."""
    assert codes(headers) == []
    assert codes(headers, 'cookies: {seen: {set: always, value: "1"}}') == ["R407"]


def test_a_default_that_the_constructor_refuses_cannot_be_ignored(
    tmp_path: Path,
) -> None:
    """A constant of two minds is sent where its author wants it; a default would always raise."""
    for word, expected in (("value", []), ("default", ["R405"])):
        schema = tmp_path / "shop.yaml"
        form = f"{{type: cache_control, {word}: {{public: true, private: true}}}}"
        text = (
            f"respgen: 1\nresponses:\n  A:\n    headers:\n      Cache-Control: {form}"
        )
        schema.write_text(f"{text} # respgen: ignore[R405]\n", encoding="utf-8")
        made = build(Project(tmp_path, (schema,), tmp_path / "generated"))
        assert [problem.code for problem in made.problems] == expected
