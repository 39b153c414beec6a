"""Schema files -> declarations: what each says, validated, with the tree it was said in.

What has the wrong shape is reported and left out, so that one run finds the mistakes in the rest.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pydantic import ValidationError

from respgen.diagnostics import Problems, Span
from respgen.load.tree import Entry, Mapping, Plain, Scalar, SchemaFile, plain
from respgen.rules import r0
from respgen.schema import models
from respgen.schema.errors import found, missing_version, report
from respgen.schema.places import Path
from respgen.schema.prune import holders, pruned
from respgen.schema.stems import named

VERSION = 1

Section: TypeAlias = Literal["headers", "cookies", "responses"]
"""The top-level mappings of named entries."""


@dataclass(frozen=True, slots=True)
class Module:
    """One schema file's declarations.

    `keys` are the validated words and `node` the tree they were read from, entry for entry. `root`
    is the tree as written: a name that stands there but not in `node` is declared, though not
    well. `damaged` are the paths of entries that lack what was malformed in them, the empty path
    that of a file in another version of the language.
    """

    name: str
    path: str
    keys: models.Module
    node: Mapping
    root: Mapping
    damaged: frozenset[Path]

    def section(self, key: str) -> tuple[Entry, ...]:
        """The entries of a top-level mapping, in the order written."""
        return section(self.node, key)

    def present(self, key: Section) -> Set[str]:
        """The names in a top-level mapping that are well-formed."""
        return getattr(self.keys, key).keys()  # type: ignore[no-any-return]  # a mapping each

    def readable(self, key: Section) -> bool:
        """Whether a top-level mapping is one, where it is there."""
        entry = self.root.entry(key)
        refused = () in self.damaged
        return not refused and (entry is None or isinstance(entry.value, Mapping))

    def whole(self, key: Section, name: str) -> bool:
        """Whether nothing is left out of an entry."""
        return (key, name) not in self.damaged

    def declared(self, key: str) -> frozenset[str]:
        """The names in a top-level mapping, malformed ones included."""
        return frozenset(entry.key for entry in section(self.root, key))


def section(node: Mapping, key: str) -> tuple[Entry, ...]:
    """The entries of a mapping below `key`; none where it is silent."""
    below = node.entry(key)
    inside = below.value if below else None
    return inside.entries if isinstance(inside, Mapping) else ()


def declare(files: Sequence[SchemaFile], problems: Problems) -> tuple[Module, ...]:
    """Validate the shape of each file. What is wrong becomes a diagnostic, never an exception."""
    return tuple(_module(file, problems) for file in named(files, problems))


def _module(file: SchemaFile, problems: Problems) -> Module:
    speaks = _speaks(file.root, problems)
    node = _read(file) if speaks else Mapping((), file.root.span)
    damaged: set[Path] = set() if speaks else {()}
    gone: set[Span] = set()
    while True:
        try:
            plainly = {**_texts(node), "respgen": VERSION}
            keys = models.Module.model_validate(plainly)
        except ValidationError as error:
            paths = report(error, node, models.Module, gone, problems)
            damaged |= {path[:2] for path in paths}
            gone |= holders(node, paths)
            node = pruned(node, paths)
        else:
            name, path = file.module, file.path
            return Module(name, path, keys, node, file.root, frozenset(damaged))


def _texts(node: Mapping) -> dict[str, Plain]:
    return {entry.key: plain(entry.value) for entry in node}


def _read(file: SchemaFile) -> Mapping:
    """The tree without what is not the language's own."""
    # JSON has no comments: an editor finds the schema's schema by this key
    skipped = {"respgen", "$schema"} if file.path.endswith(".json") else {"respgen"}
    entries = tuple(entry for entry in file.root if entry.key not in skipped)
    return Mapping(entries, file.root.span)


def _speaks(root: Mapping, problems: Problems) -> bool:
    """Whether the file may be read as version 1: it says so, or its saying is malformed."""
    entry = root.entry("respgen")
    if entry is None:
        missing_version(root, problems)
        return True
    version, span = entry.value, entry.value.span
    if not isinstance(version, Scalar) or type(version.value) is not int:
        message = f"expected {VERSION}, found {found(version)}"
        problems.add(r0.WRONG_TYPE, span, message, f"respgen: {VERSION}")
        return True
    if version.value != VERSION:
        message = f"unknown version {version.value} of the schema language"
        problems.add(r0.VERSION, span, message, f"respgen: {VERSION}")
    return version.value == VERSION
