"""Methods by hand that a generated class replaces, so that nobody calls them: R843.

Goes in: an entry as it is decided, with what is known of its base and of what it mixes in. Come out:
the methods, and what to say of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from respgen.diagnostics import Span
from respgen.kinds import KINDS
from respgen.resolve.bases import Base, Mixin
from respgen.resolve.traits import Traits
from respgen.schema.response_keys import ResponseKeys
from respgen.specs import ImportPath, ResponseSpec

Method: TypeAlias = tuple[ImportPath, str]
_ADVICE = {
    "init_headers": "declare its headers here, or add them in a constructor",
    "render": "leave out what says here how to render, or that method",
    "__call__": "leave out what says here how to render, or that method",
}


def replaced(
    traits: Traits, spec: ResponseSpec, parent: ResponseSpec | None
) -> frozenset[Method]:
    """Those of classes that the author wrote; `parent` is the generated class above.

    A `render:` is written so that it replaces the base's.
    """
    classes: list[Base | Mixin] = [*traits.mixins]
    classes += [traits.base] if traits.base else []
    return frozenset(
        (each.path, method)
        for method in _generated(spec, parent)
        for each in classes
        if method in each.methods
        and not (each is traits.base and method == "render" and traits.renderer)
    )


def _generated(spec: ResponseSpec, parent: ResponseSpec | None) -> Iterator[str]:
    """The methods that a class has and does not inherit from its parent."""
    kind = KINDS[spec.kind]
    renders = kind.renders and "render" not in spec.inherits
    if parent is None or spec.framing != parent.framing:
        yield "init_headers"
    made = (spec.renderer, spec.body)
    differs = parent is None or made != (parent.renderer, parent.body)
    if renders and differs and "render" not in kind.unused:
        yield "render"
    sends = renders if kind.renders else not isinstance(spec.base, ImportPath)
    if kind.sending and sends and parent is None:
        yield "__call__"


def described(
    of: Method, keys: ResponseKeys, spec: ResponseSpec
) -> tuple[Span, str, str]:
    """Where the entry names the class, what is wrong, and what to do."""
    path, method = of
    places = {each.value: each.span for each in keys.mixins.value}
    if keys.extends and keys.extends.value == f"{path.module}:{path.name}":
        places[path] = keys.extends.span
    message = (
        f"{spec.name} has its own {method}: nobody calls that of"
        f" {path.module}:{path.name}"
    )
    # of what a file class by hand sends nothing is generated
    unrendered = not KINDS[spec.kind].renders and method == "__call__"
    advice = (
        f"extend a {KINDS[spec.kind].base} that has it"
        if unrendered
        else _ADVICE[method]
    )
    return places.get(path, spec.span), message, advice
