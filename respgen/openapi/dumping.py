"""The schema of what pydantic dumps, which is not always what it validates.

Goes in: what pydantic knows of a type, and how it is dumped. Comes out: a schema in which fields have
the names that are sent, and none is required that may be left out.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal, cast

from pydantic.json_schema import GenerateJsonSchema

# The fields that are left out: none, those that are None, or any.
Absent = Literal["none", "null", "any"]


class AsConfigured(GenerateJsonSchema):
    """Each class says itself whether its fields are dumped by their aliases."""

    def model_schema(self, schema: Any) -> dict[str, Any]:
        around = self.by_alias
        self.by_alias = is_aliased(schema["cls"].model_config)
        made = super().model_schema(schema)
        self.by_alias = around
        return made

    def dataclass_schema(self, schema: Any) -> dict[str, Any]:
        around = self.by_alias
        self.by_alias = is_aliased(schema.get("config") or {})
        made = super().dataclass_schema(schema)
        self.by_alias = around
        return made


def is_aliased(config: Mapping[str, Any]) -> bool:
    """Whether aliases are written where the caller does not say."""
    return bool(config.get("serialize_by_alias"))


def dumped(
    adapter: Any, by_alias: bool | None = None, absent: Absent = "none"
) -> dict[str, Any]:
    """The schema of what an adapter dumps; `by_alias` is as `dump_json` takes it."""
    made: dict[str, Any] = adapter.json_schema(
        by_alias=bool(by_alias),
        mode="serialization",
        schema_generator=AsConfigured if by_alias is None else GenerateJsonSchema,
    )
    return made if absent == "none" else dict(loose(made, absent))


def loose(schema: Any, absent: Absent) -> Any:
    """A schema that requires no field which may be left out."""
    if isinstance(schema, list):
        items = cast("Sequence[Any]", schema)
        return [loose(each, absent) for each in items]
    if not isinstance(schema, dict):
        return schema
    parts = cast("dict[str, Any]", schema)
    made = {key: loose(value, absent) for key, value in parts.items()}
    if isinstance(made.get("oneOf"), list):
        # without what tells them apart, several may fit
        made["anyOf"] = made.pop("oneOf")
        made.pop("discriminator", None)
    # a field may be called so, too
    if isinstance(parts.get("required"), list):
        known = parts.get("properties", {})
        made["required"] = [
            name
            for name in parts["required"]
            if absent == "null" and not is_nullable(known.get(name, {}))
        ]
    return made


def is_nullable(schema: dict[str, Any]) -> bool:
    """Whether null is one of the values that a field's schema names, or anything is."""
    named = schema.get("anyOf", [schema])
    words = ("type", "$ref", "const", "enum", "oneOf", "allOf")
    return any(
        each.get("type") == "null" or not any(word in each for word in words)
        for each in named
    )
