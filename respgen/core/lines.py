"""Items as lines of JSON: one text each, and nothing around them (NDJSON, RFC 7464).

Goes in: items, and what makes JSON of one. Comes out: the bytes of the body.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from respgen.core.grammar import wrong_type

Line = TypeVar("Line")


def is_lone(content: object) -> bool:
    """Whether what should have items is one itself: a text, a mapping."""
    return isinstance(content, str | bytes | bytearray | memoryview | Mapping)


def json_line(
    item: Line, encode: Callable[[Line], bytes], before: bytes = b""
) -> bytes:
    """One JSON text and LF; RFC 7464 has RS `before` it."""
    return b"%b%b\n" % (before, encode(item))


def json_lines(
    items: Iterable[Line], encode: Callable[[Line], bytes], before: bytes = b""
) -> bytes:
    """The line of each item. Raises TypeError for what is one item itself: a text, a mapping."""
    if is_lone(items):
        raise wrong_type("content", "Iterable of items", items)
    lines = list(map(encode, items))
    return b"%b%b\n" % (before, (b"\n" + before).join(lines)) if lines else b""
