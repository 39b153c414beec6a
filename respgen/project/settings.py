"""[tool.respgen] of a pyproject.toml, as one value.

Goes in: the root of a project. Comes out: a Project, or diagnostics of what is wrong in
pyproject.toml. tomllib reads it; the located reader brings PyYAML and waits for a mistake.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from keyword import iskeyword
from pathlib import Path
from typing import Any, Literal, TypeAlias, TypeVar, get_args

from respgen.diagnostics import Finding, KeyPath, Problems, nearest
from respgen.project.black import mistakes
from respgen.project.mistakes import FILE, mistake, note
from respgen.project.pyproject import NoProject, contents, document, table
from respgen.project.workspace import TABLE
from respgen.rules.codes import may_be_ignored, named, near
from respgen.vocabulary.targets import TARGETS

Python: TypeAlias = Literal["3.11", "3.12", "3.13", "3.14"]

SUFFIXES = (".json", ".toml", ".yaml", ".yml")
"""Of a schema file: what `load` has readers for."""

_TARGETS = {name: name for name in TARGETS}
_PYTHONS: dict[str, Python] = {name: name for name in get_args(Python)}
_KEYS = ("schemas", "output", "target", "python", "templates", "select", "ignore")
_OTHERS = frozenset({".git", ".respgen_cache"})
"""Folders whose contents are others' business."""
_Choice = TypeVar("_Choice")


@dataclass(frozen=True, slots=True)
class Project:
    """Where a project's schemas are and what becomes of them.

    `schemas` are the files to read, sorted; paths are absolute. `black` is [tool.black] as it is;
    `sources` are the folders, from the root, where ruff looks for the project's own modules.
    """

    root: Path
    schemas: tuple[Path, ...]
    output: Path
    target: str = "fastapi"
    python: Python = "3.11"
    templates: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    black: Mapping[str, object] = field(default_factory=dict)
    sources: tuple[str, ...] = (".", "src")

    def name(self, path: Path) -> str:
        """What diagnostics call a file: relative to the root, with forward slashes."""
        return Path(os.path.relpath(path, self.root)).as_posix()


def read(root: Path, problems: Problems) -> Project | None:
    """The project whose pyproject.toml is in `root`; None where `problems` leave none.

    A wrong setting counts as silent, so that more mistakes are found. Raises NoProject for a
    missing folder of schemas or templates.
    """
    data = contents(root / FILE) or b""
    tables = document(data)
    if tables is None:
        from respgen.load.placing import note_syntax

        note_syntax(FILE, data, problems)
        return None
    settings = _Settings(root, tables)
    try:
        return settings.project()
    except NoProject:
        if settings.mistakes:
            return None
        raise
    finally:
        if settings.mistakes:
            note(settings.mistakes, data, problems)


