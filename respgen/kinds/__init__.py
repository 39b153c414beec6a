"""Kinds: what a response is made of. One module a kind or family; here they are a table.

A row says what differs from kind to kind. `schema`, `resolve`, `checks` and `emit` read it, and
ask nothing of a kind by its name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any

from respgen.kinds.body import BODY, EMPTY
from respgen.kinds.file import FILE
from respgen.kinds.kind import KindRow
from respgen.kinds.redirect import REDIRECT
from respgen.kinds.stream import STREAM

_ROWS: tuple[KindRow[Any], ...] = (BODY, EMPTY, FILE, REDIRECT, STREAM)

KINDS: Mapping[str, KindRow[Any]] = MappingProxyType({row.name: row for row in _ROWS})

DEFAULT = BODY.name
"""The kind where neither a word nor the status says one."""

_RENDERED = ("json", "html", "text", "bytes")
MEANT: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(
            ("streaming", "iterator", "generator"), "did you mean 'stream'?"
        ),
        **dict.fromkeys(
            ("sse", "eventstream", "events"), "write kind: stream, and render: sse"
        ),
        "ndjson": "write kind: stream, and render: ndjson",
        **{word: f"write render: {word}" for word in _RENDERED},
        **dict.fromkeys(("download", "attachment", "path"), "did you mean 'file'?"),
        **dict.fromkeys(("location", "moved", "url"), "did you mean 'redirect'?"),
        **dict.fromkeys(("none", "nocontent", "null"), "did you mean 'empty'?"),
        **dict.fromkeys(("default", "content", "response"), "did you mean 'body'?"),
    }
)
"""The help for words that authors write instead of one of these, or of another key."""

OWN: Mapping[str, frozenset[str]] = MappingProxyType(
    {row.name: frozenset(each.name for each in fields(row.options)) for row in _ROWS}
)
"""The keys that entries of a kind have beside those of every response."""


def implied(status_code: int | None) -> str | None:
    """The kind that a status has by itself."""
    return next((row.name for row in _ROWS if status_code in row.implied_by), None)
