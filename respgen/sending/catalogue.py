"""The catalogue as code calls it: its classes, their exceptions, and its cookie presets.

Goes in: a project and its specs. Come out: entries, and the import path of the module of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from respgen.project import Project
from respgen.project.paths import import_home
from respgen.specs import CookieSpec, ModuleSpec, ResponseSpec


@dataclass(frozen=True, slots=True)
class Entry:
    """A class; `module` is what it is imported from."""

    module: str
    spec: ResponseSpec


@dataclass(frozen=True, slots=True)
class Preset:
    """A cookie preset; `module` is what its functions are imported from."""

    module: str
    spec: CookieSpec


@dataclass(frozen=True, slots=True)
class Catalogue:
    """`package` is its import path; `answers` are the statuses that its handlers answer, None for all."""

    package: str
    entries: tuple[Entry, ...]
    presets: tuple[Preset, ...]
    answers: frozenset[int | None]
    target: str = "fastapi"

    @property
    def modules(self) -> tuple[str, ...]:
        """Those that have something to call, as they are imported."""
        every: tuple[Entry | Preset, ...] = (*self.entries, *self.presets)
        return tuple(dict.fromkeys(each.module for each in every))

    def is_named(self, name: str, module: str) -> bool:
        """Whether a name means a module, with the catalogue's import path or without it."""
        return name in (module, module.removeprefix(f"{self.package}."))


def catalogue(
    project: Project, specs: Iterable[ModuleSpec], package: str = ""
) -> Catalogue:
    """Everything that code can call; `package` is its import path, if that is known."""
    package, modules = package or import_path(project.output), tuple(specs)
    return Catalogue(
        package,
        tuple(
            Entry(f"{package}.{module.name}", each)
            for module in modules
            for each in module.responses
        ),
        tuple(
            Preset(f"{package}.{module.name}", each)
            for module in modules
            for each in module.cookies
        ),
        frozenset(_answers(modules)),
        project.target,
    )


def _answers(modules: Iterable[ModuleSpec]) -> Iterator[int | None]:
    for module in modules:
        for each in module.errors:
            if each.error == "http":
                yield None
            elif isinstance(each.error, int):
                yield each.error


def import_path(folder: Path) -> str:
    """What a package is imported as: the folders above it that are packages belong to it."""
    return ".".join(folder.relative_to(import_home(folder)).parts)
