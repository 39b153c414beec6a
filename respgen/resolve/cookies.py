"""Cookie presets as written -> cookie specs, and which of them a response uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal, cast

from respgen.diagnostics import Problems, Span, quoted
from respgen.load.tree import Entry, Node, Scalar
from respgen.load.tree import Mapping as Tree
from respgen.load.tree import Sequence as Sequential
from respgen.resolve import late
from respgen.resolve.header_values import inside
from respgen.resolve.scope import Scope
from respgen.rules import r1, r3
from respgen.schema import Module, models
from respgen.schema.cookie_keys import CookieList, CookieUses, DeletedScope, Preset
from respgen.schema.cookie_keys import CookieUse as CookieUseKeys
from respgen.schema.late_keys import Late, SameSite
from respgen.specs import (
    CookieScope,
    CookieSignature,
    CookieSpec,
    CookieUse,
    Ref,
)


def presets(module: Module, problems: Problems) -> tuple[CookieSpec, ...]:
    """The presets of a module, in the order written."""
    entries = module.section("cookies")
    return tuple(
        preset(entry, module.keys.cookies[entry.key], problems) for entry in entries
    )


def preset(entry: Entry, keys: Preset, problems: Problems) -> CookieSpec:
    """One preset; what it does not say is as secure as can be."""
    read = late.Reader(keys, entry.value, problems)
    max_age = _max_age(read)
    samesite: SameSite = late.settled(keys.samesite, "lax")
    found = CookieSpec(
        name=entry.key,
        key=keys.key if keys.says("key") else entry.key,
        description=keys.description,
        max_age=max_age,
        secure=late.settled(keys.secure, True),
        httponly=keys.httponly,
        samesite=None if samesite == "unset" else samesite,
        path=late.settled(keys.path, "/"),
        domain=late.settled(keys.domain, None) if keys.says("domain") else None,
        partitioned=late.settled(keys.partitioned, False),
        priority=_priority(keys),
        encoding=keys.encoding,
        also_delete=(),
        span=entry.key_span,
        spans={**spans(entry.value), **read.defaults()},
        late=read.late(),
        chunks=keys.chunks,
        sign=_signature(read, max_age),
    )
    return replace(
        found,
        also_delete=_scopes(
            inside(entry.value, "also_delete"), keys.also_delete, found
        ),
        formerly=_scopes(inside(entry.value, "formerly"), keys.formerly, found),
    )


def _max_age(read: late.Reader) -> int | None:
    if not read.keys.says("max_age"):
        return None
    node, written = inside(read.node, "max_age"), read.keys.max_age
    return read.age(inside(node, "default"), late.settled(written, None))


def _signature(read: late.Reader, max_age: int | None) -> CookieSignature | None:
    """What is silent about its age is believed as long as browsers keep the cookie."""
    if not read.keys.says("sign"):
        return None
    node, keys = inside(read.node, "sign"), read.keys.sign
    if keys.says("max_age"):
        max_age = read.age(inside(node, "max_age"), keys.max_age)
    elif isinstance(read.keys.max_age, Late):
        max_age = None
    secret = read.path(inside(node, "secret"), keys.secret.from_)
    return CookieSignature(secret, max_age) if secret else None


def _priority(keys: Preset) -> Literal["Low", "Medium", "High"] | None:
    if not keys.says("priority"):
        return None
    return cast(Literal["Low", "Medium", "High"], keys.priority.capitalize())


def _scopes(
    node: Node, scopes: Iterable[DeletedScope], cookie: CookieSpec
) -> tuple[CookieScope, ...]:
    """Further scopes; a silent key is the preset's, and `domain: null` is the host alone."""
    items = node.items if isinstance(node, Sequential) else ()
    own = cookie.scope
    return tuple(
        CookieScope(
            path=scope.path if scope.says("path") else own.path,
            domain=scope.domain if scope.says("domain") else own.domain,
            late=frozenset(name for name in own.late if not scope.says(name)),
            span=item.span,
        )
        for scope, item in zip(scopes, items, strict=True)
    )


def spans(node: Node) -> dict[str, Span]:
    """Where each key of an entry was written: the value if it is short, else the key."""
    if not isinstance(node, Tree):
        return {}
    return {
        entry.key: (
            entry.value.span if isinstance(entry.value, Scalar) else entry.key_span
        )
        for entry in node
    }


# Uses


def uses(
    scope: Scope,
    module: Module,
    node: Node,
    keys: models.Response,
    specs: Mapping[Ref, CookieSpec],
) -> Iterator[CookieUse]:
    """The presets that a response lists itself, each once."""
    listed: dict[Ref, Span] = {}
    for name, span, use in _listed(inside(node, "cookies"), keys.cookies):
        ref = scope.find(module, name, "cookies", span)
        if ref is None:
            continue
        if ref in listed:
            message = f"the preset {quoted(name)} is listed twice"
            advice = f"the first one is on line {listed[ref].line}"
            scope.problems.add(r3.COOKIE_TWICE, span, message, advice)
            continue
        listed[ref] = span
        yield CookieUse(ref, specs[ref], use.value if use else None, span)


def _listed(
    node: Node, keys: CookieList | CookieUses
) -> Iterator[tuple[str, Span, CookieUseKeys | None]]:
    """Each name with its place and what is said of it: in a list, a mapping or a list of both."""
    if isinstance(keys, dict):
        for entry in node if isinstance(node, Tree) else ():
            use = keys[entry.key]
            yield entry.key, entry.key_span, (
                use if use and use.model_fields_set else None
            )
    elif isinstance(node, Sequential):
        for item, key in zip(node.items, keys, strict=True):
            if isinstance(key, str):
                yield key, item.span, None
            else:
                yield from _listed(item, key)


def merged(
    inherited: Iterable[CookieUse], own: Iterable[CookieUse], problems: Problems
) -> tuple[CookieUse, ...]:
    """Inherited ones first; listing one again keeps its place. Their methods need names of their own."""
    found = {use.preset: use for use in inherited}
    for use in own:
        found[use.preset] = use
    by_name: dict[str, CookieUse] = {}
    for use in found.values():
        if by_name.setdefault(use.preset.name, use) is not use:
            other = by_name[use.preset.name].preset
            message = f"{use.preset.name!r} is a preset of {other.module!r}, too: their methods clash"
            problems.add(r1.ENTRY_CLASH, use.span, message, "rename one of the presets")
    return tuple(found.values())
