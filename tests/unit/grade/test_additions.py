"""What a report says to add, added to the schema."""

from __future__ import annotations

import json
from collections.abc import Iterable
from textwrap import indent

from hypothesis import example, given
from hypothesis import strategies as st

from respgen.diagnostics import Problems
from respgen.grade import Addition, Report, graded, graded_response
from respgen.grade.csp import judged
from respgen.grade.csp_mending import mended
from respgen.load import parse
from respgen.load.tree import plain
from respgen.located import Plain
from tests.support.schemas import modules
from tests.unit.checks.specimens import constant

SOURCES = st.sampled_from(
    [
        *("'self'", "'none'", "'unsafe-inline'", "'unsafe-eval'", "'strict-dynamic'"),
        *("'nonce-a'", "'sha256-abc='", "data:", "http:", "https:", "ftp:", "*"),
        *("https://*", "http://*.*", "http://a.example", "https://a.example"),
    ]
)
DIRECTIVES = st.sampled_from(
    [
        *(
            "default-src",
            "script-src",
            "style-src",
            "object-src",
            "img-src",
            "media-src",
        ),
        *("frame-ancestors", "base-uri", "report-uri"),
    ]
)
POLICIES = st.dictionaries(
    DIRECTIVES, st.lists(SOURCES, max_size=3, unique=True), min_size=1, max_size=4
).map(lambda found: "; ".join(" ".join((name, *found[name])) for name in found))
ANYTHING = st.one_of(POLICIES, st.text(";,'abc-: ", max_size=20))

# values that a schema may hold without an error
VALUES: dict[str, list[Plain]] = {
    "Content-Security-Policy": [
        "default-src 'none'",
        "default-src 'self' 'unsafe-inline'",
        "script-src 'self' https:",
        "default-src 'self'; frame-ancestors 'self'",
        {"script-src": ["'strict-dynamic'"], "nonce": ["script-src"]},
        {"default-src": ["*"], "style-src": [], "nonce": ["script-src", "style-src"]},
    ],
    "Strict-Transport-Security": ["max-age=0", "max-age=31536000; includeSubDomains"],
    "X-Frame-Options": ["DENY"],
    "X-Content-Type-Options": ["nosniff"],
    "Referrer-Policy": ["unsafe-url", "no-referrer", "origin, strict-origin"],
    "Cross-Origin-Resource-Policy": ["same-site", "cross-origin"],
    "Cross-Origin-Opener-Policy": ["unsafe-none", "same-origin"],
    "Cross-Origin-Embedder-Policy": ["unsafe-none", "require-corp"],
    "Access-Control-Allow-Origin": ["*"],
}
HEADERS = st.fixed_dictionaries(
    {},
    optional={
        name: st.sampled_from(values).map(json.dumps) for name, values in VALUES.items()
    },
)
ATTRIBUTES = st.fixed_dictionaries(
    {
        "secure": st.sampled_from(["true", "false"]),
        "httponly": st.sampled_from(["true", "false"]),
        "samesite": st.sampled_from(["lax", "strict", "unset"]),
    }
)
COOKIES = st.dictionaries(st.sampled_from(["session", "csrf", "theme"]), ATTRIBUTES)
MEDIA_TYPES = st.sampled_from(["text/html", "application/json"])


def report(
    headers: dict[str, str], cookies: dict[str, dict[str, str]], media_type: str
) -> Report:
    """The grade of a class in a schema with these lines."""
    lines = [f"{name}: {value}" for name, value in headers.items()]
    presets = [
        f"{name}: {{key: {name}, {_pairs(each)}}}" for name, each in cookies.items()
    ]
    text = (
        f"cookies:\n  none_of_them: {{}}\n{_indented(presets, 2)}\n"
        f"responses:\n  Page:\n    media_type: {media_type}\n    cookies: [{', '.join(cookies)}]\n"
        f"    headers:\n      X-Served-By: respgen\n{_indented(lines, 6)}\n"
    )
    (page,) = modules(shop=text)["shop"].responses
    return graded_response(page)


def _pairs(attributes: dict[str, str]) -> str:
    return ", ".join(f"{name}: {value}" for name, value in attributes.items())


def _indented(lines: Iterable[str], blanks: int) -> str:
    return indent("\n".join(lines), " " * blanks)


@given(HEADERS, COOKIES, MEDIA_TYPES, st.data())
def test_lines(
    headers: dict[str, str],
    cookies: dict[str, dict[str, str]],
    media_type: str,
    data: st.DataObject,
) -> None:
    """Any of the lines never lower the score, all of them lead to A+, and the schema stays sound."""
    before = report(headers, cookies, media_type)
    some = (
        data.draw(st.sets(st.sampled_from(before.additions)))
        if before.additions
        else ()
    )
    assert _added(some, headers, cookies, media_type).score >= before.score
    after = _added(before.additions, headers, cookies, media_type)
    assert (after.grade, after.additions) == ("A+", ())


def _added(
    additions: Iterable[Addition],
    headers: dict[str, str],
    cookies: dict[str, dict[str, str]],
    media_type: str,
) -> Report:
    headers, cookies = {**headers}, {name: {**each} for name, each in cookies.items()}
    for each in additions:
        key, _, value = each.line.partition(": ")
        into = cookies[each.preset.name] if each.preset else headers
        into[key] = value
    return report(headers, cookies, media_type)


@given(st.text(st.characters(max_codepoint=0xFF, exclude_categories=["Cc"])))
@example("true")
@example("\x85")
@example("'")
def test_any_value(value: str) -> None:
    """Whatever a value is, its line is YAML that means it."""
    problems = Problems()
    tree = parse(Addition("X-Any", value).line.encode(), "shop.yaml", problems)
    assert tree is not None
    assert plain(tree.root) == {"X-Any": value}


@given(ANYTHING)
def test_any_policy(text: str) -> None:
    """Whatever a policy says, what is to be sent in its place costs nothing."""
    sent = constant("Content-Security-Policy", text)
    added = [each for each in graded([sent]).additions if each.key == sent.name]
    costs = judged(text).result.modifier < 0
    assert len(added) == costs
    assert all(judged(str(each.value)).result.modifier >= 0 for each in added)


@given(POLICIES)
def test_mended_once(text: str) -> None:
    """There is nothing to mend in a mended policy."""
    once = mended(text)
    assert once is None or mended(once) == once
