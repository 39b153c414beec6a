"""The JSON Schema of the language, for editors: what the rows of keys and the fields know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from respgen.decoder.keys import form
from respgen.decoder.plain import Definitions
from respgen.fields import FIELDS
from respgen.fields.forms import mergeable
from respgen.located import Plain
from respgen.schema.headers import ProfileKeys, ResponseHeaders
from respgen.schema.module_keys import ModuleKeys

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Plain]:
    """A schema of JSON Schema 2020-12; every key is described."""
    definitions: Definitions = {}
    schema = {**form(ModuleKeys, definitions)}
    fields: dict[str, Plain] = {}
    for row in dict.fromkeys(FIELDS.values()):
        definitions.update(row.shared)
        for name in row.names:
            own = mergeable(row.form) if row.merge else row.form
            definitions[name] = _either({"$ref": "#/$defs/any-header"}, own)
            fields[name] = {"description": row.about, "$ref": f"#/$defs/{name}"}
    for headers in (ProfileKeys, ResponseHeaders):
        properties = _below(
            _below(definitions, headers.__name__.removesuffix("Keys")), "properties"
        )
        properties |= fields
    note = "The location of this schema, for JSON files, which have no comments."
    properties = _below(schema, "properties")
    properties["$schema"] = {"type": "string", "description": note}
    return {
        "$schema": DIALECT,
        "title": "respgen schema",
        **schema,
        "$defs": definitions,
    }


def _either(header: Plain, own: Mapping[str, Plain]) -> Plain:
    return {"anyOf": [header, *([{**own}] if own else [])]}


def _below(schema: dict[str, Plain], key: str) -> dict[str, Plain]:
    return cast("dict[str, Plain]", schema[key])
