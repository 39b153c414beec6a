"""Names on a command line -> classes of the schemas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from respgen.cli.terminal import Stop, unknown
from respgen.specs import ModuleSpec, ResponseSpec


def named(name: str, modules: Iterable[ModuleSpec]) -> tuple[str, ResponseSpec]:
    """The module and spec of the one class of this name, with or without its module. Raises Stop."""
    modules = tuple(modules)
    known, found = classes(modules), matching(name, modules)
    if len(found) == 1:
        return known[found[0]]
    if found:
        raise Stop(f"there are several: {', '.join(found)}")
    raise Stop(unknown("class", name, known if "." in name else map(_bare, known)))


def matching(name: str, modules: Iterable[ModuleSpec]) -> list[str]:
    """The classes that are called so, by `module.Class`."""
    return [each for each in classes(modules) if name in (each, _bare(each))]


def classes(modules: Iterable[ModuleSpec]) -> Mapping[str, tuple[str, ResponseSpec]]:
    """The modules and specs of all classes, by `module.Class`."""
    return {f"{m.name}.{r.name}": (m.name, r) for m in modules for r in m.responses}


def _bare(name: str) -> str:
    return name.rpartition(".")[2]
