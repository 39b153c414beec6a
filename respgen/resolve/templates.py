"""Text with `{name}` at its places -> a pattern. `{{` and `}}` are braces, as in Python."""

from __future__ import annotations

import re

from respgen.diagnostics import quoted
from respgen.grammars import Pattern
from respgen.resolve.expressions import Refused, is_identifier

_PIECES = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+")
_BRACES = {"{{": "{", "}}": "}"}


def template(text: str) -> Pattern:
    """The pattern that a text writes. Raises Refused for braces that are no place."""
    texts, names = [""], []
    for match in _PIECES.finditer(text):
        if match[1] is not None:
            names.append(_name(match[1]))
            texts.append("")
        elif match[0] in ("{", "}"):
            message = f"{quoted(text)} has a brace that begins or ends no place"
            raise Refused(message, "a place is {name}; write {{ and }} for braces")
        else:
            texts[-1] += _BRACES.get(match[0], match[0])
    return Pattern(tuple(texts), tuple(names))


def _name(text: str) -> str:
    if not is_identifier(text):
        message = (
            f"{quoted('{' + text + '}')} is no place: a name stands between braces"
        )
        raise Refused(message, "write {item_id}; {{ and }} for braces")
    return text
