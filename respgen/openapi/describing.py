"""What a route sends, told to the document.

Goes in: a route of FastAPI, and the classes that its endpoint returns. Comes out: its `responses`.
"""

from collections.abc import Mapping
from typing import Any

from fastapi.datastructures import DefaultPlaceholder
from fastapi.utils import create_model_field
from starlette.responses import Response

from respgen.core.statuses import BODYLESS
from respgen.openapi.classes import is_generated, sends
from respgen.openapi.merging import Merged, parts_of
from respgen.openapi.models import model_of
from respgen.openapi.raising import raised

# What FastAPI says where the route says nothing.
SUCCESS = "Successful Response"


def describe(route: Any, kinds: tuple[type[Response], ...]) -> None:
    """Add what a route returns and raises to what it states itself, which wins."""
    if not kinds and is_generated(route.response_class):
        kinds = (route.response_class,)
    if kinds and route.status_code is None:
        route.status_code = sends(kinds[0]).status
    stated: dict[int | str, dict[str, Any]] = {**route.responses}
    keys = {str(key).lower(): key for key in stated}
    for status, found in found_for(route, kinds).items():
        key = keys.get(str(status), status)
        stated[key] = completed(stated.get(key, {}), found, media_type(route))
    route.responses = stated
    for key, said in stated.items():
        if isinstance(said, Merged):
            fit(route, key, said)


def media_type(route: Any) -> str:
    """The media type of the route's own class, under which FastAPI writes schemas."""
    own: Any = route.response_class
    kind = own.value if isinstance(own, DefaultPlaceholder) else own
    return kind.media_type or "application/json"


def found_for(route: Any, kinds: tuple[type[Response], ...]) -> dict[int | str, Merged]:
    """What a route returns and raises. Its first class has the status that the route states."""
    parts = parts_of((*kinds, *raised(route.dependant)))
    if kinds and route.status_code not in parts:
        usual = next(iter(sends(kinds[0]).responses))
        parts[usual].remove((kinds[0], usual))
        parts[route.status_code] = [(kinds[0], usual)]
    made = {status: Merged(found) for status, found in parts.items() if found}
    for status in BODYLESS & made.keys():
        made[status].pop("content", None)
    return made


def completed(stated: Mapping[str, Any], found: Merged, media: str) -> dict[str, Any]:
    """What was stated of a status, completed by what was found."""
    if isinstance(stated, Merged):
        return Merged((*found.parts, *stated.parts))
    if not stated:
        return found
    if "model" in stated:
        found.leave_schema(media)
    made = {**found, **stated}
    for key in ("content", "headers"):
        if key in found and key in stated:
            made[key] = {**found[key], **stated[key]}
    return made


def fit(route: Any, status: int | str, said: Merged) -> None:
    """Leave to FastAPI what it says itself, and let it refer to models as it does."""
    media, is_own = media_type(route), status == route.status_code
    if is_own and route.response_description != SUCCESS:
        said["description"] = route.response_description
    if status in BODYLESS:
        said.pop("content", None)
        return
    if is_own and route.response_field is not None:
        said.leave_schema(media)
    elif (model := model_of(said.parts, media)) is not None:
        said.leave_schema(media)
        said["model"] = model
        route.response_fields[status] = create_model_field(
            name=f"Response_{status}_{route.unique_id}",
            type_=model,
            mode="serialization",
        )
