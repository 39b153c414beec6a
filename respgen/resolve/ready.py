"""The ready profiles: header profiles of ours that any schema may use by name.

Goes in: a name, and the place that uses it. Comes out: the profile's headers, which all stand at
that place: what is wrong with them together with others is the user's to know.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from respgen.diagnostics import Places, Problems, Span
from respgen.resolve.headers import HeaderReader
from respgen.resolve.merging import Change
from respgen.schema import ready_profiles
from respgen.specs import HeaderSpec

NAMES = ("api", "download", "html", "no_store", "owasp", "sse")
SUPPLIED = ("event_stream",)
"""Those that kinds of responses have by themselves; no schema names them."""


def ready(name: str, span: Span) -> tuple[Change, ...]:
    """What the profile changes. Raises KeyError for a name that is none of ours."""
    return tuple(_placed(change, span) for change in _profiles()[name])


def _placed(change: Change, span: Span) -> Change:
    if not isinstance(change, HeaderSpec):
        return change
    return replace(change, span=span, places=Places(span))


@cache
def _profiles() -> Mapping[str, tuple[Change, ...]]:
    problems = Problems()
    reader, written = HeaderReader(problems), ready_profiles(problems)
    found = {
        name: reader.changes(written[name].value.headers)
        for name in (*NAMES, *SUPPLIED)
    }
    if len(problems):
        raise ValueError(next(iter(problems)).message)
    return found
