"""The modules that generated packages carry along: what they need of core, and of frameworks.

Goes in: the names that the generated modules use. Comes out: files, each where it is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from respgen.emit.cutting import Cut, Library, cut, library
from respgen.emit.pythons import adapted
from respgen.project.python import DEFAULT, Python
from respgen.resources import PACKAGE

# the syntax that it wants would be a second text of each function, which no older Python can read
_NO_PARAMETERS = "# Type variables work in every Python.\n# ruff: noqa: UP046, UP047\n"


def carried(
    needed: frozenset[str], uses: frozenset[str], python: Python
) -> Iterator[tuple[str, str]]:
    """The files for the names that modules use of core and of frameworks: name and text."""
    if uses:
        text, more = framework(uses, python)
        yield "_framework.py", text
        needed |= more
    if needed:
        yield "_support.py", support(needed, python)


def support(names: Iterable[str], python: Python = DEFAULT) -> str:
    """The text of `_support.py` for that Python and later. Raises LookupError for what core lacks."""
    about = "What the generated modules need of HTTP, each rule with its source."
    return _module(about, cut(names, _library("core", python)), python)


def framework(
    names: Iterable[str], python: Python = DEFAULT
) -> tuple[str, frozenset[str]]:
    """The text of `_framework.py`, and what it needs of `_support`. Raises LookupError."""
    found = cut(names, _library("frameworks", python))
    return (
        _module("What the generated modules need of their framework.", found, python),
        found.support,
    )


def _module(about: str, found: Cut, python: Python) -> str:
    # annotations stay text: evaluating them would be a third of what the import costs
    noqa = _NO_PARAMETERS if _has_parameters(found, python) else ""
    return f'{noqa}"""{about}"""\n\nfrom __future__ import annotations\n{found.text}'


def _has_parameters(found: Cut, python: Python) -> bool:
    """Whether ruff would ask for type parameters: from Python 3.12 on."""
    return python not in ("3.10", "3.11") and "TypeVar(" in found.text


@cache
def parts(name: str) -> tuple[str, ...]:
    """A type of core, and where it is an alias the classes that it is made of."""
    definitions = _library("core", DEFAULT).definitions
    blocks = {name for each in definitions if each.is_block for name in each.names}
    aliases = {
        name: each.uses
        for each in definitions
        if not each.is_block
        for name in each.names
        if not name.isupper()
    }
    found, waiting = {name}, [name]
    while waiting:
        used = aliases.get(waiting.pop(), frozenset()) - found
        waiting += sorted(used & aliases.keys())
        found |= used & (blocks | aliases.keys())
    return (name, *sorted(found & blocks - {name}))


@cache
def _library(package: str, python: Python) -> Library:
    return adapted(library(PACKAGE / package), python)
