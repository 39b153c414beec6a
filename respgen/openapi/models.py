"""Schemas that FastAPI makes itself, so that the types in them become components of the document.

Goes in: classes that are sent with one status. Comes out: the `model` of a response for FastAPI.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, get_args

from respgen.openapi.classes import sends
from respgen.openapi.merging import Part, alternatives


def model_of(parts: Iterable[Part], media: str) -> Any:
    """The model of what is sent under a media type; None where none of the classes has one."""
    found = [*schemas(parts, media)]
    models = [each for each in found if not isinstance(each, Mapping)]
    if not models:
        return None
    return models[0] if len(found) == 1 else Annotated[Any, Alternatives(found)]


def schemas(parts: Iterable[Part], media: str) -> Iterator[Any]:
    """The model of each class, or its schema."""
    for kind, status in parts:
        said = sends(kind).referring[status]
        if "model" in said and kind.media_type == media:
            yield said["model"]
        elif "schema" in said.get("content", {}).get(media, {}):
            yield said["content"][media]["schema"]


class Alternatives:
    """What an annotation says to pydantic: one of several schemas."""

    def __init__(self, schemas: list[Any]) -> None:
        self.schemas = schemas

    def __get_pydantic_json_schema__(
        self, schema: object, handler: object
    ) -> dict[str, Any]:
        found: list[dict[str, Any]] = []
        for each in self.schemas:
            if isinstance(each, dict):
                found.append({**each})
            else:
                _, component = get_args(each)
                found.append(component.__get_pydantic_json_schema__(schema, handler))
        return alternatives(found, "oneOf")
