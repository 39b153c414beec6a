"""What to write where another kind of value stands: the help of wrong types.

Goes in: an entry of the tree. Comes out: a help line.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from respgen.decoder.respelt import without_quotes
from respgen.load.tree import Entry, Mapping, Node, Scalar
from respgen.load.yaml_places import without_space
from respgen.located import as_written as written

_TABLES, _NAME = ("responses", "cookies", "headers"), "Name"
_SPOKEN = {
    **dict.fromkeys(("yes", "on", "y"), "true"),
    **dict.fromkeys(("no", "off", "n"), "false"),
}
"""The truth values of YAML 1.1."""
_SHOWN = 3
"""Items of a list that a help line writes out."""


def as_written(expected: str, node: Node) -> str:
    """Quotes that are missing or too many, if that is all that is wrong."""
    if not isinstance(node, Scalar) or node.value is None:
        return ""
    if isinstance(node.value, str):
        if expected == "true or false" and (truth := _SPOKEN.get(node.value.lower())):
            in_yaml = node.span.file.endswith((".yaml", ".yml"))
            why = f": {node.value} is text in YAML 1.2" if in_yaml else ""
            return f"write {truth}{why}"
        unquoted = without_quotes(expected, node)
        return f"write {json.dumps(unquoted.value)}, without quotes" if unquoted else ""
    if not expected.startswith("text"):
        return ""
    if isinstance(node.value, bool):
        return f'write "{json.dumps(node.value)}"'
    return f'put it in quotes: "{written(node.value)}"'


def or_none(advice: str, node: Node) -> str:
    """A key without a value may be one too many."""
    is_null = isinstance(node, Scalar) and node.value is None
    more = is_null and advice.startswith("write ") and "{}" not in advice
    return f"{advice}, or remove the key" if more else advice


def list_advice(entry: Entry) -> str:
    """The list that was meant: of the one item, or of the names of a mapping."""
    node = entry.value
    names = [each.key for each in node] if isinstance(node, Mapping) else []
    if isinstance(node, Scalar) and isinstance(node.value, str):
        names = [node.value]
    if not names or len(names) > _SHOWN or len("".join(names)) > 60:
        return "write a list, in brackets"
    return f"write it as a list, in brackets: {_flow(names, entry)}"


def _flow(names: Sequence[str], entry: Entry) -> str:
    plain = is_yaml(entry) and all(name.replace(".", "").isalnum() for name in names)
    return f"[{', '.join(names)}]" if plain else json.dumps(names, ensure_ascii=False)


def mapping_advice(entry: Entry, example: str) -> str:
    """The mapping that is due, of which `example` is one."""
    node = entry.value
    if isinstance(node, Scalar):
        glued = without_space(node.value) if isinstance(node.value, str) else ""
        if glued:
            return glued
        empty = node.value is None
        return "write {} if it is empty" if empty else f"write a mapping: {example}"
    if entry.key_span.file.endswith(".toml") and entry.key in _TABLES:
        return f"write a table in single brackets, such as [{entry.key}.{_NAME}]"
    if not is_yaml(entry):
        return f"write a mapping, in braces: {example}"
    return f"write a mapping, without dashes or brackets: {example}"


def is_yaml(entry: Entry) -> bool:
    return entry.key_span.file.endswith((".yaml", ".yml"))


def listed(words: Sequence[str]) -> str:
    """Words to choose from: `a`, `a or b`, `a, b or c`."""
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last
