"""Cookie presets built by hand: secure and silent but for what a test says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

from respgen.core.cookie_attributes import CookieAttributes, cookie_attributes
from respgen.diagnostics import Span
from respgen.specs import CookieSpec

SILENT: CookieAttributes = {
    "max_age": None,
    "path": "/",
    "domain": None,
    "secure": True,
    "httponly": True,
    "samesite": "lax",
    "partitioned": False,
    "priority": None,
}
"""What a preset means that says nothing."""


def preset(name: str, **changes: Any) -> CookieSpec:
    """A preset of that name; what it says besides are attributes, or fields of the spec."""
    silent = CookieSpec(
        name=name,
        key=name,
        description="",
        known=SILENT,
        encoding="plain",
        also_delete=(),
        span=Span.start("shop.yaml"),
        spans={},
    )
    return changed(silent, **changes)


def changed(spec: CookieSpec, **changes: Any) -> CookieSpec:
    """The preset with other attributes, or other fields of the spec."""
    own = changes.keys() & cookie_attributes.__kwdefaults__.keys()
    known = {**spec.known, **{name: changes.pop(name) for name in own}}
    return replace(spec, known=cast(CookieAttributes, known), **changes)
