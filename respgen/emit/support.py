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
def parts(name: str) -> tuple[str, ...]:
    """A type of core, and where it is an alias the classes that it is made of."""
    definitions = _library("core").definitions
    blocks = {name for each in definitions if each.is_block for name in each.names}
    aliases = {
        name: each.uses
        for each in definitions
        if not each.is_block and "TypeAlias" in each.uses
        for name in each.names
    }
    found, waiting = {name}, [name]
    while waiting:
        used = aliases.get(waiting.pop(), frozenset()) - found
        waiting += sorted(used & aliases.keys())
        found |= used & (blocks | aliases.keys())
    return (name, *sorted(found & blocks - {name}))


@cache
def _library(package: str) -> Library:
    return library(PACKAGE / package)
