"""Keys whose values the constructor of a base by hand does not take: R841.

Goes in: a response, as it is decided. Come out: the keys, what is wrong, what to write.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from respgen.kinds import KINDS, OWN
from respgen.kinds.kind import MEDIA_TYPE, STATUS_CODE
from respgen.resolve.expressions import ANY
from respgen.specs import BaseParameter, ImportPath, ResponseSpec
from respgen.specs.expressions import Value
from respgen.specs.types import TypeName, takes_none


def untaken(spec: ResponseSpec) -> Iterator[tuple[str, str, str]]:
    """Keys whose values its base cannot be given: the key, what is wrong, what to write."""
    called = spec.constructor
    if called is None or not isinstance(spec.base, ImportPath):
        return
    name = f"{spec.base.module}:{spec.base.name}"
    if STATUS_CODE.name in spec.spans and STATUS_CODE.name not in called.names:
        message = (
            f"the constructor of {name} takes no status_code: it chooses it itself"
        )
        yield STATUS_CODE.name, message, "leave it out, or give the constructor one"
    chosen = bool(spec.shape.media_types) and MEDIA_TYPE.name in spec.spans
    if chosen and MEDIA_TYPE.name not in called.names:
        message = f"the constructor of {name} takes no media_type to choose"
        yield MEDIA_TYPE.name, message, "write one media type"
    said = called.said(called.first)
    if _is_missed(spec, said):
        message = (
            f"the constructor of {name} needs a content, and kind: {spec.kind} has none"
        )
        key = next(key for key in _DECIDING if key in spec.spans)
        yield key, message, "extend another class, or let its content be None"
    if "content" in spec.spans and spec.content and called.first is None:
        message = f"the constructor of {name} takes no content"
        yield "content", message, "leave it out, or give the constructor one"
    start = KINDS[spec.kind].start
    if start and called.first != start.name:
        for key in _deciding_first(spec):
            message = f"the constructor of {name} takes no {start.name} that {key} could decide"
            yield key, message, f"let its first parameter be {start.name}, or leave {key} out"


def _deciding_first(spec: ResponseSpec) -> Iterator[str]:
    """The keys of its kind that say what its base is given first."""
    row = KINDS[spec.kind]
    plain = row.options()
    for key in sorted(OWN[spec.kind] & spec.spans.keys()):
        with_it = replace(plain, **{key: getattr(spec.options, key)})
        if row.arguments(with_it)[0] != row.arguments(plain)[0]:
            yield key


def _is_missed(spec: ResponseSpec, first: BaseParameter | None) -> bool:
    """Whether the base is given None where its annotation does not allow that."""
    if first is None or first.type is None or first.type in (ANY, _OBJECT):
        return False
    if takes_none(first.type):
        return False
    given = KINDS[spec.kind].arguments(spec.options)[0]
    return given == Value(None) and any(k in spec.spans for k in _DECIDING)


_OBJECT = TypeName("builtins", "object")
_DECIDING = ("kind", STATUS_CODE.name, "extends")
"""The keys by which an entry may be of a kind that has no content, the nearest first."""
