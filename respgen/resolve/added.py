"""Params that nobody declares: what headers need of callers beside their own values.

Goes in: a header. Come out: the params.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.resolve.expressions import STR
from respgen.specs import HeaderSpec, ParamSpec, Template
from respgen.specs.destinations import ORIGIN_NAME

_NONCE = "A new random value for each response, which the page's own scripts and styles also carry."
_ORIGIN = "The page's own origin, or the request that is answered: URLs may lead there."
_FALLBACK = "What is sent in place of a URL that leads elsewhere."


def added(header: HeaderSpec) -> Iterator[ParamSpec]:
    """The nonce that a policy has for each response, and what decides where a URL may lead."""
    origin = header.origin
    if isinstance(origin, Template) and origin.fill == "nonce":
        for name in origin.parameters:
            yield ParamSpec(name, STR, True, None, _NONCE, header.span)
    for name, kind, required in header.type.to.parameters:
        about = _ORIGIN if name == ORIGIN_NAME else _FALLBACK
        yield ParamSpec(name, kind, required, None, about, header.span)
