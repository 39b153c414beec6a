"""[tool.respgen] of a pyproject.toml, as one value.

Goes in: the root of a project. Comes out: a Project, or diagnostics of what is wrong in
pyproject.toml. tomllib reads it; the located reader brings PyYAML and waits for a mistake.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from respgen.diagnostics import KeyPath, Problems, nearest
from respgen.project.contract import TABLE as CONTRACT
from respgen.project.contract import Allowed, contract
from respgen.project.first_party import FirstParty, first_party
from respgen.project.formatters import formatters
from respgen.project.header import fault
from respgen.project.keys import Keys
from respgen.project.mistakes import FILE, note_all
from respgen.project.paths import is_package, lies_in, within
from respgen.project.pyproject import NoProject, contents, document, table
from respgen.project.python import DEFAULT, PYTHONS, Python, advice, oldest
from respgen.project.ruff import target_of
from respgen.project.sources import SOURCE, SourceSettings, source_settings
from respgen.project.style import Style
from respgen.project.tables import Table
from respgen.project.workspace import TABLE
from respgen.vocabulary.targets import TARGETS

SUFFIXES = (".json", ".toml", ".yaml", ".yml")
"""Of a schema file: what `load` has readers for."""

_TARGETS = {name: name for name in TARGETS}
_OTHERS = frozenset({".git", ".respgen_cache"})
"""Folders whose contents are others' business."""
_KEYS = (
    "schemas",
    "output",
    "target",
    "python",
    "header",
    "templates",
    "select",
    "ignore",
)
_Choice = TypeVar("_Choice")


@dataclass(frozen=True, slots=True)
class Project:
    """Where a project's schemas are and what becomes of them.

    `schemas` are the files to read, sorted, `sources` what the setting names; paths are absolute.

    `black` and `ruff` are the settings of the formatters as they are; `style` is what they ask for.
    `header` are comments for the top of each file. `first_party` says which
    modules are its own, `contract` what tests allow that no class declares, `source` which
    Python an audit reads.
    """

    root: Path
    schemas: tuple[Path, ...]
    output: Path
    sources: tuple[Path, ...] = field(default=(), compare=False)
    target: str = "fastapi"
    python: Python = DEFAULT
    templates: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    header: tuple[str, ...] = ()
    black: Table | None = None
    ruff: tuple[Table, ...] = ()
    style: Style = field(default_factory=Style)
    first_party: FirstParty = field(default_factory=FirstParty)
    contract: tuple[Allowed, ...] = ()
    source: SourceSettings = field(default_factory=SourceSettings)

    def name(self, path: Path) -> str:
        """What diagnostics call a file: relative to the root, with forward slashes."""
        return Path(os.path.relpath(path, self.root)).as_posix()


def read(
    root: Path, problems: Problems, *, compiled: bool = True, begun: bool = True
) -> Project | None:
    """The project whose pyproject.toml is in `root`; None where `problems` leave none.

    A wrong setting counts as silent, so that more mistakes are found. Raises NoProject for a
    missing folder of schemas or templates. What is not to be `compiled` needs neither, and has
    no settings of formatters; what has not `begun` may lack schemas.
    """
    data = contents(root / FILE) or b""
    tables = document(data)
    if tables is None:
        from respgen.load.placing import note_syntax

        note_syntax(FILE, data, problems)
        return None
    settings = _Settings(root, tables, begun)
    try:
        return settings.project() if compiled else settings.uncompiled()
    except NoProject:
        if settings.mistakes:
            return None
        raise
    finally:
        if settings.mistakes:
            note_all(root, settings.mistakes, problems)