class _Settings:
    """Reads the keys; a wrong one is noted and counts as silent."""

    def __init__(self, root: Path, tables: Mapping[str, Any]) -> None:
        tool = table(tables, "tool")
        self._root = root
        self._table = table(tool, "respgen")
        self._black = table(tool, "black")
        self._ruff = table(tool, "ruff")
        self.mistakes: list[Finding] = []
        for name in ("respgen", "black"):
            if not isinstance(tool.get(name, {}), dict):
                message = f"{name} must be a table of settings"
                advice = f"write [tool.{name}], and the settings below it"
                self.mistakes.append(mistake(message, advice, ("tool", name)))
        self.mistakes.extend(mistakes(self._black))

    def project(self) -> Project:
        """Raises NoProject where a folder is missing, once every key was looked at."""
        keys = (*_KEYS, TABLE)
        for key in self._table.keys() - {*keys}:
            advice = nearest(key, keys) or f"write one of {', '.join(keys)}"
            self._wrong((key,), f"unknown key {key!r}", advice, key=True)
        target = self._choice("target", _TARGETS, "fastapi")
        python = self._choice("python", _PYTHONS, "3.11")
        select, ignore = self._codes("select"), self._codes("ignore")
        sources = list(self._sources())
        output = self._output([path for _, path in sources])
        schemas = {file for source in sources for file in self._files(*source)}
        return Project(
            root=self._root,
            target=target,
            python=python,
            select=select,
            ignore=ignore,
            black=self._black,
            output=output,
            templates=self._templates(),
            schemas=tuple(sorted(schemas)),
            sources=self._first_party(),
        )

    def _first_party(self) -> tuple[str, ...]:
        """What ruff calls src; without a usable one, its own default."""
        written = self._ruff.get("src")
        texts = written if isinstance(written, list) else (".", "src")
        return tuple(each for each in texts if isinstance(each, str))

    def _choice(self, key: str, known: Mapping[str, _Choice], default: str) -> _Choice:
        value = self._table.get(key, default)
        if isinstance(value, str) and value in known:
            return known[value]
        advice = nearest(str(value), known) or f"one of {', '.join(known)}"
        advice = f'quote it: "{value}"' if str(value) in known else advice
        self._wrong((key,), f"unknown {key} {value!r}", advice)
        return known[default]

    def _codes(self, key: str) -> tuple[str, ...]:
        found = self._texts(key)
        return tuple(code for place, code in found if self._is_code(place, code))

    def _is_code(self, place: KeyPath, code: str) -> bool:
        """Whether it names rules; in `ignore`, one that can be ignored."""
        if not named(code):
            self._wrong(place, f"there is no rule {code!r}", near(code))
        elif "ignore" in place and not may_be_ignored(code):
            self._wrong(place, f"{code} cannot be ignored", f"remove {code}")
        else:
            return True
        return False

    def _texts(self, key: str) -> Iterator[tuple[KeyPath, str]]:
        """The texts of a list, each with its place."""
        value = self._table.get(key, [])
        if not isinstance(value, list):
            self._wrong(
                (key,), f"{key} must be a list of strings", f'write ["{value}"]'
            )
            return
        for index, item in enumerate(value):
            if isinstance(item, str):
                yield (key, index), item
            else:
                self._wrong((key, index), f"{item} is not a string", f'write "{item}"')

    def _sources(self) -> Iterator[tuple[KeyPath, Path]]:
        """The folders and files that `schemas` names."""
        value = self._table.get("schemas", "schemas")
        whole = [(("schemas",), value)] if isinstance(value, str) else None
        if value == []:
            message = "schemas names neither a folder nor a file"
            self._wrong(("schemas",), message, 'write "schemas", or another folder')
        for place, text in whole or self._texts("schemas"):
            if path := self._path(place, text):
                yield place, path

    def _path(self, place: KeyPath, text: object) -> Path | None:
        if isinstance(text, str) and _is_relative(text):
            return Path(os.path.normpath(self._root / text))
        advice = f'write a path such as "{place[0]}"'
        self._wrong(place, f"{text!r} is not a path relative to {FILE}", advice)
        return None

    def _output(self, sources: Iterable[Path]) -> Path:
        place = ("output",)
        output = self._path(place, self._table.get("output", "generated"))
        if output is None:
            return self._root / "generated"
        if self._root.is_relative_to(output):
            advice = 'for example "generated"'
            self._wrong(place, "the output must be a folder of its own", advice)
        elif not output.is_relative_to(self._root):
            advice = f"name a folder below that of this {FILE}"
            self._wrong(place, "the output must lie inside of the project", advice)
        elif inner := _OTHERS & {part.lower() for part in output.parts}:
            advice = 'for example "generated"'
            self._wrong(place, f"the output must not lie in {min(inner)}", advice)
        elif not _is_package(output.name):
            message = f"{output.name!r} is not a valid name for a Python package"
            self._wrong(place, message, 'for example "generated"')
        elif any(_lies_in(output, source) for source in sources):
            message = "the output must not lie inside the schemas"
            self._wrong(place, message, 'for example "generated"')
        return output

    def _templates(self) -> Path | None:
        if "templates" not in self._table:
            return None
        folder = self._path(("templates",), self._table["templates"])
        if folder is not None and not os.path.isdir(folder):
            raise NoProject(f"the templates folder {folder} is missing")
        return folder

    def _files(self, place: KeyPath, source: Path) -> Iterator[Path]:
        if os.path.isdir(source):  # unlike Path.is_dir(), says no where it may not look
            found = list(_schemas(source))
            if not found:
                self._no_schema(place, source)
            yield from found
        elif not os.path.lexists(source):
            message = f"the schemas folder {source} is missing"
            raise NoProject(f"{message}; `respgen init` makes one")
        elif source.suffix.lower() in SUFFIXES:
            yield source
        else:
            message = f"{source.name!r} is not a schema file"
            self._wrong(place, message, f"a schema ends in {', '.join(SUFFIXES)}")

    def _no_schema(self, place: KeyPath, source: Path) -> None:
        """A wrong path, or a checkout of parts: an empty package is what nobody means."""
        below = [f for f in source.iterdir() if f.is_dir() and f.name[:1] != "."]
        filled = sorted(self._name(f) for f in below if list(_schemas(f)))
        advice = f"put one there, such as {self._name(source / 'api.yaml')}"
        if filled:
            listed = ", ".join(f'"{name}"' for name in filled)
            advice = f"sub-folders are listed by themselves: schemas = [{listed}]"
        message = f"there is no schema in {self._name(source)}"
        self._wrong(place, message, advice, key="schemas" not in self._table)

    def _name(self, path: Path) -> str:
        return Path(os.path.relpath(path, self._root)).as_posix()

    def _wrong(
        self, place: KeyPath, message: str, advice: str, *, key: bool = False
    ) -> None:
        whole = ("tool", "respgen", *place)
        self.mistakes.append(mistake(message, advice, whole, key))


def _is_package(name: str) -> bool:
    return name.isascii() and name.isidentifier() and not iskeyword(name)


def _is_relative(path: str) -> bool:
    return path != "" and "\0" not in path and not os.path.isabs(path)


def _lies_in(inner: Path, outer: Path) -> bool:
    return Path(os.path.realpath(inner)).is_relative_to(os.path.realpath(outer))


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
