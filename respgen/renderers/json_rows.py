"""The renderers that make JSON of one value: of the data of an event, or of an item of a stream."""

from __future__ import annotations

from typing import Any

from respgen.renderers.json import JSON, JsonOptions, Nan
from respgen.renderers.msgspec import MSGSPEC
from respgen.renderers.orjson import ORJSON
from respgen.renderers.pydantic import PYDANTIC
from respgen.renderers.renderer import Renderer, Unfit
from respgen.specs.expressions import Call, Function, Local, ValueExpression
from respgen.specs.types import TypeExpression

JSON_ROWS: tuple[Renderer[Any], ...] = (JSON, ORJSON, MSGSPEC, PYDANTIC)


def idle_nan(name: str, nan: Nan) -> Unfit | None:
    """Why a renderer other than json has no use for `nan`: it writes null by itself."""
    if nan == "error" or name == JSON.name:
        return None
    return Unfit(f"nan is for json: {name} has a way of its own", "leave out nan")


def body(row: Renderer[Any], nan: Nan, value: ValueExpression) -> ValueExpression:
    """The expression that makes JSON of a value."""
    options = JsonOptions(nan=nan) if row is JSON else row.options()
    return row.body(options, value)


def encoder(
    row: Renderer[Any], name: str, kind: TypeExpression | None, nan: Nan
) -> ValueExpression:
    """A function that makes JSON of a value of that type; its parameter has that name."""
    value = Local(name, kind)
    made = body(row, nan, value)
    if isinstance(made, Call) and made == Call(made.function, (value,)):
        return made.function
    return Function(name, made)
