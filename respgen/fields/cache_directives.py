"""Directives of Cache-Control (RFC 9111 5.2.2) as text: their canonical form, and what merging makes of them."""

from __future__ import annotations

from respgen.core.caching import FIELD_DIRECTIVES
from respgen.core.grammar import TOKEN, compiled
from respgen.fields.directives import Directive, directives, once, split

WITH_FIELDS = frozenset(name.replace("_", "-") for name in FIELD_DIRECTIVES)
"""Those that may be about some header fields alone."""


def respelt(text: str) -> str:
    """The directives in canonical form; a text that has others as it is."""
    try:
        return ", ".join(map(canonical, directives(text, ",")))
    except ValueError:
        return text


def canonical(directive: Directive) -> str:
    """One directive."""
    name, argument = directive.name, directive.argument
    if argument is None:
        return name
    if name in WITH_FIELDS or not compiled(TOKEN).fullmatch(argument):
        return f'{name}="{", ".join(split(argument, ","))}"'
    return f"{name}={argument}"


def parts(text: str) -> dict[str, str]:
    """The directives by their names. Raises ValueError."""
    return {each.name: canonical(each) for each in directives(text, ",")}


def added(inherited: str, own: str) -> str:
    """The field names of both; without names a directive is about the whole response."""
    (old,), (new,) = directives(inherited, ","), directives(own, ",")
    if new.name not in WITH_FIELDS or old.argument is None or new.argument is None:
        return own
    return canonical(Directive(new.name, once(f"{old.argument}, {new.argument}")))
