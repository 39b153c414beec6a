"""The renderers that make JSON of one value: of the data of an event, or of an item of a stream."""

from __future__ import annotations

from typing import Any

from respgen.renderers.json import JSON
from respgen.renderers.msgspec import MSGSPEC
from respgen.renderers.orjson import ORJSON
from respgen.renderers.pydantic import PYDANTIC
from respgen.renderers.renderer import Renderer
from respgen.specs.expressions import Call, Function, Local, ValueExpression
from respgen.specs.types import TypeExpression

JSON_ROWS: tuple[Renderer[Any], ...] = (JSON, ORJSON, MSGSPEC, PYDANTIC)


def encoder(
    row: Renderer[Any], name: str, kind: TypeExpression | None
) -> ValueExpression:
    """A function that makes JSON of a value of that type; its parameter has that name."""
    value = Local(name, kind)
    body = row.body(row.options(), value)
    if isinstance(body, Call) and body == Call(body.function, (value,)):
        return body.function
    return Function(name, body)
