"""The words that name a header type, and what is wrong with those that name none."""

from __future__ import annotations

from respgen.decoder.reading import Mistake
from respgen.diagnostics import nearest, quoted
from respgen.fields import TYPES
from respgen.fields.types import takes_text
from respgen.rules import r0


def type_word(word: str) -> str | Mistake:
    """The word of a type: one of the table, or `list[...]` of one."""
    member = member_of(word)
    known = [name for name in TYPES if name != "list"]
    if member and member in known and not TYPES[member].listable:
        return Mistake(r0.CONFLICT, *_UNLISTED.get(member, _LISTS))
    if (member or word) in known:
        return word
    if word == "list":
        message = "'list' needs the type of its members"
        return Mistake(r0.UNKNOWN_WORD, message, "list[str]")
    words = type_words() if member else known
    # `string` means str: who means the structured type writes its prefix
    near = nearest(word, [each for each in words if "sf_" not in each])
    advice = near or nearest(word, words) or f"one of {', '.join(known)}, list[...]"
    message = f"unknown header type {quoted(word)}"
    return Mistake(r0.UNKNOWN_WORD, message, advice, words=words)


_UNLISTED = {
    "date": ("every date has a comma, so no list can hold one", "write type: str")
}
_LISTS = ("this type is a list itself", "leave out list[...]")


def type_words() -> tuple[str, ...]:
    """Every word that names a header type."""
    scalars = [name for name in TYPES if name != "list"]
    lists = [f"list[{name}]" for name in scalars if TYPES[name].listable]
    return (*scalars, *lists)


def template_types() -> tuple[str, ...]:
    """The types that a template may have: those whose value is any text, and json."""
    return (*filter(takes_text, TYPES), "json")


def template_type(word: str) -> str | Mistake:
    known = template_types()
    if word in known:
        return word
    advice = nearest(word, known) or f"one of {', '.join(known)}"
    message = f"no template has the type {quoted(word)}"
    return Mistake(r0.UNKNOWN_WORD, message, advice)


def member_of(word: str) -> str:
    """`T` of `list[T]`; nothing of any other word."""
    inside = word.removeprefix("list[").removesuffix("]")
    return inside if word == f"list[{inside}]" else ""
