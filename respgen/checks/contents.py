"""Content that its renderer cannot take: rule R012.

Goes in: a response. Comes out: findings about types that Python itself defines; of an author's own
the type checker tells.
"""

from collections.abc import Iterator
from itertools import islice

from respgen.diagnostics import Finding, KeyPath
from respgen.renderers import RENDERERS
from respgen.rules import r0
from respgen.specs import ResponseSpec


def content_findings(response: ResponseSpec) -> Iterator[Finding]:
    """The first type that would be an error of every call, or of the type checker's."""
    content, renderer = response.content, response.renderer
    if content is None or "render" in response.inherits:
        return
    found = RENDERERS[renderer.name].unfit(renderer.options, content.type)
    for message, advice in islice(found, 1):
        yield Finding(r0.CONFLICT, message, advice, _place(response))


def _place(response: ResponseSpec) -> KeyPath:
    keys = ("content", "render", "media_type")
    return next(((key,) for key in keys if key in response.spans), ())
