"""Whether a class that a schema names can be raised, as far as files can tell.

Goes in: an import path, and what names of the project mean. Comes out: whether it is certainly no
exception.
"""

from __future__ import annotations

import ast

from respgen.source.known import holds_values
from respgen.source.names import Class, Meaning, Names
from respgen.specs.types import ImportPath


def is_no_exception(path: ImportPath, names: Names) -> bool:
    """Whether all classes above it are known, and none of them is raised."""
    waiting = [names.bound(path.module, tuple(path.name.split(".")))]
    seen: set[Class] = set()
    while waiting and names.visit():
        found = waiting.pop()
        if isinstance(found, Class):
            if found.node.keywords and not found.node.bases:
                return False  # its metaclass may give it others
            if found not in seen:
                seen.add(found)
                waiting += _bases(found, names)
        elif not (isinstance(found, str) and holds_values(found)):
            return False
    return not waiting


def _bases(of: Class, names: Names) -> list[Meaning]:
    """What stands above a class; of a generic one, what it is made of."""
    bases = (
        each.value if isinstance(each, ast.Subscript) else each
        for each in of.node.bases
    )
    return [names.meaning(of.module, each) for each in bases]
