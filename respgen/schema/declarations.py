"""Schema files -> declarations: what each says, every value with its places.

What has the wrong shape is reported and left out, so that one run finds the mistakes in the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast, get_args

from respgen import files, resources
from respgen.decoder.keys import KeysOf
from respgen.decoder.plain import kind
from respgen.decoder.reading import Reading, kind_of
from respgen.diagnostics import Problems, Span, nearest
from respgen.load import parse
from respgen.load.tree import Entry, Scalar, SchemaFile
from respgen.load.tree import Mapping as Tree
from respgen.located import Located
from respgen.rules import r0
from respgen.schema.cookie_keys import Preset
from respgen.schema.header_keys import ParameterKeys
from respgen.schema.headers import ProfileKeys
from respgen.schema.module_keys import VERSION, ModuleKeys
from respgen.schema.problem_keys import ProblemKeys, ProblemsKeys
from respgen.schema.response_keys import ResponseKeys
from respgen.schema.stems import named

Section: TypeAlias = Literal["headers", "cookies", "responses", "problems"]
"""The top-level mappings of named entries."""

_SECTIONS: tuple[Section, ...] = get_args(Section)
_SHAPE = KeysOf(ModuleKeys)
_FOREIGN = {
    "openapi": "an OpenAPI document",
    "swagger": "a Swagger document",
    "asyncapi": "an AsyncAPI document",
}
"""The keys that tell the documents of other tools."""
_HOMES = (ModuleKeys, ResponseKeys, Preset, ParameterKeys, ProblemKeys)


@dataclass(frozen=True, slots=True)
class SchemaModule:
    """One schema file's declarations.

    `declared` are the names in each section, malformed entries included; `unreadable` are sections
    that are no mapping, and all of a file in another version of the language.
    """

    name: str
    path: str
    keys: ModuleKeys
    declared: Mapping[Section, frozenset[str]]
    unreadable: frozenset[Section]

    @property
    def uses(self) -> dict[str, Span]:
        """The modules that it uses, each with its first place."""
        found: dict[str, Span] = {}
        for each in self.keys.uses.value:
            found.setdefault(each.value, each.span)
        return found

    @property
    def problems(self) -> Mapping[str, Located[ProblemKeys]]:
        """Its problems, by their names."""
        written = self.keys.problems
        return written.value.entries if written else {}

    def present(self, section: Section) -> Set[str]:
        """The names in a section that are well-formed."""
        if section == "problems":
            return self.problems.keys()
        return getattr(self.keys, section).value.keys()  # type: ignore[no-any-return]  # a mapping each


def declare(read: Sequence[SchemaFile], problems: Problems) -> tuple[SchemaModule, ...]:
    """Read what each file says. What is wrong becomes a diagnostic, never an exception."""
    return tuple(_module(file, problems) for file in named(read, problems))


def ready_profiles(problems: Problems) -> Mapping[str, Located[ProfileKeys]]:
    """The header profiles of ours that any schema may use, by their names."""
    path = resources.profiles()
    tree = parse(files.contents(path), path.name, problems)
    modules = declare([tree] if tree else [], problems)
    return modules[0].keys.headers.value


def _module(file: SchemaFile, problems: Problems) -> SchemaModule:
    speaks = _speaks(file.root, problems)
    reading = Reading(_HOMES)
    keys = _keys(_entries(file) if speaks else (), file.root.span, reading)
    problems.extend(reading.notes)
    nodes = {section: file.root.entry(section) for section in _SECTIONS}
    return SchemaModule(
        name=file.module,
        path=file.path,
        keys=keys,
        declared={section: _names(section, entry) for section, entry in nodes.items()},
        unreadable=frozenset(
            section
            for section, entry in nodes.items()
            if not speaks or (entry and not isinstance(entry.value, Tree))
        ),
    )


def _names(section: Section, entry: Entry | None) -> frozenset[str]:
    below = entry.value if entry else None
    entries = below.entries if isinstance(below, Tree) else ()
    # what all problems share is no problem
    shared = ProblemsKeys.rows if section == "problems" else {}
    return frozenset(each.key for each in entries if each.key not in shared)


def _keys(entries: tuple[Entry, ...], span: Span, reading: Reading) -> ModuleKeys:
    version = Entry("respgen", span, Scalar(VERSION, span))
    root = Entry("", span, Tree((version, *entries), span))
    # the one key that is required is there
    return cast("Located[ModuleKeys]", _SHAPE.read(root, reading)).value


def _entries(file: SchemaFile) -> tuple[Entry, ...]:
    """What the file says in the language, its version aside."""
    # JSON has no comments: an editor finds the schema's schema by this key
    skipped = {"respgen", "$schema"} if file.path.endswith(".json") else {"respgen"}
    return tuple(entry for entry in file.root if entry.key not in skipped)


def _speaks(root: Tree, problems: Problems) -> bool:
    """Whether the file may be read as version 1: it says so, or its saying is malformed."""
    entry = root.entry("respgen")
    if entry is None:
        foreign = _foreign(root, problems)
        if not foreign:
            _missing_version(root, problems)
        return not foreign
    version, span = entry.value, entry.value.span
    if not isinstance(version, Scalar) or kind(version) is not int:
        message = f"expected {VERSION}, found {kind_of(version)}"
        quotes = isinstance(version, Scalar) and version.value == str(VERSION)
        advice = f"respgen: {VERSION}{', without quotes' if quotes else ''}"
        problems.add(r0.WRONG_TYPE, span, message, advice)
        return True
    if version.value != VERSION:
        message = f"unknown schema language version {version.value}"
        problems.add(r0.VERSION, span, message, f"respgen: {VERSION}")
    return version.value == VERSION


def _foreign(root: Tree, problems: Problems) -> bool:
    """Whether the file is a document of another tool, which is noted once."""
    found = next((each for each in root if each.key in _FOREIGN), None)
    if found is None or root.entry("responses"):
        return False
    message = f"this is {_FOREIGN[found.key]}, not a schema file of respgen"
    advice = "leave it out of schemas, and write the responses in a file of their own"
    problems.add(r0.VERSION, found.key_span, message, advice)
    return True


def _missing_version(root: Tree, problems: Problems) -> None:
    """Note that a file does not say its version, unless it misspells the key."""
    known = ModuleKeys.rows
    if not any(
        entry.key in ModuleKeys.versions
        or nearest(entry.key, known) == nearest("respgen", known)
        for entry in root
    ):
        start = Span.start(root.span.file)
        problems.add(r0.MISSING_KEY, start, "missing key 'respgen'", "respgen: 1")
