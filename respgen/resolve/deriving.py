"""Whether the Python class of a child derives from that of its parent.

Goes in: two responses, and the attributes of the classes above. Comes out: the answer.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from respgen.fields.types import annotation
from respgen.renderers import RENDERERS
from respgen.renderers.events import EventType
from respgen.specs import ResponseSpec, Target, arguments
from respgen.specs.types import TypeExpression
from respgen.vocabulary.identifiers import cookie_functions

Attributes: TypeAlias = Mapping[str, tuple[TypeExpression, bool]]
"""Instance attributes of a class: the type of each, and whether it can be None."""


def derives(
    child: ResponseSpec,
    target: Target,
    parent: ResponseSpec,
    parent_target: Target,
    above: Attributes,
) -> bool:
    """Whether the Python class can be the child of its parent's.

    mypy refuses `media_type = None` below a media type, and an attribute of another type than a
    class above has it: `above` are theirs, the parent's own included. Of a deprecated class, deriving
    would be a use.
    """
    return (
        child.base == parent.base
        and target == parent_target
        and (child.exception or not parent.exception)
        and not parent.shape.deprecated
        and _reaches(child, parent)
        and (child.media_type is not None or parent.media_type is None)
        and _agree(child, above)
        and _named_events(parent) in ((), _named_events(child))
    )


def _named_events(response: ResponseSpec) -> tuple[EventType, ...]:
    """Those of a class that an `Event` inside of it is for."""
    events = RENDERERS[response.renderer.name].events
    return events.named(response.renderer.options) if events else ()


def _reaches(child: ResponseSpec, parent: ResponseSpec) -> bool:
    """Whether the constructor of what a child mixes in is no other one than its parent's.

    Constructors of generated classes are passed over, and with them what stands before them.
    """
    same = child.shape.mixins == parent.shape.mixins
    return same or child.constructor == parent.constructor


def attributes(response: ResponseSpec) -> Attributes:
    """The type of each parameter, and whether it can be None."""
    headers = {
        given.parameter: (annotation(header.type), not given.required)
        for header, given in arguments(response.headers)
    }
    found = headers | {
        param.name: (param.type, param.optional) for param in response.params
    }
    if response.shape.keeps_content and response.content:
        found["content"] = (response.content.type, not response.content.required)
    return found


def _agree(child: ResponseSpec, above: Attributes) -> bool:
    own = attributes(child)
    methods = {
        name for use in child.cookies for name in cookie_functions(use.preset.name)[:2]
    }
    return methods.isdisjoint(above) and all(
        own[name] == above[name] for name in own.keys() & above.keys()
    )
