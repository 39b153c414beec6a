"""Directives of Cache-Control (RFC 9111 5.2.2) as text: their canonical form, what merging makes of them, and help on strangers."""

from __future__ import annotations

from respgen.core.caching import FIELD_DIRECTIVES, FLAGS, LIFETIMES
from respgen.core.grammar import TOKEN, compiled
from respgen.diagnostics import nearest
from respgen.fields.directives import Directive, directives, once, split
from respgen.nearness import alike
from respgen.vocabulary import fields

WITH_FIELDS = frozenset(name.replace("_", "-") for name in FIELD_DIRECTIVES)
"""Those that may be about some header fields alone."""
_OWN = frozenset(name.replace("_", "-") for name in (*FLAGS, *LIFETIMES))
_SO_WITHOUT = ("store", "cache", "transform")
_OF_REQUESTS = ("max-stale", "min-fresh", "only-if-cached")  # RFC 9111 5.2.1


def respelt(text: str) -> str:
    """The directives in canonical form; a text that has others as it is.

    So is one with a number for a name: its comma stands among digits, as authors write thousands.
    """
    try:
        found = directives(text, ",")
    except ValueError:
        return text
    if any(directive.name.isdecimal() for directive in found):
        return text
    return ", ".join(map(canonical, found))


def canonical(directive: Directive) -> str:
    """One directive."""
    name, argument = directive.name, directive.argument
    if argument is None:
        return name
    if name in WITH_FIELDS or not compiled(TOKEN).fullmatch(argument):
        return f'{name}="{", ".join(split(argument, ","))}"'
    return f"{name}={argument}"


def joined(found: tuple[Directive, ...]) -> tuple[Directive, ...]:
    """With the names of header fields that follow a list of them, whose quotes are missing."""
    made: list[Directive] = []
    for directive in found:
        last = made[-1] if made else directive
        name = _field(directive)
        if name and last.name in WITH_FIELDS and _are_known(last.argument or ""):
            made[-1] = Directive(last.name, f"{last.argument}, {name}")
        else:
            made.append(directive)
    return tuple(made)


def _field(directive: Directive) -> str | None:
    """The header field that a directive without an argument has the name of."""
    name = directive.name
    if directive.argument is not None or name in {*_OWN, *WITH_FIELDS}:
        return None
    return fields.KNOWN.get(name) or (name.title() if name.startswith("x-") else None)


def _are_known(argument: str) -> bool:
    names = [*split(argument, ",")]
    return bool(names) and all(_field(Directive(name.lower())) for name in names)


def advised(stranger: Directive, known: tuple[str, ...]) -> str:
    """What to do with an unknown directive; none that forbids is near to one that allows."""
    name = stranger.name
    if name in _OF_REQUESTS:
        return "remove it: it is for requests"
    if name in _SO_WITHOUT and stranger.argument is None:
        return "remove it: caches may do so without it"
    if name.isdecimal():
        return "write numbers without commas"
    near = nearest(name, alike(name, known))
    return near or "remove it, or write a directive of RFC 9111"


def parts(text: str) -> dict[str, str]:
    """The directives by their names. Raises ValueError."""
    return {each.name: canonical(each) for each in directives(text, ",")}


def added(inherited: str, own: str) -> str:
    """The field names of both; without names a directive is about the whole response."""
    (old,), (new,) = directives(inherited, ","), directives(own, ",")
    if new.name not in WITH_FIELDS or old.argument is None or new.argument is None:
        return own
    return canonical(Directive(new.name, once(f"{old.argument}, {new.argument}")))
