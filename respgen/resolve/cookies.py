"""Cookie presets as written -> cookie specs, and which of them a response uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from respgen.diagnostics import Problems, Span, quoted
from respgen.located import Located
from respgen.resolve import cookie_attributes
from respgen.resolve.scope import Namespace
from respgen.rules import r1, r3
from respgen.schema import SchemaModule
from respgen.schema.cookie_keys import (
    CookieList,
    CookieUseKeys,
    CookieUses,
    DeletedScope,
    Preset,
)
from respgen.schema.origin_keys import AttributeOrigin
from respgen.schema.response_keys import ResponseKeys
from respgen.specs import (
    CookieScope,
    CookieSignature,
    CookieSpec,
    CookieUse,
    Ref,
)


def presets(module: SchemaModule) -> tuple[CookieSpec, ...]:
    """The presets of a module, in the order written."""
    written = module.keys.cookies.value
    return tuple(preset(name, written[name]) for name in written)


def preset(name: str, written: Located[Preset]) -> CookieSpec:
    """One preset; what it does not say is as secure as can be."""
    keys = written.value
    known = cookie_attributes.known(keys)
    found = CookieSpec(
        name=name,
        key=cookie_attributes.written_key(keys, name),
        description=keys.description.value,
        known=known,
        encoding=keys.encoding.value,
        also_delete=(),
        span=written.key,
        spans={**keys.places, **cookie_attributes.defaults(keys)},
        origins=dict(cookie_attributes.origins(keys)),
        chunks=keys.chunks.value,
        sign=_signature(keys, known["max_age"]),
    )
    return replace(
        found,
        also_delete=_scopes(keys.also_delete.value, found),
        formerly=_scopes(keys.formerly.value, found),
    )


def _signature(preset: Preset, max_age: int | None) -> CookieSignature | None:
    """What is silent about its age is believed as long as browsers keep the cookie."""
    if preset.sign is None:
        return None
    keys = preset.sign.value
    if keys.max_age:
        max_age = keys.max_age.value
    elif preset.max_age and isinstance(preset.max_age.value, AttributeOrigin):
        max_age = None
    secret = keys.secret.value.from_
    return CookieSignature(secret.value if secret else None, max_age)


def _scopes(
    scopes: Iterable[Located[DeletedScope]], cookie: CookieSpec
) -> tuple[CookieScope, ...]:
    """Further scopes; a silent key is the preset's, and `domain: null` is the host alone."""
    own = cookie.scope
    return tuple(
        CookieScope(
            path=keys.path.value if keys.path else own.path,
            domain=keys.domain.value if keys.domain else own.domain,
            decided=own.decided - {*keys.places},
            span=scope.span,
        )
        for scope in scopes
        for keys in [scope.value]
    )


# Uses


def uses(
    scope: Namespace,
    module: SchemaModule,
    keys: ResponseKeys,
    specs: Mapping[Ref, CookieSpec],
) -> Iterator[CookieUse]:
    """The presets that a response lists itself, each once."""
    listed: dict[Ref, Span] = {}
    for name, span, use in _listed(keys.cookies.value):
        ref = scope.find(module, name, "cookies", span)
        if ref is None:
            continue
        if ref in listed:
            message = f"the preset {quoted(name)} is listed twice"
            advice = f"remove one of the two: the first is on line {listed[ref].line}"
            scope.problems.add(r3.COOKIE_TWICE, span, message, advice)
            continue
        listed[ref] = span
        value = use.value if use else None
        always, at = (value.value, value.span) if value else (None, span)
        yield CookieUse(ref, specs[ref], always, span, at)


def _listed(
    keys: CookieList | CookieUses,
) -> Iterator[tuple[str, Span, CookieUseKeys | None]]:
    """Each name with its place and what is said of it: in a list, a mapping or a list of both."""
    if isinstance(keys, Mapping):
        for name, use in keys.items():
            yield name, use.key, use.value
        return
    for item in keys:
        if isinstance(item.value, str):
            yield item.value, item.span, None
        else:
            yield from _listed(item.value)


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
            message = f"{use.preset.name!r} is also a preset of {other.module!r}: their methods clash"
            problems.add(r1.ENTRY_CLASH, use.span, message, "rename one of the presets")
    return tuple(found.values())
