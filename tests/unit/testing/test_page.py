"""The report: what is counted, and that nothing anybody sends becomes markup."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from respgen.testing.differences import Difference
from respgen.testing.markup import element
from respgen.testing.page import page
from respgen.testing.report import Observed, Report, Row

HOSTILE = "<script>alert('1')</script>\"' onload=x &amp; \u202e\ud800\0"


class Elements(HTMLParser):
    """What a page is made of."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.open: list[str] = []
        self.names: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names.update(name for name, _ in attrs)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def report(text: str = "plain") -> Report:
    """One of everything, with a text wherever one can stand."""
    made = Report(title=text)
    made.rows = {
        name: Row(name, status, text, parent)
        for name, status, parent in (
            ("shop.Base", 200, ""),
            ("shop.Item", 200, "shop.Base"),
            ("shop.Gone", 204, ""),
        )
    }
    wrong = Difference(text, text, text)
    made.add(Observed("GET", f"/{text}", 200, ("shop.Item",)), 2, [text, "b"])
    made.add(Observed(text, text, 404, (), False, text, (wrong,), (text,)), 1, [text])
    made.add(Observed("GET", "/docs", 200, (), True), 1, [])
    return made


def test_what_is_counted() -> None:
    """A class is seen itself, or as what extends it; the others are not."""
    made = report()
    assert {name: times.number for name, times in made.seen.items()} == {"shop.Item": 2}
    assert made.through == {"shop.Base": ["shop.Item"]}
    assert [row.name for row in made.unseen] == ["shop.Gone"]
    assert (made.number, len(made.undeclared), len(made.allowed)) == (4, 1, 1)


def test_what_differs_in_the_same_places_is_the_same() -> None:
    """Values that change with every request do not make another entry of each."""
    made = Report()
    for tag in "ab":
        wrong = Difference("etag", "a strong entity tag", tag)
        made.add(Observed("GET", "/", 200, (), False, "shop.Item", (wrong,), ("etag",)))
    [(seen, times)] = made.undeclared
    assert (times.number, seen.differences[0].sent) == (2, "a")


def test_processes_are_added_up() -> None:
    """What a worker hands over is plain data, and merging it is counting on."""
    total = Report()
    for _ in range(2):
        total.merge(json.loads(json.dumps(report().data())))
    assert total.rows == report().rows
    assert total.number == 8
    [(seen, times)] = total.undeclared
    assert (seen, times.number, times.tests) == (
        report().undeclared[0][0],
        2,
        ["plain"],
    )
    assert seen.differences == report().undeclared[0][0].differences


def test_the_page_shows_it() -> None:
    """The page has the verdict, the figures, the differences, and who was never seen."""
    text = re.sub(r"<[^>]+>", " ", page(report()).partition("</style>")[2])
    words = " ".join(text.split())
    for said in (
        "1 response that no class declares",
        "2 of 3",
        "plain plain answered 404",
        "It differs in 1 place :",
        "Gone 204 never",
        "Base 200 as Item",
        "2\N{MULTIPLICATION SIGN} in plain",
    ):
        assert said.replace(" :", ":") in words.replace(" :", ":"), said
    made = report()
    made.observed = {k: v for k, v in made.observed.items() if not k.is_undeclared}
    assert "Every response is declared or allowed" in page(made)


def test_texts_stay_texts() -> None:
    """A hostile text adds no element and no attribute, wherever it stands."""
    plain, hostile = Elements(page(report())), Elements(page(report(HOSTILE)))
    assert hostile.tags == plain.tags
    assert hostile.names == plain.names
    assert plain.open == []
    assert "script" not in plain.tags
    assert page(report(HOSTILE)).encode()


def test_the_page_needs_nothing_else() -> None:
    """No address is in it, and its policy would let none be fetched."""
    text = page(report())
    assert not re.search(r"https?:|url\(|@import|src=|href=", text)
    assert "default-src &#x27;none&#x27;" in text


@pytest.mark.parametrize("text", ["<b>", 'a"b', "a'b", "&", "\ud800"])
def test_an_element_escapes(text: str) -> None:
    """Texts and attributes alike."""
    made = element("p", text, title=text).decode()
    assert not re.search(r"<(?!/?p\b)|&(?!\w+;|#x?\w+;)", made)
