"""Where a URL may lead that callers give, or that a template makes of what they give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from respgen.core.redirects import SAME_ORIGIN
from respgen.diagnostics import KeyPath, Span
from respgen.specs.origins import Argument, Constant, Template
from respgen.specs.types import ADDRESS, ORIGIN, TypeExpression

ORIGIN_NAME = "origin"
"""The parameter that tells the origin of the page, which `same_origin` stands for."""


@dataclass(frozen=True, slots=True)
class Destination:
    """Where it may lead. Without `allow` anywhere; with `template` a redirect takes no `url`.

    `spans` are where the keys of a mapping say so, and each origin of `allow`.
    """

    template: Template | None = None
    allow: tuple[str, ...] = ()
    fallback: Constant | Argument | None = None
    spans: Mapping[str, Span] = field(default_factory=dict, compare=False)

    def place(self, of: str) -> Span | KeyPath:
        """Where a key, or an origin, stands; of a template by itself that is all there is."""
        return self.spans.get(of, ("url",))

    @property
    def parameters(self) -> tuple[tuple[str, TypeExpression, bool], ...]:
        """What callers give beside the URL: names, types, and whether they have to."""
        return tuple(self._parameters())

    @property
    def otherwise(self) -> tuple[tuple[str, Constant | Argument], ...]:
        """What decides of a URL that leads to none of the origins that are listed, by keyword."""
        origin = Argument(ORIGIN_NAME, required=False)
        first = ((ORIGIN_NAME, origin),) if SAME_ORIGIN in self.allow else ()
        return (*first, ("fallback", self.fallback)) if self.fallback else first

    def _parameters(self) -> Iterator[tuple[str, TypeExpression, bool]]:
        if SAME_ORIGIN in self.allow:
            yield ORIGIN_NAME, ORIGIN, False
        if isinstance(self.fallback, Argument):
            yield self.fallback.parameter, ADDRESS, True


ANYWHERE = Destination()
