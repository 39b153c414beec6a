"""The words that name a header type, and what is wrong with those that name none."""

from __future__ import annotations

from respgen.decoder.respelt import meant_word
from respgen.diagnostics import Finding, Mend, nearest, quoted
from respgen.fields import TYPES
from respgen.fields.types import takes_text
from respgen.rules import r0

_SCALARS = tuple(name for name in TYPES if name != "list")
TYPE_WORDS = (
    *_SCALARS,
    *(f"list[{name}]" for name in _SCALARS if TYPES[name].listable),
)
"""Every word that names a header type."""
TEMPLATE_TYPES = (*filter(takes_text, TYPES), "json")
"""The types that a template may have: those whose value is any text, and json."""


def type_word(word: str) -> str | Finding:
    """The word of a type: one of the table, or `list[...]` of one."""
    if word in TYPE_WORDS:
        return word
    member = member_of(word)
    if member in _SCALARS:
        return Finding(r0.CONFLICT, *_UNLISTED.get(member, _LISTS))
    if word == "list":
        message = "'list' needs the type of its members"
        return Finding(r0.UNKNOWN_WORD, message, "write list[str]")
    words = TYPE_WORDS if member else _SCALARS
    # `string` means str: who means the structured type writes its prefix
    near = nearest(word, [each for each in words if "sf_" not in each])
    advice = _other(word) or near or nearest(word, words) or _COMMON
    message = f"unknown header type {quoted(word)}"
    return Finding(r0.UNKNOWN_WORD, message, advice, fix=Mend(meant_word(word, words)))


_MEANT = {
    **dict.fromkeys(("uuid", "uuid.uuid", "email", "bytes"), "write type: str"),
    **dict.fromkeys(("timedelta", "datetime.timedelta"), "write type: duration"),
    **dict.fromkeys(("datetime", "datetime.datetime", "timestamp"), "write type: date"),
    **dict.fromkeys(("filename", "disposition"), "write type: content_disposition"),
    **dict.fromkeys(("number", "decimal"), "write type: int or type: float"),
    **dict.fromkeys(("uri", "path", "href"), "write type: url"),
    **dict.fromkeys(("array", "sequence"), "write type: list[str]"),
    **dict.fromkeys(("object", "dict", "mapping", "any"), "write type: json"),
    **dict.fromkeys(("literal", "enum", "choice"), "write type: enum, values: [a, b]"),
    "file_name": "write type: content_disposition",
}
"""The help for types of other languages, by their words."""


def _other(word: str) -> str:
    origin, bracket, inside = word.partition("[")
    known = _MEANT.get(origin.lower(), "")
    if not bracket or "enum" not in known:
        return "" if bracket else known
    words = [each.strip(" \"'") for each in inside.rstrip("] ").split(",")]
    return f"write type: enum, values: [{', '.join(words)}]"


_COMMON = (
    "write one such as str, int, date or list[str]; `respgen jsonschema` has them all"
)
_UNLISTED = {
    "date": ("dates contain a comma, so they cannot be list members", "write type: str")
}
_LISTS = ("this type is already a list", "write it without list[...]")


def template_type(word: str) -> str | Finding:
    if word in TEMPLATE_TYPES:
        return word
    advice = nearest(word, TEMPLATE_TYPES) or "write one such as str, url or json"
    message = f"a template cannot have the type {quoted(word)}"
    return Finding(r0.UNKNOWN_WORD, message, advice)


def member_of(word: str) -> str:
    """`T` of `list[T]`; nothing of any other word."""
    inside = word.removeprefix("list[").removesuffix("]")
    return inside if word == f"list[{inside}]" else ""
