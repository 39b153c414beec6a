"""Mistakes across keys: what no single type says, raised inside pydantic and told apart by rule."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic_core import PydanticCustomError

from respgen import renderers
from respgen.diagnostics import Rule, nearest, quoted
from respgen.fields import TYPES
from respgen.fields.types import takes_text
from respgen.rules import r0

RULES = {
    rule.code: rule
    for rule in (r0.MISSING_KEY, r0.WRONG_TYPE, r0.UNKNOWN_WORD, r0.CONFLICT)
}
"""The rules that `mistake` may name."""


def mistake(
    rule: Rule,
    message: str,
    advice: str = "",
    key: str = "",
    words: Sequence[str] = (),
) -> PydanticCustomError:
    """The error to raise; `key` names the key of the mapping that is to blame.

    `words` are those that the value, a text, could be. The texts travel as context: a template would take the braces of authors' text for its own.
    """
    return PydanticCustomError(
        rule.code,
        "{}",
        {"message": message, "help": advice, "key": key, "words": words},
    )


def header_type(word: str) -> str:
    """A type's word: one of the table, or `list[...]` of one. Raises the mistake."""
    member = member_of(word)
    known = [name for name in TYPES if name != "list"]
    if member and member in known and not TYPES[member].listable:
        raise mistake(r0.CONFLICT, *_UNLISTED.get(member, _LISTS))
    if (member or word) in known:
        return word
    if word == "list":
        raise mistake(
            r0.UNKNOWN_WORD, "'list' needs the type of its members", "list[str]"
        )
    words = type_words() if member else known
    # `string` means str: who means the structured type writes its prefix
    near = nearest(word, [each for each in words if "sf_" not in each])
    advice = near or nearest(word, words) or f"one of {', '.join(known)}, list[...]"
    message = f"unknown header type {quoted(word)}"
    raise mistake(r0.UNKNOWN_WORD, message, advice, words=words)


_UNLISTED = {
    "date": ("every date has a comma, so no list can hold one", "write type: str")
}
_LISTS = ("this type is a list itself", "leave out list[...]")


def type_words() -> tuple[str, ...]:
    """Every word that names a header type."""
    scalars = [name for name in TYPES if name != "list"]
    lists = [f"list[{name}]" for name in scalars if TYPES[name].listable]
    return (*scalars, *lists)


def text_types() -> tuple[str, ...]:
    """The words of the header types whose value is any text: those that a template may have."""
    return tuple(filter(takes_text, TYPES))


def template_type(word: str) -> str:
    """The type of a template: one whose value is a text, or json. Raises the mistake."""
    known = (*text_types(), "json")
    if word in known:
        return word
    advice = nearest(word, known) or f"one of {', '.join(known)}"
    raise mistake(r0.UNKNOWN_WORD, f"no template has the type {quoted(word)}", advice)


def member_of(word: str) -> str:
    """`T` of `list[T]`; nothing of any other word."""
    inside = word.removeprefix("list[").removesuffix("]")
    return inside if word == f"list[{inside}]" else ""


NOT_BUILT = "this version of respgen does not build"
NOT_YET = f"{NOT_BUILT} it"


def renderer(word: str) -> str:
    """A renderer's word, or an import path (it has a colon). Raises the mistake."""
    if word in renderers.WORDS or ":" in word:
        return word
    planned = word in renderers.PLANNED
    near = nearest(word, renderers.WORDS)
    advice = NOT_YET if planned else near or _of_your_own(word)
    message, known = f"unknown renderer {quoted(word)}", renderers.WORDS
    raise mistake(r0.UNKNOWN_WORD, message, advice, words=known)


def _of_your_own(word: str) -> str:
    """What to write for a renderer that is near to none of ours: a function, perhaps."""
    module, _, name = word.rpartition(".")
    if module and all(part.isidentifier() for part in word.split(".")):
        return f"a function is written '{module}:{name}'"
    return f"one of {', '.join(renderers.WORDS)}"


def enum_values(word: str, values: Sequence[str], written: bool) -> None:
    """An enum has values, each once; other types have none. Raises the mistake."""
    if "enum" not in (word, member_of(word)):
        if written:
            raise mistake(
                r0.CONFLICT, "values belong to an enum", "type: enum", "values"
            )
    elif not values:
        raise mistake(
            r0.MISSING_KEY, "missing key 'values'", "an enum lists its values", "type"
        )
    elif len(set(values)) < len(values):
        message = "an enum says each value once"
        raise mistake(r0.CONFLICT, message, "leave out the second", "values")
