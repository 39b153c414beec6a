"""An OpenAPI 3.x document -> the responses that its operations state.

Goes in: a located tree. Come out: uses of responses, in the order of the document, and what is left and
why. References inside of the document are followed; nothing else is fetched or read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from respgen.adopt.alike import Vague
from respgen.adopt.proposals import Left
from respgen.diagnostics import Span
from respgen.load.tree import Entry, Mapping, Node, Scalar, Sequence
from respgen.located import as_written

_METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}
_STATUS = re.compile(r"[1-5][0-9]{2}")
_RANGE = re.compile(r"[1-5]XX", re.IGNORECASE)
_COMPONENT = "#/components/responses/"


class Unknown(Exception):  # noqa: N818 # what it is, in one word
    """The text says why something is no OpenAPI document of version 3; `span` is where."""

    def __init__(self, span: Span, reason: str) -> None:
        super().__init__(reason)
        self.span = span


@dataclass(frozen=True, slots=True)
class Use:
    """A response of an operation; `component` is its name where the operation refers to it."""

    span: Span
    what: str
    status: int
    node: Mapping
    operation: str = ""
    component: str = ""


@dataclass(slots=True)
class OpenAPI:
    """A document. Raises Unknown where it is of another kind."""

    root: Mapping
    lost: list[Left] = field(default_factory=list)
    _referred: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, root: Node) -> OpenAPI:
        if not isinstance(root, Mapping):
            raise Unknown(root.span, "this is no OpenAPI document: it is no mapping")
        if old := root.entry("swagger"):
            reason = "this is a document of Swagger 2: convert it to OpenAPI 3"
            raise Unknown(old.key_span, reason)
        version = root.entry("openapi")
        if version is None:
            reason = "this is no OpenAPI document: it has no key openapi"
            raise Unknown(root.span, reason)
        if not re.match(r"3\.", _written(version.value)):
            reason = 'its version is not known: `openapi: "3.1.0"` would be'
            raise Unknown(version.value.span, reason)
        return cls(root)

    def uses(self) -> Iterator[Use]:
        """The responses that have a status; `lost` has the others behind them."""
        for path in self._below(self.root, "paths"):
            item = self._mapping(path, f"the path {path.key}")
            for method in item or ():
                if method.key in _METHODS:
                    yield from self._operation(path.key, method)
        components = self._mapping(self.root.entry("components"), "components")
        for each in self._below(components, "responses"):
            if each.key not in self._referred:
                what = f"the response {each.key}"
                reason = "no operation refers to it, so its status is not known"
                self.lost.append(Left(each.key_span, what, reason))

    def _operation(self, path: str, method: Entry) -> Iterator[Use]:
        what = f"{method.key.upper()} {path}"
        operation = self._mapping(method, what)
        name = text(operation, "operationId") if operation else ""
        for each in self._below(operation, "responses"):
            said = f"the response {each.key} of {what}"
            component = _component(each.value)
            self._referred.add(component)
            node = self._mapping(each, said)
            if reason := _without_status(each.key):
                self.lost.append(Left(each.key_span, said, reason))
            elif node:
                status = int(each.key)
                yield Use(each.key_span, said, status, node, name, component)

    def _below(self, node: Mapping | None, key: str) -> Iterator[Entry]:
        """The entries of a mapping in a mapping, those of extensions aside."""
        found = self._mapping(node.entry(key) if node else None, key)
        yield from (e for e in found or () if not e.key.startswith("x-"))

    def _mapping(self, entry: Entry | None, what: str) -> Mapping | None:
        """What an entry holds or refers to; left where it is none."""
        if entry is None:
            return None
        try:
            return self.mapping(entry.value)
        except Vague as vague:
            self.lost.append(Left(entry.key_span, what, str(vague)))
            return None

    def mapping(self, node: Node) -> Mapping:
        """The mapping that a node is or refers to. Raises Vague."""
        found = self.resolved(node)
        if not isinstance(found, Mapping):
            raise Vague("it is no mapping")
        return found

    def resolved(self, node: Node) -> Node:
        """What a node refers to, in the end. Raises Vague."""
        seen: set[str] = set()
        while isinstance(node, Mapping) and (ref := text(node, "$ref")):
            if ref in seen:
                raise Vague(f"{ref} refers to itself")
            seen.add(ref)
            node = self._pointed(ref)
        return node

    def _pointed(self, ref: str) -> Node:
        """Where a JSON pointer leads (RFC 6901)."""
        if not ref.startswith("#"):
            raise Vague(f"{ref} is in another document")
        start, *parts = unquote(ref[1:]).split("/")
        node: Node | None = None if start else self.root
        for part in parts:
            node = _child(node, part.replace("~1", "/").replace("~0", "~"))
        if node is None:
            raise Vague(f"{ref} leads nowhere")
        return node


def text(node: Mapping, key: str) -> str:
    """The text at a key; empty where there is none."""
    found = node.entry(key)
    value = found.value.value if found and isinstance(found.value, Scalar) else None
    return value if isinstance(value, str) else ""


def _child(node: Node | None, key: str) -> Node | None:
    if isinstance(node, Mapping):
        found = node.entry(key)
        return found.value if found else None
    if isinstance(node, Sequence) and re.fullmatch(r"[0-9]{1,6}", key):
        return next(iter(node.items[int(key) :]), None)
    return None


def _component(node: Node) -> str:
    ref = text(node, "$ref") if isinstance(node, Mapping) else ""
    return ref.removeprefix(_COMPONENT) if ref.startswith(_COMPONENT) else ""


def _without_status(key: str) -> str:
    """Why a key is no status; empty where it is one."""
    if _STATUS.fullmatch(key):
        return ""
    if key == "default":
        return "default stands for every status"
    if _RANGE.fullmatch(key):
        return f"{key} stands for many statuses"
    return "its key is no status"


def _written(node: Node) -> str:
    """The version, which YAML without quotes may take for a number."""
    value = node.value if isinstance(node, Scalar) else None
    return as_written(value) if isinstance(value, float) else str(value)
