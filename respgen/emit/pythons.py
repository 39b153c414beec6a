"""What is cut out of our own packages, for an older Python than respgen itself needs.

Goes in: a library. Comes out: the same for another Python, which lacks names that it imports.
"""

from __future__ import annotations

from dataclasses import replace

from respgen.emit.cutting import Definition, Library
from respgen.project.python import Python

# by the name that 3.10 lacks: its definition, and what that uses. Type checkers know
# typing_extensions, which need not be installed.
_LACKING = {
    "Self": (
        "if TYPE_CHECKING:\n    from typing_extensions import Self",
        ("typing", "TYPE_CHECKING"),
    ),
    "UTC": ("UTC = timezone.utc", ("datetime", "timezone")),
}


def adapted(library: Library, python: Python) -> Library:
    """The library for that Python and those after it."""
    lacking = _LACKING.keys() & library.imports if python == "3.10" else ()
    own, imports = [], dict(library.imports)
    for name in sorted(lacking):
        text, (module, member) = _LACKING[name]
        uses = frozenset((member,))
        own.append(Definition(frozenset((name,)), uses, frozenset(), text, False))
        del imports[name]
        imports[member] = (module, member)
    return replace(library, definitions=(*own, *library.definitions), imports=imports)
