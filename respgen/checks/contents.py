"""Checks that a renderer can take the content: rule R012.

Goes in: a response. Comes out: findings about types that Python itself defines; an author's own types
are left to the type checker.
"""

from collections.abc import Iterator
from itertools import islice

from respgen.diagnostics import Finding, KeyPath
from respgen.renderers import RENDERERS
from respgen.rules import r0
from respgen.specs import ResponseSpec


def content_findings(response: ResponseSpec) -> Iterator[Finding]:
    """Reports the first type that would fail in every call, or in the type checker."""
    content, renderer = response.content, response.renderer
    if content is None or "render" in response.inherits:
        return
    found = RENDERERS[renderer.name].unfit(renderer.options, content.type)
    for message, advice in islice(found, 1):
        yield Finding(r0.CONFLICT, message, advice, _place(response))


def _place(response: ResponseSpec) -> KeyPath:
    keys = ("content", "render", "media_type")
    return next(((key,) for key in keys if key in response.spans), ())
