"""Files into located trees: one reader per format, one shape for all.

Goes in: the path of a schema. Comes out: its lines and its tree, or diagnostics and None.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from respgen import files
from respgen.diagnostics import Problems
from respgen.load.json import read_json
from respgen.load.source import SIZE, Halt, SchemaText, decode, is_merged, lines
from respgen.load.source import Lines as Lines
from respgen.load.source import display_lines as display_lines  # for the reporters
from respgen.load.toml import read_toml
from respgen.load.tree import Mapping, Node, Scalar, SchemaFile
from respgen.load.yaml import read_yaml
from respgen.load.yaml_places import without_space
from respgen.rules import r0

READERS: dict[str, Callable[[SchemaText], Node]] = {
    ".yaml": read_yaml,
    ".yml": read_yaml,
    ".json": read_json,
    ".toml": read_toml,
}


class Unreadable(Exception):  # noqa: N818 # what is caught, in one word
    """A file that cannot be opened or read, by the name that diagnostics call it, and the reason."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"cannot read {name}: {reason}")
        self.name, self.reason = name, reason


def read(path: Path, name: str, problems: Problems) -> SchemaFile | None:
    """Read one schema file; None where mistakes in `problems` leave no tree.

    `name` is what diagnostics print. A tree may come along with mistakes, so that more are found.
    Raises Unreadable.
    """
    return parse(contents(path, name), name, problems)


def contents(path: Path, name: str) -> bytes:
    """The bytes of a file, no more than tell that it is too large. Raises Unreadable."""
    try:
        return files.contents(path, SIZE + 1)
    except OSError as error:
        raise Unreadable(name, error.strerror or str(error)) from error


def parse(data: bytes, name: str, problems: Problems) -> SchemaFile | None:
    """The schema in `data`; the suffix of `name` says in which format."""
    path = PurePosixPath(name)
    source = decode(name, data, problems)
    suffix = path.suffix.lower()
    if source is None or not is_merged(source, divided=suffix != ".toml"):
        return None
    root = _root(source, READERS[suffix])
    if root is None:
        return None
    return SchemaFile(name, path.stem, lines(source.text), root)


def foreign(data: bytes, name: str, problems: Problems) -> Node | None:
    """The tree of YAML or JSON that is no schema of ours; None after a mistake."""
    source = decode(name, data, problems)
    if source is None:
        return None
    try:
        if PurePosixPath(name).suffix.lower() == ".json":
            return read_json(source)
        return read_yaml(source, numbers=True)
    except Halt:
        return None


def _root(source: SchemaText, reader: Callable[[SchemaText], Node]) -> Mapping | None:
    try:
        root = reader(source)
    except Halt:
        return None
    if isinstance(root, Mapping):
        return root
    message = "a schema is a mapping of keys to values"
    text = root.value if isinstance(root, Scalar) else None
    glued = without_space(text) if isinstance(text, str) else ""
    begin = "respgen: 1, and keys and values below it"
    if source.name.endswith(".json"):
        begin = '{"respgen": 1, "responses": {}}'
    advice = glued or f"begin with {begin}"
    source.note(r0.WRONG_TYPE, root.span, message, advice)
    return None
