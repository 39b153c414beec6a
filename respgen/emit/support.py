"""The modules that generated packages carry along: what they need of core, and of frameworks.

Goes in: the names that the generated modules use. Comes out: files, each where it is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from respgen.emit.cutting import Cut, Library, cut, library
from respgen.resources import PACKAGE


def carried(needed: frozenset[str], uses: frozenset[str]) -> Iterator[tuple[str, str]]:
    """The files for the names that modules use of core and of frameworks: name and text."""
    if uses:
        text, more = framework(uses)
        yield "_framework.py", text
        needed |= more
    if needed:
        yield "_support.py", support(needed)


def support(names: Iterable[str]) -> str:
    """The text of `_support.py`. Raises LookupError for what core lacks."""
    about = "What the generated modules need of HTTP, each rule with its source."
    return _module(about, cut(names, _library("core")))


def framework(names: Iterable[str]) -> tuple[str, frozenset[str]]:
    """The text of `_framework.py`, and what it needs of `_support`. Raises LookupError."""
    found = cut(names, _library("frameworks"))
    return (
        _module("What the generated modules need of their framework.", found),
        found.support,
    )


def _module(about: str, found: Cut) -> str:
    # annotations stay text: evaluating them would be a third of what the import costs
    return f'"""{about}"""\n\nfrom __future__ import annotations\n{found.text}'


@cache
def _library(package: str) -> Library:
    return library(PACKAGE / package)
