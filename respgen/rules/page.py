"""A rule's page: why it is there, its source, and a schema that breaks it beside one that does not.

Goes in: a rule. Comes out: what its Markdown file in `pages` says. A page is read when somebody
asks for it, never at start-up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from respgen.diagnostics import Rule

PAGES = Path(__file__).with_name("pages")

_ALONGSIDE, _WRONG, _RIGHT = "Alongside", "Wrong", "Right"
_FILE = re.compile(
    rf"^({_ALONGSIDE}|{_WRONG}|{_RIGHT}) \(([^)\n]+)\):\n\n```[a-z]+\n(.*?\n)```\n",
    re.MULTILINE | re.DOTALL,
)


class MalformedPage(Exception):  # noqa: N818 # what is the matter, in two words
    """The text is not a page; the message says what is missing."""


@dataclass(frozen=True, slots=True)
class Example:
    """A file that a page shows: its name and its text."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """`wrong` raises exactly the rule's code, and `right` is the same file put right.

    Each paragraph of `why` is one line. The files `alongside` stand next to either.
    """

    why: str
    source: str
    alongside: tuple[Example, ...]
    wrong: Example
    right: Example


def page(rule: Rule) -> Page:
    """Read the page of a rule. Raises MalformedPage, or OSError where there is none."""
    return parsed((PAGES / f"{rule.code}.md").read_text(encoding="utf-8"))


def parsed(text: str) -> Page:
    """Take the Markdown of a page apart. Raises MalformedPage."""
    prose, *rest = _FILE.split(text)
    labels, names, texts, gaps = (rest[index::4] for index in range(4))
    if labels != [_ALONGSIDE] * (len(labels) - 2) + [_WRONG, _RIGHT]:
        raise MalformedPage(
            f"its files must end in {_WRONG} and {_RIGHT}, in a fence each"
        )
    if stray := "".join(gaps).strip():
        raise MalformedPage(f"no text may follow the files: {stray!r}")
    why, _, source = prose.strip().partition("\n\nSource: ")
    if not source or "\n" in source:
        raise MalformedPage("a line `Source: ...` must follow the reason")
    *alongside, wrong, right = map(Example, names, texts)
    return Page(_unwrapped(why), source, tuple(alongside), wrong, right)


def _unwrapped(text: str) -> str:
    return "\n\n".join(" ".join(each.split()) for each in text.split("\n\n"))
