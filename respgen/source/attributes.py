"""The names that instances of an author's class have: fields, properties, whatever a method sets.

Goes in: a class of the project. Comes out: its names; None where the file does not tell them all.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from respgen.source.known import NEUTRAL
from respgen.source.names import Class, Names

_BASES = frozenset(
    {
        *("builtins.object", "abc.ABC", "typing.Generic", "typing_extensions.Generic"),
        *("typing.TypedDict", "typing_extensions.TypedDict"),
        *("pydantic.BaseModel", "pydantic.main.BaseModel"),
    }
)
"""Classes of others that add no name which a schema could mean."""
_DECORATORS = NEUTRAL | {"dataclasses.dataclass", "pydantic.dataclasses.dataclass"}
_KEYWORDS = frozenset({"total", "frozen", "populate_by_name", "from_attributes"})
_DYNAMIC = frozenset(
    {
        *("setattr", "vars", "locals", "exec", "eval", "__dict__", "__getattr__"),
        *("__getattribute__", "__init_subclass__", "extra", "__setattr__"),
    }
)
"""Whoever uses one of these words may add names that are not written down."""


def attributes(of: Class, names: Names) -> frozenset[str] | None:
    """The names of a dataclass, a TypedDict or a model, those of its bases included."""
    found: set[str] = set()
    seen: set[Class] = set()
    waiting = [of]
    while waiting:
        each = waiting.pop()
        if each in seen:
            continue
        seen.add(each)
        written = _written(each, names)
        bases = _bases(each, names)
        if written is None or bases is None or not names.visit():
            return None
        found |= written
        waiting += bases
    return frozenset(found)


def _bases(of: Class, names: Names) -> list[Class] | None:
    """Those of the project; None where another one may have names of its own."""
    found: list[Class] = []
    for base in of.node.bases:
        origin = base.value if isinstance(base, ast.Subscript) else base
        meaning = names.meaning(of.module, origin)
        if isinstance(meaning, Class):
            found.append(meaning)
        elif meaning not in _BASES:
            return None
    return found


def _written(of: Class, names: Names) -> set[str] | None:
    """All names that stand in it where something is bound, at whatever depth."""
    node = of.node
    if any(each.arg not in _KEYWORDS for each in node.keywords):
        return None
    for decorator in node.decorator_list:
        maker = decorator
        if isinstance(decorator, ast.Call):
            maker = decorator.func
            if any(each.arg in ("config", None) for each in decorator.keywords):
                return None
        if names.meaning(of.module, maker) not in _DECORATORS:
            return None
    if _is_dynamic(node):
        return None
    return set(_bound(node))


def _is_dynamic(node: ast.ClassDef) -> bool:
    """Whether it may have names that it gets otherwise: models are told of those by their config."""
    for each in _inside(node):
        match each:
            case ast.Name(id=word) | ast.Attribute(attr=word):
                if word in _DYNAMIC:
                    return True
            case ast.FunctionDef(name=word) | ast.ClassDef(name=word):
                if word in _DYNAMIC or word == "Config":
                    return True
            case ast.keyword(arg=word):
                if word is None or word in _DYNAMIC:
                    return True
            case ast.Constant(value="extra"):
                return True
            case ast.Assign(targets=[ast.Name(id="model_config")], value=value):
                if not isinstance(value, ast.Call | ast.Dict):
                    return True
    return False


def _inside(node: ast.ClassDef) -> Iterator[ast.AST]:
    for statement in node.body:
        yield from ast.walk(statement)


def _bound(node: ast.ClassDef) -> Iterator[str]:
    for each in _inside(node):
        match each:
            case ast.Name(id=word, ctx=ast.Store()):
                yield word
            case ast.Attribute(attr=word, ctx=ast.Store()):
                yield word
            case ast.FunctionDef(name=word) | ast.ClassDef(name=word):
                yield word
            case ast.AsyncFunctionDef(name=word):
                yield word
            case ast.alias(name=name, asname=word):
                yield word or name
