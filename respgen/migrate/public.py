"""The names that the files of a program import from one another.

Goes in: the files as bytes. Comes out: for each module the names that others take from it. Files are not
parsed for this: a name too many only keeps an import that nobody needs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from respgen.source.bindings import imported_from
from respgen.source.program.units import Units

_IMPORT = re.compile(
    rb"^[ \t]*from[ \t]+(?P<module>[.\w]+)[ \t]+import[ \t]*(?P<names>\([^)]*\)|[^\n(]*)",
    re.MULTILINE,
)
_NAME = re.compile(r"\w+")


def public(
    units: Units, data: Callable[[str], bytes | None]
) -> Mapping[str, frozenset[str]]:
    """By the names of modules."""
    found: dict[str, set[str]] = {}
    for file in units.files:
        for module, names in _imports(data(file) or b"", file.rpartition("/")[0]):
            found.setdefault(units.home(module, file), set()).update(names)
    return {module: frozenset(names) for module, names in found.items()}


def _imports(data: bytes, folder: str) -> Iterator[tuple[str, list[str]]]:
    package = folder.replace("/", ".")
    for each in _IMPORT.finditer(data):
        written = each["module"].decode("utf-8", "replace")
        module = written.lstrip(".")
        home = imported_from(module, len(written) - len(module), package)
        yield home, _NAME.findall(each["names"].decode("utf-8", "replace"))
