"""R505 and R514 to R516: the text of Link, one slip of it at a time, and what links say."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from remarked import codes, mend, mended, remarks, wire

from respgen.diagnostics import Severity
from respgen.fields.link.reader import links, read
from respgen.fields.link.text import Linked, Parameter, joined

NAME = "Link"

RIGHT = (
    '</items?page=2>; rel="next"',
    '</shop.css>; rel="preload"; as="style"',
    '</a.woff2>; rel="preload"; as="font"; crossorigin; type="font/woff2"',
    '<https://shop.example/?ids=1,2;3>; rel="next last", </>; rel="first"; hreflang="en-GB"',
    '</a>; rel="next"; title="One; two,<three>"; results="true"; anchor="#a"',
    '</a>; rel="license"; title*=UTF-8\'\'%C3%A4, <>; rel="https://shop.example/rel/a,b"',
    '</a>; rel="alternate"; media="screen and (min-width: 10em)", </b>; rel="alternate"',
)
OTHERS = (
    "",
    "</a>; rel=Next",
    "<a>;rel=next;type=text/html,,<b>;rel=prev;nopush",
    "</a>; REL = next ; hreflang=x-default; hreflang=de",
    "</a>; rel=openid2.local_id",
    "</o'reilly>; rel=up; title=it's",
    '</a>; rel=next; title="\'90s"; rel-of-mine=x',
    "</a>; rel=shortlink",
    "</a.js>; rel=modulepreload",
    "<https://api.shop.example/a?page=2&per_page=3>; rel=next",
)


@pytest.mark.parametrize("text", [*RIGHT, *OTHERS])
def test_right_links_are_right(text: str) -> None:
    """Nothing is said of them, and what is sent is read as the same links."""
    sent = wire(NAME, text)
    assert codes(NAME, sent) == []
    assert wire(NAME, sent) == sent
    assert links(sent) == links(text)


def structure(text: str) -> Iterator[re.Match[str]]:
    """The marks between parts: not what stands inside of targets, quotes and extended values."""
    for part in re.finditer(r"<[^>]*>|\"[^\"]*\"|'[^;,]*|[;,=]", text):
        if part[0][0] == "'":
            continue
        for mark in re.finditer(r"^<|>$|^\"|\"$|^[;,=]$", part[0]):
            start = part.start() + mark.start()
            found = re.compile(".").match(text, start)
            assert found
            yield found


def slips(text: str) -> Iterator[str]:
    """The text with one mark left out, doubled, or another in its place."""
    others = {";": ",:", ",": ";", "=": ":", '"': "'`", "<": "", ">": ""}
    for mark in structure(text):
        for other in ("", mark[0] * 2, *others[mark[0]]):
            yield text[: mark.start()] + other + text[mark.end() :]
    yield f"{text};"
    yield text.replace('"', "'")
    yield f"Link: {text}"
    for instead in (r"\1\2", r'\1"\2"', r"\1< \2 >"):
        yield re.sub("(^|, )<([^>]*)>", instead, text)


def mistaken() -> Iterator[tuple[str, str]]:
    for right in RIGHT:
        yield from ((right, each) for each in dict.fromkeys(slips(right)))


def test_a_slip_is_found_and_mended_as_it_was_meant() -> None:
    """What is not found makes no difference; a certain mending is the right text, and no other."""
    certain = 0
    for right, wrong in mistaken():
        sent = wire(NAME, wrong)
        found = remarks(NAME, sent)
        if not found:
            assert sent == right, wrong
        for each in found:
            whole = mend(each).whole
            assert whole in (None, right), wrong
            certain += whole is not None
    assert certain > 200


def test_help_that_says_what_to_write_is_right() -> None:
    """What a help line of a broken text shows passes, whatever the slip."""
    for _, wrong in mistaken():
        for each in remarks(NAME, wrong):
            if each.help.startswith("write <"):
                shown = remarks(NAME, each.help.removeprefix("write "))
                assert not [e for e in shown if e.rule.severity is Severity.ERROR]


GUESSES = {
    "an open quote": '</a>; title="Next; rel="next"',
    "words": "</a>; rel=next thing",
    "parameters of the address": "</a;v=1; rel=next",
    "a name without address": "items; rel=next",
    "no address": "rel=next; </a>",
    "no relation": "</a>; title=x",
    "an unknown relation": "</a>; rel=nextt",
    "a relation of words": '</a>; rel="next;x"',
    "two relations": "</a>; rel=next; rel=prev",
    "a language of two": "</a>; rel=next; hreflang='de,en'",
    "a word": "next",
    "half an extended value": "</a>; rel=next; title*=UTF-8''%E4",
}


@pytest.mark.parametrize("text", GUESSES.values(), ids=GUESSES)
def test_a_guess_is_no_mending(text: str) -> None:
    """It is found, and nothing is proposed in its place."""
    assert mended(NAME, wire(NAME, text)) == [None]


WORDS = {
    "single quotes": ("rel=\"'next'\"", ["R505"], 'rel="next"'),
    "comma": ('rel="next, prev"', ["R505"], 'rel="next prev"'),
    "blanks": ('rel="our  own"', ["R505"], 'rel="our own"'),
    "underscore": ("rel=next_archive", ["R505"], 'rel="next-archive"'),
    "capitals": ("rel=dnsPrefetch", ["R514"], 'rel="dns-prefetch"'),
    "destination": ("rel=preload; as=CSS", ["R515"], 'rel="preload"; as="style"'),
    "credentials": (
        "rel=up; crossorigin=use_credentials",
        ["R515"],
        'rel="up"; crossorigin="use-credentials"',
    ),
    "language": ("rel=up; hreflang=en_US", ["R515"], 'rel="up"; hreflang="en-US"'),
    "another name": ("relation=next", ["R505"], 'rel="next"'),
}


@pytest.mark.parametrize(("params", "rules", "right"), WORDS.values(), ids=WORDS)
def test_what_a_link_says_is_mended(params: str, rules: list[str], right: str) -> None:
    """A word of the same letters is meant, and what stands around it is not."""
    sent = wire(NAME, f"</a>; {params}")
    assert codes(NAME, sent) == rules
    assert mended(NAME, sent) == [f"</a>; {right}"]


_NAMES = st.sampled_from(["rel", "title", "type", "x", "crossorigin", "as"])
_VALUES = st.none() | st.text(st.characters(codec="ascii", exclude_categories=["Cc"]))
_LINKS = st.lists(
    st.builds(
        Linked,
        st.from_regex(r"(?:[a-z/?,;=.()][a-z/?,;=.'()]{0,8})?", fullmatch=True),
        st.lists(st.builds(Parameter, _NAMES, _VALUES), max_size=3).map(tuple),
    ),
    max_size=3,
)


@given(_LINKS)
def test_links_are_read_as_they_are_sent(found: list[Linked]) -> None:
    """Whatever stands in targets and quotes: nothing in it ends a link."""
    assert read(joined(found), strict=True) == (found, [])


@given(st.text("<>;,=\"' \\abrel:*%&", max_size=40))
def test_any_text_is_read_to_its_end(text: str) -> None:
    """What comes of it has a text of its own, which is read alike."""
    found, wrong = read(text)
    assert wrong or links(joined(found)) == found
    for each in remarks(NAME, text):
        assert each.help
