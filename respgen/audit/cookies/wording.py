"""How messages name a cookie, where it lives, and what decides that.

Goes in: operations. Comes out: text; expressions are quoted as they were written.
"""

from __future__ import annotations

import ast

from respgen.audit.cookies.operations import Operation
from respgen.audit.cookies.spelling import spelt
from respgen.source.program.facts import Facts
from respgen.source.program.values import Known, Value
from respgen.source.unparsing import TOO_DEEP, unparsed

_LONG = 60


def name(found: Operation) -> str:
    """The cookie's name, or the expression that makes it."""
    value = found.values.get("key")
    if isinstance(value, Known):
        return f"{value.value!a}"
    node = found.at("key").node
    is_call = node is found.chain[0][1].node or not isinstance(node, ast.expr)
    return "this cookie" if is_call else _short(unparsed(node)) or "this cookie"


def scope(found: Operation, names: tuple[str, ...]) -> str:
    """`on path '/' and without a domain`; `names` are the attributes that matter."""
    return " and ".join(_part(found, each) for each in names)


def _part(found: Operation, attribute: str) -> str:
    value = found.value(attribute)
    if attribute == "domain":
        if value == Known(None):
            return "without a domain"
        return f"for domain {shown(found, attribute)}"
    if value == Known(None):
        return "without a path"
    return f"on path {shown(found, attribute)}"


def shown(found: Operation, attribute: str) -> str:
    """A constant, or the expression that stands there."""
    value = found.value(attribute)
    return (
        _constant(value) or expression(found, attribute) or f"a {attribute} of its own"
    )


def expression(found: Operation, attribute: str) -> str:
    """The expression of an attribute as it was written; empty if it stands elsewhere, or is long."""
    node = found.at(attribute).node
    calls = [event.node for _, event in found.chain]
    if not isinstance(node, ast.expr) or node in calls:
        return ""
    return _short(unparsed(node))


def argument(facts: Facts, found: Operation, attribute: str, of: Operation) -> str:
    """What to write in a call so that an attribute is as in another operation."""
    value, word = found.value(attribute), of.word(attribute)
    written = _source(value) if isinstance(value, Known) else ""
    if value is not None and not written:
        written = spelt(facts, value, expression(found, attribute), found, of)
    return f"{word}={written}" if written else f"the {word} of the set"


def _short(text: str) -> str:
    fits = len(text) <= _LONG and "\n" not in text and text != TOO_DEEP
    return text if fits else ""


def _constant(value: Value | None) -> str:
    return f"{value.value!a}" if isinstance(value, Known) else ""


def _source(value: Known) -> str:
    """A constant as code, with the quotes of black."""
    text = f"{value.value!a}"
    if not isinstance(value.value, str) or '"' in text or "\\" in text:
        return text
    return f'"{value.value}"'
