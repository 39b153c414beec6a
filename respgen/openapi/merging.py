"""What several classes send, as one value of FastAPI's `responses=`.

Goes in: classes, several of which may have the same status. Comes out: a response for each status.
"""

from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from functools import partial
from typing import Any, cast

from starlette.responses import Response

from respgen.openapi.classes import checked, sends
from respgen.openapi.schemas import ANYTHING, Later, Said

# A class, and the status under which it says what it sends.
Part = tuple[type[Response], int | str]


def responses_of(
    *classes: type[Response], default: type[Response] | None = None
) -> dict[int | str, dict[str, Any]]:
    """What the classes send, for `responses=` of a route, a router or an application.

    `default` is sent with any other status.
    """
    checked("responses_of()", classes)
    found = parts_of(classes).items()
    made: dict[int | str, dict[str, Any]] = {key: Merged(parts) for key, parts in found}
    if default is not None:
        checked("responses_of()", (default,))
        made["default"] = Merged(
            (default, status) for status in sends(default).responses
        )
        said = {each["description"] for each in sends(default).responses.values()}
        if len(said) > 1:  # of each of its statuses something else
            made["default"]["description"] = "Any other response"
    for each in made.values():
        each.update({key: apart(value) for key, value in each.items()})
    return made


def apart(said: Any) -> Any:
    """A copy for whoever may change it; what is made later is made later still."""
    if isinstance(said, Later):
        return Later(partial(deepcopy, said))
    if isinstance(said, dict):
        parts = cast("dict[str, Any]", said)
        return {key: apart(value) for key, value in parts.items()}
    if isinstance(said, list):
        return [apart(each) for each in cast("Sequence[Any]", said)]
    return said


class Merged(Said):
    """What classes send with one status; what others send can be added."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self.parts = tuple(dict.fromkeys(parts))
        said = [sends(kind).responses[key] for kind, key in self.parts]
        super().__init__(said[0] if len(said) == 1 else together(said))

    def leave_schema(self, media: str) -> None:
        """Leave the schema of a media type to others."""
        content = self.get("content", {})
        if media in content:
            kept = {k: value for k, value in content[media].items() if k != "schema"}
            self["content"] = {**content, media: kept}


def parts_of(
    classes: Iterable[type[Response]],
) -> dict[int | str, list[Part]]:
    """The classes by their statuses."""
    parts: dict[int | str, list[Part]] = {}
    for kind in classes:
        for status in sends(kind).responses:
            parts.setdefault(status, []).append((kind, status))
    return parts


def together(said: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Responses with one status as one."""
    made = {key: value for each in reversed(said) for key, value in each.items()}
    made["description"] = paragraphs(said)
    if headers := [each.get("headers", {}) for each in said if "headers" in each]:
        made["headers"] = headers_of(headers, len(said))
    if contents := [each["content"] for each in said if each.get("content")]:
        kinds = dict.fromkeys(kind for each in contents for kind in each)
        made["content"] = {
            kind: media_of([each[kind] for each in contents if kind in each])
            for kind in kinds
        }
    return made


def paragraphs(said: Iterable[Mapping[str, Any]]) -> str:
    """The descriptions, each once, as paragraphs of Markdown."""
    found = (each["description"] for each in said if each.get("description"))
    return "\n\n".join(dict.fromkeys(found))


def headers_of(said: Sequence[Mapping[str, Any]], responses: int) -> dict[str, Any]:
    """The headers of responses: a client can count on what all of them require."""
    found: dict[str, list[tuple[str, Mapping[str, Any]]]] = {}
    for each in said:
        for name, header in each.items():
            found.setdefault(name.lower(), []).append((name, header))
    made: dict[str, Any] = {}
    for same in found.values():
        headers = [header for _, header in same]
        everywhere = len(headers) == responses
        is_required = everywhere and all(each.get("required") for each in headers)
        made[same[0][0]] = header_of(headers, is_required)
    return made


def header_of(said: Sequence[Mapping[str, Any]], is_required: bool) -> dict[str, Any]:
    """One header of several responses; an example is one for all of them."""
    made = {key: value for each in reversed(said) for key, value in each.items()}
    made.pop("required", None)
    if is_required:
        made["required"] = True
    if text := paragraphs(said):
        made["description"] = text
    if "schema" in made:
        schemas = [each["schema"] for each in said if "schema" in each]
        made["schema"] = one_of(schemas, "anyOf")
    if any(each.get("example") != made.get("example") for each in said):
        del made["example"]
    return made


def media_of(said: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """One media type of several responses, with the examples of all."""
    made = {key: value for each in reversed(said) for key, value in each.items()}
    if "schema" in made:
        schemas = [each["schema"] for each in said if "schema" in each]
        made["schema"] = one_of(schemas, "oneOf")
    examples: dict[str, Any] = {}
    for each in said:
        for name, example in each.get("examples", {}).items():
            examples[unused(name, example, examples)] = example
    if examples:
        made["examples"] = examples
    return made


def unused(name: str, example: object, examples: Mapping[str, object]) -> str:
    """A name for an example that no other has."""
    number, found = 1, name
    while examples.get(found, example) != example:
        number += 1
        found = f"{name}_{number}"
    return found


def one_of(schemas: Sequence[dict[str, Any]], word: str) -> dict[str, Any]:
    """The schemas as one; they are compared when they are made."""
    if any(isinstance(each, Later) for each in schemas):
        return Later(lambda: alternatives(schemas, word))
    return alternatives(schemas, word)


def alternatives(schemas: Sequence[dict[str, Any]], word: str) -> dict[str, Any]:
    """The schemas, each once; one that takes anything leaves nothing to the others."""
    found: list[dict[str, Any]] = []
    for schema in schemas:
        if not schema or schema == {"type": [*ANYTHING]}:
            return schema
        if schema not in found:
            found.append(schema)
    return found[0] if len(found) == 1 else {word: found}
