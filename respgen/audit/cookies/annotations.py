"""What the annotation of a setting says of its values.

Goes in: an attribute of an instance. Come out: the texts that it may be, or the class that it has.
"""

from __future__ import annotations

import ast

from respgen.source.names import Class
from respgen.source.program.facts import Facts
from respgen.source.program.values import Attribute, Instance, Value


def literals(facts: Facts, value: Value) -> frozenset[str] | None:
    """The texts that `Literal[...]` allows, in lower case; None where it is no such annotation."""
    found = annotation(facts, value)
    if found is None:
        return None
    _, node = found
    if not isinstance(node, ast.Subscript):
        return None
    name = getattr(node.value, "id", getattr(node.value, "attr", ""))
    if name != "Literal":
        return None
    parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    texts = [each.value for each in parts if isinstance(each, ast.Constant)]
    return frozenset(each.lower() for each in texts if isinstance(each, str))


def class_of(facts: Facts, value: Value) -> Class | str | None:
    """The class that the annotation of a setting names."""
    found = annotation(facts, value)
    return found and facts.evaluator.annotations.instance(*found)


def annotation(facts: Facts, value: Value) -> tuple[str, ast.expr] | None:
    """The annotation of an attribute of an instance in its class, and the module of that."""
    if not isinstance(value, Attribute) or not isinstance(value.of, Instance):
        return None
    for each in facts.program.line(value.of.of):
        for node in each.node.body if isinstance(each, Class) else ():
            match node:
                case ast.AnnAssign(target=ast.Name(id=name), annotation=said):
                    if name == value.name and isinstance(each, Class):
                        return each.module, said
    return None
