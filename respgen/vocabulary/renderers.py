"""Renderers: the words of `render:`. A new one is a row here, a function in core and its body in emit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from respgen.specs.types import TypeExpression, TypeName


@dataclass(frozen=True, slots=True)
class Renderer:
    """One word of `render:`.

    `media_type` is what it implies where a class names none. `function` is the name in
    `respgen.core.bodies`. `content` is the type of `content` where the schema is silent.
    """

    name: str
    media_type: str | None
    function: str
    content: TypeExpression
    options: tuple[str, ...] = ()


_STR = TypeName("builtins", "str")

RENDERERS: Mapping[str, Renderer] = MappingProxyType(
    {
        row.name: row
        for row in (
            Renderer(
                "json",
                "application/json",
                "json_body",
                TypeName("respgen", "JsonValue"),
                ("indent", "ensure_ascii", "sort_keys", "default", "nan"),
            ),
            Renderer("text", "text/plain", "text_body", _STR),
            Renderer("html", "text/html", "text_body", _STR),
            Renderer("bytes", None, "text_body", TypeName("builtins", "bytes")),
        )
    }
)

PLANNED = frozenset(
    {"orjson", "msgspec", "pydantic", "csv", "ndjson", "sse", "msgpack", "yaml", "xml"}
)
"""Words of the language that this version does not build."""


def renderer_for(media_type: str | None) -> str:
    """The renderer where a schema names none: the media type decides."""
    essence = _essence(media_type)
    if is_json(essence):
        return "json"
    if essence == "text/html":
        return "html"
    return "text" if essence.startswith("text/") else "bytes"


def is_json(media_type: str | None) -> bool:
    """Whether a media type is JSON: `application/json`, or any with the suffix `+json` (RFC 6839 3.1)."""
    essence = _essence(media_type)
    return essence == "application/json" or essence.endswith("+json")


def _essence(media_type: str | None) -> str:
    # the checks, which say what is wrong with a media type, come later: any text must do here
    return (media_type or "").partition(";")[0].strip().lower()
