"""Who is whose parent, across modules, and the order that puts parents first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import TypeAlias

from respgen.diagnostics import Malformed, Places, Rule, nearest
from respgen.resolve.scope import Namespace, arrows, circles
from respgen.rules import r1
from respgen.schema import SchemaModule
from respgen.schema.response_keys import ResponseKeys
from respgen.specs import ImportPath, Ref
from respgen.vocabulary.import_paths import import_path
from respgen.vocabulary.targets import CLASSES


class Root(Enum):
    """An entry without a parent, or one whose parent is not known: that was reported then."""

    FRAMEWORK = "framework"
    UNKNOWN = "unknown"


Parent: TypeAlias = Ref | ImportPath | Root
Parents: TypeAlias = Mapping[Ref, Parent]


def parents(scope: Namespace) -> Parents:
    """The parent of every entry, in the order of modules and entries."""
    found = {
        Ref(module.name, name): _parent(scope, module, response.value)
        for module in scope.modules.values()
        for name, response in module.keys.responses.value.items()
    }
    graph = {
        ref: [parent] if isinstance(parent, Ref) else []
        for ref, parent in found.items()
    }
    for circle in circles(graph):
        _report(circle, scope)
        found |= dict.fromkeys(circle, Root.UNKNOWN)
    return found


def _parent(scope: Namespace, module: SchemaModule, keys: ResponseKeys) -> Parent:
    if keys.extends is None:
        return Root.FRAMEWORK
    word, span = keys.extends.value, keys.extends.span
    if ":" not in word:
        return scope.find(module, word, "responses", span) or Root.UNKNOWN
    try:
        path = import_path(word)
    except Malformed as refused:
        scope.problems.note([refused.found], Places(span))
        return Root.UNKNOWN
    for rule, message, advice in _unfit(path):
        scope.problems.add(rule, span, message, advice)
        return Root.UNKNOWN
    return path


def _unfit(path: ImportPath) -> Iterator[tuple[Rule, str, str]]:
    """Why no entry can extend a class of the frameworks: it is not there."""
    homes = [module for module, known in CLASSES.items() if path.name in known]
    if path.module not in CLASSES or not homes:
        yield from _misspelt(path)
        return
    if path.module not in homes:
        message = f"{path.module} has no class {path.name}"
        yield r1.UNKNOWN_PARENT, message, f"write '{homes[0]}:{path.name}'"


def _misspelt(path: ImportPath) -> Iterator[tuple[Rule, str, str]]:
    """A class or a module that is almost one of a framework; what is far from all may be new."""
    package = path.module.partition(".")[0]
    modules = [each for each in CLASSES if each.partition(".")[0] == package]
    if path.module in CLASSES:
        near = nearest(path.name, CLASSES[path.module])
        message = f"{path.module} has no class {path.name}"
    else:
        known = any(path.name in CLASSES[each] for each in modules)
        near = nearest(path.module, modules) if known else ""
        message = f"there is no module {path.module}"
    if near:
        yield r1.UNKNOWN_PARENT, message, near


def _report(circle: list[Ref], scope: Namespace) -> None:
    first = circle[0]
    module = scope.modules[first.module]
    names = [
        ref.name if ref.module == first.module else f"{ref.module}.{ref.name}"
        for ref in circle
    ]
    span = module.keys.responses.value[first.name].value.places["extends"]
    message = f"entries extend each other in a cycle: {arrows(names)}"
    scope.problems.add(r1.CYCLE, span, message, "remove extends from one of them")


def ordered(parents: Parents) -> Iterator[Ref]:
    """Every entry after its parent, otherwise in the order given."""
    done: set[Ref] = set()
    for ref in parents:
        chain: list[Ref] = []
        step: Parent = ref
        while isinstance(step, Ref) and step not in done:
            chain.append(step)
            done.add(step)
            step = parents[step]
        yield from reversed(chain)
