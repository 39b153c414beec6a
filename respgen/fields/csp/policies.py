"""The text of Content-Security-Policy <-> its policies (CSP3 2.2).

A comma begins another policy, a semicolon another directive, a blank another source. Any text is
policies of some directives; whether they mean anything is asked elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeAlias

from respgen.core.grammar import compiled

NONCE_PLACE = "'nonce-{nonce}'"
"""Where each response has a nonce of its own."""
DIRECTIVE_NAME = r"[A-Za-z0-9-]+"
NONE = "'none'"
_KEYWORD = r"'[A-Za-z-]+'"


@dataclass(frozen=True, slots=True)
class PolicyDirective:
    """A name in lower case, and what stands behind it; `written` is the name as its author has it."""

    name: str
    values: tuple[str, ...] = ()
    written: str = field(default="", compare=False)

    @property
    def text(self) -> str:
        return " ".join((self.name, *self.values))


PolicyDirectives: TypeAlias = tuple[PolicyDirective, ...]


@lru_cache(maxsize=64)  # many classes send the same
def policies(text: str) -> tuple[PolicyDirectives, ...]:
    """Reads the policies of a header, and skips empty policies and directives."""
    found = (_policy(part) for part in text.split(","))
    return tuple(policy for policy in found if policy)


def _policy(text: str) -> PolicyDirectives:
    pieces = map(words, text.split(";"))
    return tuple(_directive(piece) for piece in pieces if piece)


def words(text: str) -> list[str]:
    """Splits at ASCII white space, the only separator (CSP3 2.2.1)."""
    return re.findall(r"[^ \t\n\f\r]+", text)


def _directive(words: list[str]) -> PolicyDirective:
    """Keywords are read without case, like names (CSP3 2.3.1); what they are written as is lower.

    What cannot be a name may be the path of an address, which has a case.
    """
    name, *values = words
    lower = name.lower() if compiled(DIRECTIVE_NAME).fullmatch(name) else name
    return PolicyDirective(lower, tuple(map(canonical, values)), name)


def canonical(value: str) -> str:
    """A source as it is, a keyword in lower case."""
    return value.lower() if compiled(_KEYWORD).fullmatch(value) else value


def serialised(found: Iterable[PolicyDirectives]) -> str:
    """The canonical text."""
    return ", ".join(
        "; ".join(directive.text for directive in policy) for policy in found
    )


def first_of(policy: PolicyDirectives) -> Mapping[str, tuple[str, ...]]:
    """The values by the names: of directives that stand there twice the first counts."""
    given: dict[str, tuple[str, ...]] = {}
    for directive in policy:
        given.setdefault(directive.name, directive.values)
    return given
