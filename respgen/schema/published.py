"""The JSON Schema of the language, for editors: what pydantic knows, in the dialect they read."""

from __future__ import annotations

from typing import TypeAlias

from pydantic.json_schema import GenerateJsonSchema

from respgen.schema.models import Module

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def json_schema() -> dict[str, object]:
    """A schema of JSON Schema 2020-12; every key is described."""
    schema = _tidy(Module.model_json_schema())
    properties = schema["properties"]
    if isinstance(properties, dict):
        note = "Where this schema is: JSON files have no comment to say it."
        properties["$schema"] = {"type": "string", "description": note}
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": "respgen schema",
        **schema,
    }


def _tidy(schema: dict[str, Json]) -> dict[str, Json]:
    """Without titles and the defaults that mean silence; `anyOf`, since 1 is integer and number."""
    return {
        "anyOf" if key == "oneOf" else key: _inside(key, value)
        for key, value in schema.items()
        if key != "title" and not (key == "default" and _is_silence(value))
    }


def _inside(key: str, value: Json) -> Json:
    if isinstance(value, dict):
        if key in ("properties", "$defs"):
            return {name: _inside("", below) for name, below in value.items()}
        return _tidy(value)
    if isinstance(value, list):
        return [_inside("", item) for item in value]
    return value


def _is_silence(value: Json) -> bool:
    return (not value and value is not False) or isinstance(value, dict)
