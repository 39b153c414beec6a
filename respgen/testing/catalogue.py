"""All classes that a project declares, read from its schemas.

Goes in: a folder of the project, the name of its package, or generated classes. Comes out: a
Catalogue, which finds the class of a message. Schemas are compiled once a run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from respgen.cli.reporters.text import paragraph
from respgen.diagnostics import Problems, Severity
from respgen.load import Unreadable
from respgen.pipeline import judge, schemas
from respgen.project import NoProject, Project, find
from respgen.specs import ModuleSpec, Ref, answering
from respgen.testing.declared import Declared
from respgen.testing.differences import Difference, distance
from respgen.testing.messages import Message


class NoCatalogueError(Exception):
    """There are no classes to compare with; the message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Match:
    """What a message is. `classes` are those that it may be one of, and the first is the likeliest.

    Where there is none, `nearest` differs least, in `differences`.
    """

    classes: tuple[Declared, ...]
    nearest: Declared | None = None
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Catalogue:
    """`classes` are by `module.Class`, in the order of modules and classes."""

    project: Project
    classes: dict[str, Declared] = field(default_factory=dict)

    def match(self, message: Message) -> Match:
        """The class of a message."""
        return matched(tuple(self.classes.values()), message)


def matched(classes: tuple[Declared, ...], message: Message) -> Match:
    """Which of some classes a message is of."""
    near = [each for each in classes if each.status(message.status) is None]
    fitting = [each for each in near if each.fits(message)]
    if fitting:
        return _likeliest(fitting, message)
    # what answers conditions and ranges has no status of its class's own
    found = [(each, each.differences(message)) for each in classes]
    if fitting := [each for each, differences in found if not differences]:
        return _likeliest(fitting, message)
    if not found:
        return Match(())
    nearest = min(found, key=lambda e: (distance(e[1]), -e[0].explained(message)))
    return Match((), *nearest)


def _likeliest(fitting: list[Declared], message: Message) -> Match:
    said = [each.explained(message) for each in fitting]
    pairs = zip(fitting, said, strict=True)
    return Match(tuple(each for each, points in pairs if points == max(said)))


def catalogue_of(package: str) -> Catalogue:
    """The catalogue whose output is that package. Raises NoCatalogueError."""
    try:
        found = find_spec(package)
    except (ImportError, ValueError):
        found = None
    if found is not None and found.submodule_search_locations:
        return catalogue_at(Path(next(iter(found.submodule_search_locations))))
    near = Path(package.replace(".", "/"))
    if near.is_dir():
        return catalogue_at(near.resolve())
    raise NoCatalogueError(
        f"there is no package {package!r} to import: name the one that respgen writes"
    )


@lru_cache(maxsize=8)
def catalogue_at(folder: Path) -> Catalogue:
    """The catalogue of the project around a folder. Raises NoCatalogueError."""
    problems = Problems()
    try:
        project = find(folder, problems)
        if project is None:
            raise NoCatalogueError(_listed(problems))
        judged = judge(project, schemas(project))
    except (NoProject, Unreadable) as error:
        raise NoCatalogueError(str(error)) from error
    if judged.problems.errors:
        raise NoCatalogueError(_listed(judged.problems))
    return Catalogue(project, dict(_classes(judged.specs)))


def _listed(problems: Problems) -> str:
    errors = [each for each in problems if each.severity is Severity.ERROR]
    lines = (paragraph(each, {}, colour=False) for each in errors)
    return "\n".join(["the schemas have mistakes:", *lines])


def _classes(modules: tuple[ModuleSpec, ...]) -> Iterator[tuple[str, Declared]]:
    cookies = tuple(cookie for module in modules for cookie in module.cookies)
    answers = answering(modules)
    for module in modules:
        for spec in module.responses:
            name = f"{module.name}.{spec.name}"
            is_answer = Ref(module.name, spec.name) in answers
            yield name, Declared(name, spec, cookies, is_answer)


def declared_of(kind: type) -> Declared:
    """What a generated class declares; of a class below one, what that declares. Raises TypeError."""
    for each in getattr(kind, "__mro__", ()):
        home = getattr(sys.modules.get(each.__module__), "__file__", None)
        # a problem's Error answers as the problem does
        name = each.__qualname__.partition(".")[0]
        if home and (found := _generated(Path(home), name)):
            return found
    raise TypeError(
        f"{getattr(kind, '__name__', kind)} is no class that respgen generated"
    )


def _generated(home: Path, name: str) -> Declared | None:
    """The class of a module, if that is one of a generated package."""
    catalogue = _catalogue_with(home.parent)
    return catalogue.classes.get(f"{home.stem}.{name}") if catalogue else None


@lru_cache(maxsize=256)
def _catalogue_with(package: Path) -> Catalogue | None:
    """The catalogue whose output is a folder, or was installed as one from the project that is worked in."""
    for start in (package, Path.cwd()):
        project = _project(start)
        if project is not None and _is_output(package, project.output):
            return catalogue_at(start)
    return None


def _is_output(package: Path, output: Path) -> bool:
    installed = "site-packages" in package.parts and package.name == output.name
    return installed or os.path.realpath(package) == os.path.realpath(output)


def _project(start: Path) -> Project | None:
    try:
        return find(start, Problems())
    except NoProject:
        return None
