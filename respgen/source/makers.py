"""What makes the constructor of a class from its fields.

Goes in: a class, and the names of its module. Come out: the import paths of such decorators, and
whether one writes a constructor that the file does not show.
"""

from __future__ import annotations

import ast

from respgen.source.annotations import Annotations
from respgen.source.names import Class, Names

DATACLASS = "dataclasses.dataclass"
# these replace a constructor by hand, too
_REPLACING = frozenset(("attr.s", "attr.attrs", "attr.attributes", "attr.dataclass"))
_OTHERS = frozenset(
    (
        *("attr.define", "attr.mutable", "attr.frozen"),
        *("attrs.define", "attrs.mutable", "attrs.frozen"),
        "pydantic.dataclasses.dataclass",
    )
)


def makers(names: Names, of: Class) -> frozenset[str]:
    """Its decorators: each as the module imports it, and where that leads."""
    found = set[str]()
    for node in of.node.decorator_list:
        maker, keywords = node, list[ast.keyword]()
        if isinstance(node, ast.Call):
            maker, keywords = node.func, node.keywords
        if not any(map(_is_off, keywords)):
            found.add(Annotations(names, of.module)(maker))
            found.add(str(names.meaning(of.module, maker)))
    return frozenset(found)


def writes(path: str, has_own: bool) -> bool:
    """Whether it makes a constructor by rules of another package's own."""
    return path in _REPLACING or (path in _OTHERS and not has_own)


def _is_off(keyword: ast.keyword) -> bool:
    """Whether it is `init=False`."""
    value = keyword.value
    off = isinstance(value, ast.Constant) and value.value is False
    return keyword.arg == "init" and off
