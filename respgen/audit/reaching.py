"""Files that say nothing of responses, and call what makes them: `return Created(book)`.

Goes in: the files that may do something. Come out: those that name a function or a class of theirs.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Set
from contextlib import suppress

from respgen.audit.looking import HINTS
from respgen.files import contents
from respgen.source.files import SourceFile, Sources

_WORD = re.compile(rb"\w+")
_DEFINED = re.compile(rb"^[ \t]*(?:class|(?:async[ \t]+)?def)[ \t]+(\w+)", re.M)
_CLASS = re.compile(rb"^[ \t]*class[ \t]+(\w+)[ \t]*\(([^)]*)\)", re.M)
_ALIAS = re.compile(rb"\b(\w+)[ \t]+as[ \t]+(\w+)")


def callers(sources: Sources, near: Collection[str]) -> Iterator[str]:
    """The names of those that may call what is defined in these, and are none of them.

    A file that the system does not give is left out.
    """
    judged = {each.name: each for each in sources.files if each.judged}
    texts = [_text(judged[name]) for name in near]
    names = {name for text in texts for name in _makers(text)}
    far = judged.keys() - near if names else ()
    left = {name: _text(judged[name]) for name in sorted(far)}
    while True:
        while more := {n for text in texts for n in _others(text, names)} - names:
            names |= more
        found = [f for f, t in left.items() if not names.isdisjoint(_WORD.findall(t))]
        if not found:
            return
        yield from found
        texts += map(left.pop, found)


def _text(file: SourceFile) -> bytes:
    with suppress(OSError):
        return contents(file.path)
    return b""


def _makers(text: bytes) -> Iterator[bytes]:
    """The names of what has a hint in it, up to the next definition."""
    found = [*_DEFINED.finditer(text)]
    ends = (*(each.start() for each in found[1:]), len(text))
    for each, end in zip(found, ends, strict=False):  # none where nothing is defined
        inside = text[each.start() : end]
        if not each[1].startswith(b"__") and any(hint in inside for hint in HINTS):
            yield each[1]


def _others(text: bytes, names: Set[bytes]) -> Iterator[bytes]:
    """Classes below those of some names, and what these are imported as."""
    for each in _CLASS.finditer(text):
        if not names.isdisjoint(_WORD.findall(each[2])):
            yield each[1]
    yield from (alias for name, alias in _ALIAS.findall(text) if name in names)
