"""The modules that generated packages carry along: what they need of core, and of frameworks.

Goes in: the names that the generated modules use. Comes out: files, each where it is needed.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from functools import cache

from respgen.emit.cutting import Cut, Library, cut, library, without
from respgen.emit.pythons import adapted
from respgen.project.python import DEFAULT, Python
from respgen.resources import PACKAGE
from respgen.specs.expressions import LATER

OPENAPI = ("CatalogueRoute", "carry", "expose_headers", "raises", "responses_of")
"""What `openapi.py` exports."""
_MAKING = ("Declared", "Example", "constant", "header", "responses", "route")
"""What `_framework.py` and `_openapi.py` use of it beside that."""

_VARIABLES = "Type variables work in every Python."
_REASONS = {
    "BLE001": "What an application raises is raised again, or answered.",
    "UP046": _VARIABLES,
    "UP047": _VARIABLES,
}
"""Why a module breaks a rule of ruff."""


def carried(
    needed: frozenset[str], uses: frozenset[str], documented: bool, python: Python
) -> Iterator[tuple[str, str]]:
    """The files for the names that modules use of core and of frameworks: name and text.

    `documented`: FastAPI makes a document of what they send.
    """
    rare = later = beside = frozenset[str]()
    if documented:
        found = _openapi(python)
        rare, uses = found.support, uses | found.framework
    if uses:
        text, found = framework(uses, python)
        yield "_framework.py", text
        needed, later = needed | found.support, found.later
    if needed:
        text, found = support(needed, python)
        yield "_support.py", text
        beside, later = found.defines, later | found.later
    if later := later | (rare - beside):
        yield "_later.py", _later(later, beside, python)
    if documented:
        yield "openapi.py", openapi(python, later)


def support(names: Iterable[str], python: Python = DEFAULT) -> tuple[str, Cut]:
    """The text of `_support.py` for that Python and later, and what it was cut from.

    Raises LookupError for what core lacks.
    """
    found = cut(names, _library("core", python))
    about = "What the generated modules need of HTTP, each rule with its source."
    return _module(about, found, python), found


def _later(names: Iterable[str], beside: frozenset[str], python: Python) -> str:
    """The text of `_later.py`; `beside` are the names of `_support.py`."""
    found = cut(names, without(beside, _library("core", python)))
    return _module(
        "What responses seldom need: it is imported when they do.", found, python
    )


def framework(names: Iterable[str], python: Python = DEFAULT) -> tuple[str, Cut]:
    """The text of `_framework.py`, and what it was cut from. Raises LookupError."""
    found = cut(names, _library("frameworks", python))
    about = "What the generated modules need of their framework."
    return _module(about, found, python), found


def openapi(python: Python = DEFAULT, later: frozenset[str] = frozenset()) -> str:
    """The text of `openapi.py`; it imports `later` from `_later.py`."""
    about = "Routes of FastAPI that the generated classes document."
    return _module(about, _openapi(python, later), python)


def _openapi(python: Python, later: frozenset[str] = frozenset()) -> Cut:
    known = _library("openapi", python)
    moved = {name: (LATER, name) for name in later & known.imports.keys()}
    known = replace(known, imports={**known.imports, **moved})
    return cut((*OPENAPI, *_MAKING), known, OPENAPI)


def _module(about: str, found: Cut, python: Python) -> str:
    # annotations stay text: evaluating them would be a third of what the import costs
    noqa = "".join(
        f"# {_REASONS[rule]}\n# ruff: noqa: {rule}\n"
        for rule in _broken(found.text, python)
    )
    return f'{noqa}"""{about}"""\n\nfrom __future__ import annotations\n{found.text}'


def _broken(text: str, python: Python) -> Iterator[str]:
    """The rules of ruff that a module breaks; ruff also reports exemptions from others."""
    if "    except Exception" in text:
        yield "BLE001"
    # the syntax it wants from 3.12 on would be a second text, which no older Python can read
    if python not in ("3.10", "3.11") and "TypeVar(" in text:
        body = ast.parse(text).body
        variables = {name for node in body for name in _variables(node)}
        if any(_is_generic(node, variables, ast.ClassDef) for node in body):
            yield "UP046"
        if any(_is_generic(node, variables, ast.FunctionDef) for node in body):
            yield "UP047"


def _variables(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.Assign([ast.Name(name)], ast.Call(ast.Name("TypeVar"))):
            yield name


def _is_generic(node: ast.stmt, variables: Set[str], kind: type[ast.stmt]) -> bool:
    """Whether the bases of a class or the signature of a function name a type variable."""
    parts: list[ast.AST | None] = []
    match node:
        case ast.ClassDef(bases=bases):
            parts += bases
        case ast.FunctionDef(args=arguments, returns=returned):
            parts += [arguments, returned]
    names = (each for part in parts if part for each in ast.walk(part))
    return isinstance(node, kind) and any(
        isinstance(each, ast.Name) and each.id in variables for each in names
    )


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
