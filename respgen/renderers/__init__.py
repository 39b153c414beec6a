"""Renderers: how content becomes the body. One module a renderer or family; here they are a table.

`schema` reads the words and options, `resolve` the media type and the content, `checks` what does
not fit, `emit` the expression.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from respgen.renderers.csv import CSV
from respgen.renderers.form import FORM
from respgen.renderers.function import FUNCTION
from respgen.renderers.json_rows import JSON_ROWS
from respgen.renderers.msgpack import MSGPACK
from respgen.renderers.ndjson import NDJSON
from respgen.renderers.problem import PROBLEM
from respgen.renderers.renderer import Around, Renderer
from respgen.renderers.sse import SSE
from respgen.renderers.text import BYTES, HTML, TEXT
from respgen.renderers.xml import XML
from respgen.renderers.yaml import YAML
from respgen.vocabulary.media_types import essence

__all__ = ["RENDERERS", "WORDS", "Around", "Renderer", "renderer_for"]

# bytes comes last: it takes what nothing else does
_ROWS: tuple[Renderer[Any], ...] = (
    *(*JSON_ROWS, NDJSON, SSE, CSV, MSGPACK, YAML, XML, FORM),
    *(TEXT, HTML, BYTES),
)

RENDERERS: Mapping[str, Renderer[Any]] = MappingProxyType(
    {row.name: row for row in (*_ROWS, FUNCTION, PROBLEM)}
)

WORDS = tuple(row.name for row in _ROWS)
"""What `render:` may say beside an import path."""


def renderer_for(media_type: str | None) -> Renderer[Any]:
    """The renderer where a schema names none: the media type decides."""
    found = essence(media_type)
    return next(row for row in _ROWS if row.implied_by(found))
