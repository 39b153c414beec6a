"""The renderers that make JSON of one value: of the data of an event, or of an item of a stream."""

from __future__ import annotations

from typing import Any

from respgen.renderers.json import JSON
from respgen.renderers.msgspec import MSGSPEC
from respgen.renderers.orjson import ORJSON
from respgen.renderers.pydantic import PYDANTIC
from respgen.renderers.renderer import Renderer

JSON_ROWS: tuple[Renderer[Any], ...] = (JSON, PYDANTIC, ORJSON, MSGSPEC)
