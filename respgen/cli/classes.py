"""Names on a command line -> classes of the schemas."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from respgen.cli.terminal import Stop, unknown
from respgen.specs import ModuleSpec, ResponseSpec


def named(name: str, modules: Iterable[ModuleSpec]) -> tuple[str, ResponseSpec]:
    """The module and spec of the one class of this name, with or without its module. Raises Stop."""
    modules = tuple(modules)
    known, found = classes(modules), matching(name, modules)
    if len(found) == 1:
        return known[found[0]]
    if found:
        raise Stop(f"there are several: write {' or '.join(found)}")
    own = [each for each in known if each.startswith(f"{name}.")]
    if own:
        raise Stop(f"{name} is a module: name one of its classes, such as {own[0]}")
    elsewhere = [each for each in known if _bare(each) == _bare(name)]
    if elsewhere:
        raise Stop(f"unknown class {name!r}; did you mean {elsewhere[0]!r}?")
    names = [*known] if "." in name else [_bare(each) for each in known]
    longer = next((each for each in names if each.lower().startswith(name.lower())), "")
    otherwise = f"did you mean {longer!r}?" if longer else _declared(names)
    raise Stop(unknown("class", name, names, otherwise))


_LISTED = 8


def _declared(names: Sequence[str]) -> str:
    """The classes there are, or how to list them."""
    if not names:
        return "the schemas declare none: add one below responses:"
    if len(names) > _LISTED:
        return f"`respgen grade` lists all {len(names)}"
    return f"the classes are {', '.join(names)}"


def matching(name: str, modules: Iterable[ModuleSpec]) -> list[str]:
    """The classes that are called so, by `module.Class`."""
    return [each for each in classes(modules) if name in (each, _bare(each))]


def classes(modules: Iterable[ModuleSpec]) -> Mapping[str, tuple[str, ResponseSpec]]:
    """The modules and specs of all classes, by `module.Class`."""
    return {f"{m.name}.{r.name}": (m.name, r) for m in modules for r in m.responses}


def _bare(name: str) -> str:
    return name.rpartition(".")[2]
