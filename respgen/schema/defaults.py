"""The type that a default speaks for, where none is written.

Goes in: the mapping of a parameter, or its default. Comes out: a word that names a type of headers
and of params, or nothing.
"""

from __future__ import annotations

from respgen.decoder.plain import located
from respgen.load import tree
from respgen.located import PlainValue, kind

_TYPES = {
    "text": "str",
    "a whole number": "int",
    "a number": "float",
    "true": "bool",
    "false": "bool",
    "a list": "list[str]",
    "a mapping": "json",
}
"""By what a value is, in an author's words."""


def type_of(default: PlainValue) -> str:
    """The type of a default; nothing for null."""
    return _TYPES.get(kind(default), "")


def type_of_default(node: tree.Node) -> str:
    """The type of the default that a mapping has."""
    entry = node.entry("default") if isinstance(node, tree.Mapping) else None
    return type_of(located(entry).value) if entry else ""
