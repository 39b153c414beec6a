"""All modules of a run -> their specs: the order of the work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from respgen.diagnostics import Problems, Span
from respgen.resolve import cookies, errors, headers, merging
from respgen.resolve.bases import BaseReader, Reader, nowhere
from respgen.resolve.entries import ProfileChanges, Responses, profile_changes
from respgen.resolve.names import check_module, check_profile
from respgen.resolve.problems import problems_of
from respgen.resolve.raised import check_raised
from respgen.resolve.ready import NAMES as READY
from respgen.resolve.ready import SUPPLIED, ready
from respgen.resolve.scope import Namespace
from respgen.resolve.supplied import profile_of
from respgen.schema import SchemaModule
from respgen.specs import CookieSpec, HeaderSpec, ModuleSpec, Ref, ResponseSpec, Target

Resolvable = TypeVar("Resolvable")


def resolve(
    modules: Sequence[SchemaModule],
    target: Target,
    problems: Problems,
    bases: Reader = nowhere,
) -> tuple[ModuleSpec, ...]:
    """Make every choice. `target` is the project's, `bases` knows the classes of authors.

    Modules come out sorted by name.
    """
    ordered = sorted(modules, key=lambda module: (module.name, module.path))
    scope = Namespace({module.name: module for module in ordered}, problems)
    scope.check_uses()
    for module in scope.modules.values():
        check_module(module, problems)
    targets = {name: _target(module, target) for name, module in scope.modules.items()}
    presets = _presets(scope)
    reader = headers.HeaderReader(problems)
    profiles = _profiles(scope, reader, problems)
    below = BaseReader(problems, bases)
    entries = Responses(scope, targets, presets, profiles, reader, below)
    responses = {ref: found.spec for ref, found in entries.resolved().items()}
    responses |= problems_of(entries)
    check_raised(responses, problems)
    errors.check_once(iter(scope.modules.values()), problems)
    return tuple(
        _module(scope, module, targets[name], presets, profiles, responses)
        for name, module in scope.modules.items()
    )


def _target(module: SchemaModule, target: Target) -> Target:
    return module.keys.target.value if module.keys.target else target


def _presets(scope: Namespace) -> dict[Ref, CookieSpec]:
    return {
        Ref(module.name, preset.name): preset
        for module in scope.modules.values()
        for preset in cookies.presets(module)
    }


def _profiles(
    scope: Namespace, reader: headers.HeaderReader, problems: Problems
) -> dict[Ref, ProfileChanges]:
    found = {}
    for module in scope.modules.values():
        for name, profile in module.keys.headers.value.items():
            keys = profile.value
            changes = profile_changes(reader, keys.headers, keys.whole)
            found[Ref(module.name, name)] = changes
            check_profile(merging.merged((), changes.changes), reader.places, problems)
    return found


def _module(
    scope: Namespace,
    module: SchemaModule,
    target: Target,
    presets: Mapping[Ref, CookieSpec],
    profiles: Mapping[Ref, ProfileChanges],
    responses: Mapping[Ref, ResponseSpec],
) -> ModuleSpec:
    return ModuleSpec(
        name=module.name,
        path=module.path,
        description=module.keys.description.value,
        target=target,
        uses=tuple(used.name for used, _ in scope.uses(module)),
        profiles={
            name: merging.merged((), profile.changes)
            for name, profile in _of(module, profiles)
        },
        ready=_ready(module, [spec for _, spec in _of(module, responses)]),
        cookies=tuple(preset for _, preset in _of(module, presets)),
        responses=tuple(spec for _, spec in _of(module, responses)),
        errors=errors.answers(scope, module, target, responses),
    )


def _ready(
    module: SchemaModule, responses: Iterable[ResponseSpec]
) -> dict[str, tuple[HeaderSpec, ...]]:
    entries = module.keys.responses.value.values()
    written = [each.value.headers for each in entries]
    written += [each.value.headers for each in module.problems.values()]
    if module.keys.problems and module.keys.problems.value.base:
        written.append(module.keys.problems.value.base.value.headers)
    used = {name.value for each in written if each for name in each.value.use.value}
    sent = {*(used - module.declared["headers"]), *map(profile_of, responses)}
    nowhere = Span("", 1, 1, 1, 1)
    return {
        name: merging.merged((), ready(name, nowhere))
        for name in (*READY, *SUPPLIED)
        if name in sent
    }


def _of(
    module: SchemaModule, found: Mapping[Ref, Resolvable]
) -> Iterator[tuple[str, Resolvable]]:
    """What belongs to one module, by the names it has there."""
    return (
        (ref.name, item) for ref, item in found.items() if ref.module == module.name
    )
