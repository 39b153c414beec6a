"""All modules of a run -> their specs: the order of the work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from respgen.checks import check
from respgen.diagnostics import Problems, Span
from respgen.load.tree import Mapping as Tree
from respgen.resolve import cookies, headers
from respgen.resolve.entries import Profile, Resolved, Responses
from respgen.resolve.names import check_module
from respgen.resolve.scope import Scope
from respgen.rules import r2
from respgen.schema import Module
from respgen.specs import CookieSpec, ModuleSpec, Ref, Target

Item = TypeVar("Item")

_ABSENCES = frozenset({r2.STATUS_CONTRACT.code, r2.STATUS_ADVICE.code, r2.NOSNIFF.code})
"""Rules that miss a header: they cannot judge an entry of which something is unknown."""


def resolve(
    modules: Sequence[Module], target: Target, problems: Problems
) -> tuple[ModuleSpec, ...]:
    """Make every choice. `target` is the project's. Modules come out sorted by name."""
    ordered = sorted(modules, key=lambda module: (module.name, module.path))
    scope = Scope({module.name: module for module in ordered}, problems)
    scope.check_uses()
    for module in scope.modules.values():
        check_module(module, problems)
    targets = {name: _target(module, target) for name, module in scope.modules.items()}
    presets = _presets(scope)
    reader = headers.Reader(problems)
    profiles = _profiles(scope, reader)
    responses = Responses(scope, targets, presets, profiles, reader).resolved()
    specs = tuple(
        _module(scope, module, targets[name], presets, profiles, responses)
        for name, module in scope.modules.items()
    )
    _check(specs, responses, problems)
    return specs


def _target(module: Module, target: Target) -> Target:
    return module.keys.target if module.keys.says("target") else target


def _presets(scope: Scope) -> dict[Ref, CookieSpec]:
    return {
        Ref(module.name, preset.name): preset
        for module in scope.modules.values()
        for preset in cookies.presets(module, scope.problems)
    }


def _profiles(scope: Scope, reader: headers.Reader) -> dict[Ref, Profile]:
    found = {}
    for module in scope.modules.values():
        for entry in module.section("headers"):
            entries = entry.value.entries if isinstance(entry.value, Tree) else ()
            changes = reader.changes(entries, module.keys.headers[entry.key])
            whole = module.whole("headers", entry.key) and len(changes) == len(entries)
            found[Ref(module.name, entry.key)] = Profile(changes, whole)
    return found


def _module(
    scope: Scope,
    module: Module,
    target: Target,
    presets: Mapping[Ref, CookieSpec],
    profiles: Mapping[Ref, Profile],
    responses: Mapping[Ref, Resolved],
) -> ModuleSpec:
    return ModuleSpec(
        name=module.name,
        path=module.path,
        description=module.keys.description,
        target=target,
        uses=tuple(used.name for used, _ in scope.uses(module)),
        profiles={
            name: headers.merged((), profile.changes)
            for name, profile in _of(module, profiles)
        },
        cookies=tuple(preset for _, preset in _of(module, presets)),
        responses=tuple(found.spec for _, found in _of(module, responses)),
    )


def _of(module: Module, found: Mapping[Ref, Item]) -> Iterator[tuple[str, Item]]:
    """What belongs to one module, by the names it has there."""
    return (
        (ref.name, item) for ref, item in found.items() if ref.module == module.name
    )


def _check(
    specs: tuple[ModuleSpec, ...], responses: Mapping[Ref, Resolved], problems: Problems
) -> None:
    """The rules of HTTP; none that misses what may stand in a part that is not known."""
    found = Problems()
    check(specs, found)
    unsure: set[Span] = set()
    for response in responses.values():
        if not response.whole:
            unsure |= {response.spec.span, *response.spec.spans.values()}
    problems.extend(
        each for each in found if each.code not in _ABSENCES or each.span not in unsure
    )
