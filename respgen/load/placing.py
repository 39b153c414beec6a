"""Places in a TOML file that tomllib has read, or could not read.

Goes in: the bytes and a path of keys. Comes out: a span, or the mistakes of the file.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable

from respgen.diagnostics import Problems, Span
from respgen.load.source import Halt, SchemaText, decode, is_merged
from respgen.load.toml import read_toml
from respgen.load.tree import Mapping, Node, Sequence
from respgen.rules import r0


def note_syntax(name: str, data: bytes, problems: Problems) -> None:
    """Note why `data` is no TOML."""
    before = len(problems)
    source = decode(name, data, problems)
    try:
        if source and is_merged(source, divided=False):
            read_toml(source)
    except Halt:
        return
    if len(problems) == before:
        advice = "run another TOML parser on it, which may say more"
        problems.add(r0.SYNTAX, Span.start(name), "not valid TOML", advice)


def located(name: str, data: bytes) -> Node | None:
    """The tree of a good TOML file; None where it is beyond the limits of a schema."""
    text = data.removeprefix(BOM_UTF8).decode()
    try:
        return read_toml(SchemaText.of(name, text, Problems()))
    except Halt:
        return None


def place(
    root: Node | None, name: str, path: Iterable[str | int], *, key: bool
) -> Span:
    """Where the value at `path` stands, or its key; the nearest above it where it is absent."""
    if root is None:
        return Span.start(name)
    node, key_span = root, root.span
    for step in path:
        if isinstance(node, Mapping) and (entry := node.entry(str(step))):
            node, key_span = entry.value, entry.key_span
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
            key_span = node.span
    return key_span if key else node.span
