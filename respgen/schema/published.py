"""The JSON Schema of the language, for editors: what pydantic and the grammars of fields know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from pydantic.json_schema import GenerateJsonSchema

from respgen.fields import FIELDS
from respgen.schema.models import Module

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def json_schema() -> dict[str, object]:
    """A schema of JSON Schema 2020-12; every key is described."""
    schema = _with_fields(_tidy(Module.model_json_schema()))
    properties = schema["properties"]
    if isinstance(properties, dict):
        note = "Where this schema is: JSON files have no comment to say it."
        properties["$schema"] = {"type": "string", "description": note}
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": "respgen schema",
        **schema,
    }


def _with_fields(schema: dict[str, Json]) -> dict[str, Json]:
    """The fields by their names in every mapping of headers, each with its own form."""
    definitions = _below(schema, "$defs")
    own = _below(definitions, "ResponseHeaders")
    forms = _below(own, "additionalProperties")["anyOf"]
    others = (
        [form for form in forms if not _is_own_form(form)]
        if isinstance(forms, list)
        else []
    )
    definitions["any-header"] = {"anyOf": [*others]}
    fields: dict[str, Json] = {}
    for row in dict.fromkeys(FIELDS.values()):
        definitions.update(row.shared)
        for name in row.names:
            definitions[name] = _either({"$ref": "#/$defs/any-header"}, row.form)
            fields[name] = {"description": row.about, "$ref": f"#/$defs/{name}"}
    profile = _below(
        _below(_below(schema, "properties"), "headers"), "additionalProperties"
    )
    for headers in (own, profile):
        headers["properties"] = {**_below(headers, "properties"), **fields}
    return schema


def _either(header: Json, form: Mapping[str, Json]) -> Json:
    return {"anyOf": [header, *([{**form}] if form else [])]}


def _below(schema: dict[str, Json], key: str) -> dict[str, Json]:
    found = schema.get(key)
    return found if isinstance(found, dict) else {}


def _is_own_form(form: Json) -> bool:
    """Whether it is the list or mapping that any field may have, which its own takes the place of."""
    return isinstance(form, dict) and (
        form.get("type") == "array" or "propertyNames" in form
    )


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
