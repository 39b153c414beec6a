"""What answers requests that FastAPI cannot read, in the document of an application.

Goes in: an application, and what the class of the answer declares. Comes out: its document, in which
every operation that may be answered so says it, in place of FastAPI's own 422.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from copy import deepcopy
from functools import partial
from json import dumps, loads
from typing import Any, cast

from fastapi import FastAPI, routing
from fastapi.dependencies.utils import get_flat_params
from fastapi.encoders import jsonable_encoder
from fastapi.exceptions import RequestValidationError
from fastapi.openapi import models
from fastapi.openapi.constants import REF_PREFIX
from fastapi.openapi.utils import (
    validation_error_definition,
    validation_error_response_definition,
)

from respgen.frameworks.documents import public

# What makes a document.
DocumentSource = Callable[[], dict[str, Any]]
# What a class declares, by status.
ByStatus = Mapping[int | str, Mapping[str, Any]]
# An operation: its path, and its method in lower case.
Place = tuple[str, str]
# The components of FastAPI's own answer; the first refers to the second.
OWN_COMPONENTS = {
    "HTTPValidationError": validation_error_response_definition,
    "ValidationError": validation_error_definition,
}
OWN_SCHEMA = {"$ref": REF_PREFIX + "HTTPValidationError"}
OWN_RESPONSE = {
    "description": "Validation Error",
    "content": {"application/json": {"schema": OWN_SCHEMA}},
}


class Documented:
    """What answers requests that FastAPI cannot read: what its class declares, and who sends it.

    `status` is what is sent: the first that is declared where it is None.
    """

    def __init__(
        self, declared: Callable[[], ByStatus], status: int | None, handler: object
    ) -> None:
        self.declared = declared
        self.status = status
        self.handler = handler

    def answers(self, app: FastAPI) -> bool:
        """Whether no handler has taken its place since."""
        handlers: Mapping[Any, object] = app.exception_handlers
        return handlers.get(RequestValidationError) is self.handler

    def response(self) -> tuple[str, Mapping[str, Any]]:
        """The status, and what is sent under it."""
        declared = self.declared()
        status = self.status or next(iter(declared))
        return str(status), declared[status]


class ValidationDocument:
    """`app.openapi` of one application.

    Its users may assign to `app.openapi` before this or after it: only the class of the
    application sees both.
    """

    def __init__(self, app: FastAPI, answer: Documented) -> None:
        self.inherited = partial(type(app).openapi, app)
        self.source: DocumentSource = app.openapi
        self.answer = answer
        self.completed: dict[str, Any] | None = None

    def __get__(self, app: FastAPI, owner: type[FastAPI]) -> DocumentSource:
        source = self.source

        def openapi() -> dict[str, Any]:
            document = source()
            if document is not self.completed and self.answer.answers(app):
                complete(document, {*fallible(app)}, *self.answer.response())
                self.completed = document
            return document

        return openapi

    def __set__(self, app: FastAPI, source: DocumentSource) -> None:
        self.source = source

    def __delete__(self, app: FastAPI) -> None:
        self.source = self.inherited


def document_validation(app: FastAPI, answer: Documented) -> None:
    """Let the document of an application say what answers requests that it cannot read."""
    kind = type(app)
    found = vars(kind).get("openapi")
    if isinstance(found, ValidationDocument):
        found.answer, found.completed = answer, None
        return
    members = {name: getattr(kind, name) for name in ("__module__", "__qualname__")}
    members["openapi"] = ValidationDocument(app, answer)
    app.__class__ = cast("type[FastAPI]", type(kind.__name__, (kind,), members))


def complete(
    document: dict[str, Any],
    places: AbstractSet[Place],
    status: str,
    response: Mapping[str, Any],
) -> None:
    """Add the response at those places, and wherever FastAPI has its own."""
    text = as_shown(response)
    for place, responses in operations(document):
        has_own = responses.get("422") == OWN_RESPONSE
        if has_own:
            del responses["422"]
        if has_own or place in places:
            responses[status] = joined_to(responses.get(status), loads(text))
    drop_components(document)


def as_shown(response: Mapping[str, Any]) -> str:
    """A response as FastAPI writes it into documents, in JSON."""
    made = models.Response(**deepcopy(dict(response)))
    return dumps(jsonable_encoder(made, by_alias=True, exclude_none=True))


def joined_to(
    stated: dict[str, Any] | None, response: dict[str, Any]
) -> dict[str, Any]:
    """What a route states of the status itself, with the response, which it may state too."""
    if stated is None:
        return response
    if has_all(stated, response):
        return stated
    made: dict[str, Any] = public().together([stated, response])
    return made


def has_all(stated: Mapping[str, Any], response: Mapping[str, Any]) -> bool:
    """Whether the one has the media types, the schemas and the headers of the other."""
    if not stated.get("headers", {}).keys() >= response.get("headers", {}).keys():
        return False
    content: Mapping[str, Any] = stated.get("content", {})
    for media, body in response.get("content", {}).items():
        schema: Mapping[str, Any] | None = content.get(media, {}).get("schema")
        known: Sequence[object] = (schema or {}).get("oneOf", [schema])
        if media not in content or body.get("schema") not in known:
            return False
    return True


def operations(document: Mapping[str, Any]) -> Iterator[tuple[Place, dict[str, Any]]]:
    """The responses of each operation. Callbacks and webhooks are answered by others."""
    for path, item in document.get("paths", {}).items():
        for method, operation in item.items():
            if isinstance(operation, dict) and "responses" in operation:
                yield (path, method), operation["responses"]


def fallible(app: FastAPI) -> Iterator[Place]:
    """The operations whose requests have something to read: those that FastAPI gives its 422."""
    # older versions of FastAPI copy the routes of included routers
    contexts = getattr(routing, "iter_route_contexts", iter)
    for route in cast("Iterable[Any]", contexts(app.routes)):
        if reads(route):
            for method in route.methods:
                yield route.path_format, method.lower()


def reads(route: Any) -> bool:
    """Whether FastAPI reads the requests of a route that is in the document."""
    if not isinstance(getattr(route, "original_route", route), routing.APIRoute):
        return False
    fields = route.body_field or get_flat_params(route.dependant)
    return bool(fields and route.include_in_schema)


def drop_components(document: dict[str, Any]) -> None:
    """Drop FastAPI's own components where nothing refers to them."""
    components = document.get("components", {})
    schemas = components.get("schemas", {})
    for name, own in OWN_COMPONENTS.items():
        if schemas.get(name) != own:
            continue
        if f'"{REF_PREFIX}{name}"' not in dumps(document, default=str):
            del schemas[name]
            if not schemas:
                del components["schemas"]
            if not components:
                del document["components"]
