"""The headers that a stream of events has by itself, below all that a schema says.

Goes in: what an entry is, and its parent. Comes out: headers that nobody wrote.
"""

from __future__ import annotations

from respgen.diagnostics import Span
from respgen.kinds import KINDS
from respgen.renderers import RENDERERS
from respgen.resolve import merging
from respgen.resolve.ready import ready
from respgen.resolve.responses import renderer_of
from respgen.resolve.traits import Traits
from respgen.specs import HeaderSpec, ResponseSpec


def profile_of(response: ResponseSpec | Traits) -> str | None:
    """The ready profile that a class has unasked."""
    renderer = (
        response.renderer
        if isinstance(response, ResponseSpec)
        else renderer_of(response)
    )
    events = RENDERERS[renderer.name].events
    streams = KINDS[response.kind].streams and "render" not in response.inherits
    return events.profile if events and streams else None


def supplied(
    found: Traits, parent: ResponseSpec | None, place: Span
) -> tuple[HeaderSpec, ...]:
    """The headers of that profile, all at one place; a parent that had them has handed them down."""
    name = profile_of(found)
    if name is None or (parent and profile_of(parent) == name):
        return ()
    return merging.merged((), ready(name, place))