class _Settings(Keys):
    """Reads the keys; a wrong one is noted and counts as silent."""

    def __init__(self, root: Path, tables: Mapping[str, Any], begun: bool) -> None:
        super().__init__(root, table(tables, "tool", "respgen"))
        self._begun = begun
        self._requires = table(tables, "project").get("requires-python")
        if not isinstance(table(tables, "tool").get("respgen", {}), dict):
            message = "respgen must be a table of settings"
            self.wrong((), message, "write [tool.respgen], and the settings below it")

    def uncompiled(self) -> Project:
        """As far as it says something about people's Python."""
        self._judge_keys()
        return Project(
            root=self.root,
            schemas=(),
            output=self._output([path for _, path in self._sources()]),
            select=self.codes("select"),
            ignore=self.codes("ignore"),
            source=source_settings(self.root, self.table, self.mistakes, used=True),
        )

    def _judge_keys(self) -> None:
        self.only((*_KEYS, TABLE, CONTRACT, SOURCE))

    def project(self) -> Project:
        """Raises NoProject where a folder is missing, once every key was looked at."""
        self._judge_keys()
        target = self._choice("target", _TARGETS, "fastapi")
        select, ignore = self.codes("select"), self.codes("ignore")
        sources = list(self._sources())
        output = self._output([path for _, path in sources])
        found = formatters(output, ignore, self.mistakes)
        schemas = {file for source in sources for file in self._files(*source)}
        return Project(
            root=self.root,
            target=target,
            python=self._python(found.ruff),
            header=tuple(self._header()),
            select=select,
            ignore=ignore,
            black=found.black,
            ruff=found.ruff,
            style=found.style,
            output=output,
            templates=self._templates(),
            schemas=tuple(sorted(schemas)),
            sources=tuple(path for _, path in sources),
            first_party=first_party(found.ruff, self.root),
            contract=contract(
                self.table,
                lambda found: self.mistakes.append((self.root / FILE, found)),
            ),
            source=source_settings(self.root, self.table, self.mistakes, used=False),
        )

    def _choice(self, key: str, known: Mapping[str, _Choice], default: str) -> _Choice:
        value = self.table.get(key, default)
        if isinstance(value, str) and value in known:
            return known[value]
        advice = nearest(str(value), known) or f"write one of {', '.join(known)}"
        self.wrong((key,), f"unknown {key} {value!r}", advice)
        return known[default]

    def _python(self, ruff: tuple[Table, ...]) -> Python:
        """The oldest Python to write for: as set, else as the project or its linter has it."""
        if "python" not in self.table:
            return oldest(self._requires) or oldest(target_of(ruff)) or DEFAULT
        value = self.table["python"]
        if isinstance(value, str) and value in PYTHONS:
            return PYTHONS[value]
        self.wrong(("python",), f"python: unknown version {value!r}", advice(value))
        return DEFAULT

    def _header(self) -> Iterator[str]:
        for place, line in self.texts("header"):
            if wrong := fault(line):
                self.wrong(place, *wrong)
            else:
                yield line

    def _sources(self) -> Iterator[tuple[KeyPath, Path]]:
        """The folders and files that `schemas` names."""
        value = self.table.get("schemas", "schemas")
        whole = [(("schemas",), value)] if isinstance(value, str) else None
        if value == []:
            message = "schemas names neither a folder nor a file"
            self.wrong(("schemas",), message, 'write "schemas", or another folder')
        for place, text in whole or self.texts("schemas"):
            if path := self.path(place, text):
                yield place, path

    def _output(self, sources: Iterable[Path]) -> Path:
        place = ("output",)
        output = self.path(place, self.table.get("output", "generated"))
        if output is None:
            return self.root / "generated"
        steps = within(output, self.root)
        if self.root.is_relative_to(output):
            advice = 'write a name such as "generated"'
            self.wrong(place, "the output must be a folder of its own", advice)
        elif ".." in steps or not output.is_relative_to(self.root):
            advice = f"name a folder below that of this {FILE}"
            self.wrong(place, "the output must lie inside of the project", advice)
        elif inner := _OTHERS & {part.lower() for part in (*output.parts, *steps)}:
            advice = 'write a name such as "generated"'
            self.wrong(place, f"the output must not lie in {min(inner)}", advice)
        elif not is_package(output.name):
            message = f"{output.name!r} is not a valid name for a Python package"
            self.wrong(place, message, 'write a name such as "generated"')
        elif any(lies_in(output, source) for source in sources):
            message = "the output must not lie inside the schemas"
            self.wrong(place, message, 'write a name such as "generated"')
        return output

    def _templates(self) -> Path | None:
        if "templates" not in self.table:
            return None
        folder = self.path(("templates",), self.table["templates"])
        if folder is not None and not os.path.isdir(folder):
            raise NoProject(f"the templates folder {folder} is missing")
        return folder

    def _files(self, place: KeyPath, source: Path) -> Iterator[Path]:
        if os.path.isdir(source):  # unlike Path.is_dir(), says no where it may not look
            found = list(_schemas(source))
            if not found and self._begun:
                self._no_schema(place, source)
            yield from found
        elif not os.path.lexists(source) and not self._begun:
            return
        elif not os.path.lexists(source):
            message = f"the schemas folder {source} is missing"
            raise NoProject(f"{message}; `respgen init` makes one")
        elif source.suffix.lower() in SUFFIXES:
            yield source
        else:
            message = f"{source.name!r} is not a schema file"
            self.wrong(place, message, f"a schema ends in {', '.join(SUFFIXES)}")

    def _no_schema(self, place: KeyPath, source: Path) -> None:
        """A wrong path, or a checkout of parts: an empty package is what nobody means."""
        below = [f for f in source.iterdir() if f.is_dir() and f.name[:1] != "."]
        filled = sorted(self._name(f) for f in below if list(_schemas(f)))
        advice = f"put one there, such as {self._name(source / 'api.yaml')}"
        if filled:
            listed = ", ".join(f'"{name}"' for name in filled)
            advice = f"sub-folders are listed by themselves: schemas = [{listed}]"
        message = f"there is no schema in {self._name(source)}"
        self.wrong(place, message, advice, key="schemas" not in self.table)

    def _name(self, path: Path) -> str:
        return Path(os.path.relpath(path, self.root)).as_posix()


def _schemas(folder: Path) -> Iterator[Path]:
    """What stands directly in a folder and is no dot-file."""
    try:
        found = list(folder.iterdir())
    except OSError as error:
        raise NoProject(f"cannot read {folder}: {error.strerror}") from error
    for path in found:
        hidden = path.name.startswith(".")
        if path.suffix.lower() in SUFFIXES and not hidden and not os.path.isdir(path):
            yield path
