"""Text with `{name}` at its places -> a pattern. `{{` and `}}` are braces, as in Python.

In a JSON document a text that is a place and nothing else stands for the param's own value.
"""

from __future__ import annotations

from respgen.core.grammar import compiled
from respgen.diagnostics import Finding, Malformed, quoted
from respgen.located import Plain
from respgen.rules import r1
from respgen.specs import JsonTemplate, Pattern, Whole
from respgen.vocabulary.identifiers import is_identifier

_PIECES = r"\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+"
_BRACES = {"{{": "{", "}}": "}"}


def template(text: str) -> Pattern:
    """The pattern that a text writes. Raises Malformed for braces that are no place."""
    texts: list[list[str]] = [[]]
    names = []
    for match in compiled(_PIECES).finditer(text):
        if match[1] is not None:
            names.append(_name(match[1]))
            texts.append([])
        elif match[0] in ("{", "}"):
            message = f"{quoted(text)} has a brace that is not part of a placeholder"
            raise Malformed(
                Finding(
                    r1.TEMPLATE,
                    message,
                    "a placeholder is {name}; write {{ and }} for literal braces",
                )
            )
        else:
            texts[-1].append(_BRACES.get(match[0], match[0]))
    return Pattern(tuple(map("".join, texts)), tuple(names))


def document(value: Plain) -> JsonTemplate:
    """A JSON document with places. Raises Malformed as `template` does."""
    if isinstance(value, dict):
        return {key: document(inside) for key, inside in value.items()}
    if isinstance(value, list):
        return tuple(map(document, value))
    return text_template(value) if isinstance(value, str) else value


def text_template(text: str) -> JsonTemplate:
    """A text of a document. Raises Malformed as `template` does."""
    pattern = template(text)
    if not pattern.parameters:
        return pattern.texts[0]
    if pattern.texts == ("", ""):
        return Whole(pattern.parameters[0])
    return pattern


def _name(text: str) -> str:
    if not is_identifier(text):
        message = f"{quoted('{' + text + '}')} is not a placeholder: put a name between the braces"
        raise Malformed(Finding(r1.TEMPLATE, message, _meant(text)))
    return text


def _meant(text: str) -> str:
    """The placeholder of a text that says more than a name, as in Python's format strings."""
    name = text.partition(":")[0].partition("!")[0].strip()
    if not is_identifier(name):
        return "write {item_id}, or {{ and }} for literal braces"
    return f"write {{{name}}}: the param's text is sent as it is"
