"""What a class declares of its body, and what a body differs in.

Goes in: the spec of a class. Comes out: a Body, which compares. Streams and files have none, and
neither has a body that a function of the project's own makes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from respgen.core.statuses import reason_phrase
from respgen.kinds import KINDS
from respgen.kinds.kind import KindRow
from respgen.renderers.problem import BLANK, ProblemOptions
from respgen.specs import (
    BodySpec,
    FrameworkBase,
    ImportPath,
    ParamSpec,
    Pattern,
    ResponseSpec,
    TypeName,
    Whole,
)
from respgen.specs.origins import JsonTemplate
from respgen.testing.differences import (
    BY_BODY,
    NOTHING,
    Difference,
    printable,
    shown,
)
from respgen.testing.forms import filled
from respgen.testing.messages import NO_JSON, Message
from respgen.testing.shapes import ANYTHING, FILLED, Schema, details, faults
from respgen.testing.types import Types, python_type, types_of
from respgen.vocabulary.media_types import essence, is_json


@dataclass(frozen=True, slots=True)
class Body:
    """`schema` is that of a JSON document, `text` of a text with places; None for neither.

    `blank` is what a problem says that answers an error of a status that is not its own.
    """

    schema: Schema | None = None
    text: Pattern | None = None
    charset: str = "utf-8"
    blank: Schema | None = None
    is_empty: bool = False

    @property
    def is_read(self) -> bool:
        """Whether it is compared with what is sent."""
        return self.schema is not None or self.text is not None

    @property
    def says(self) -> int:
        """How much it says: what fits a longer description was hardly meant by a shorter one."""
        return len(self.text.texts) if self.text else details(self.schema or ANYTHING)

    def differences(self, message: Message, own: bool) -> Iterator[Difference]:
        """`own`: the status is one of the class's own."""
        if self.is_empty or not message.carries_body:
            if message.method != "HEAD" and (sent := _length(message)) != "0 bytes":
                yield Difference("body", NOTHING, sent, BY_BODY)
            return
        if message.body is None:
            return
        if self.text is not None:
            yield from self._text(self.text, message.body)
        schema = (
            self.schema
            if own or self.blank is None
            else _of_status(self.blank, message.status)
        )
        if schema is not None:
            yield from _document(schema, message)

    def _text(self, text: Pattern, body: bytes) -> Iterator[Difference]:
        sent = body.decode(self.charset, "replace")
        if not filled(text, sent):
            yield Difference("body", shown(text.shown), shown(sent), BY_BODY)


def _length(message: Message) -> str:
    """How much was sent: of a body that is not known, as the message itself says."""
    if message.body is not None:
        return f"{len(message.body)} bytes"
    if not message.carries_body:
        return "0 bytes"
    length = message.value("content-length")
    return "a stream" if length is None else f"{length} bytes"


def _document(schema: Schema, message: Message) -> Iterator[Difference]:
    if message.document is NO_JSON:
        if not is_json(message.essence):
            return  # the media type says so
        yield Difference("body", "a JSON document", "none", BY_BODY)
        return
    for each in faults(schema, message.document):
        where = printable(f"body {each.place}").rstrip()
        yield Difference(where, each.declared, each.sent, BY_BODY)


def _has_none(row: KindRow[Any]) -> bool:
    """Whether a kind sends a body that nobody gives, which is none."""
    return row.has_body and "content" in row.unused


def labels_of(spec: ResponseSpec) -> tuple[str, ...]:
    """The media types that a class may send; none where nobody knows."""
    if spec.shape.labels:
        return spec.shape.labels
    own = spec.media_type if "media_type" not in spec.inherits else _of_base(spec.base)
    return () if own is None else (own,)


def _of_base(base: FrameworkBase | ImportPath) -> str | None:
    """The media type of a class of the project's own."""
    if isinstance(base, str):
        return None
    try:
        found = getattr(
            python_type(TypeName(base.module, base.name)), "media_type", None
        )
    except Exception:  # an author's module raises anything
        return None
    return found if isinstance(found, str) else None


def body_of(spec: ResponseSpec, answers: bool = False) -> Body:
    """What a class declares of its body. `answers`: errors that nothing else answers, too."""
    row = KINDS[spec.kind]
    if _has_none(row):
        return Body(is_empty=True)
    if not row.renders or not row.has_body or "render" in spec.inherits:
        return Body()
    if isinstance(spec.renderer.options, ProblemOptions):
        problem = _problem(spec, spec.renderer.options)
        return Body(problem, blank=_blank(problem) if answers else None)
    if spec.body is not None and spec.body.is_text:
        return Body(text=spec.body.text, charset=spec.charset)
    if not is_json(essence(spec.media_type)):
        return Body()
    types = types_of(spec.renderer)
    if types is None:
        return Body(ANYTHING)
    if spec.body is not None:
        return Body(_Template(types, spec, spec.body).schema(spec.body.template))
    if spec.drops_content:
        return Body({"type": "null"})
    return Body(types.schema(spec.content.type) if spec.content else ANYTHING)


@dataclass(frozen=True, slots=True)
class _Template:
    """The JSON Schema of a body that the schema writes."""

    types: Types
    spec: ResponseSpec
    body: BodySpec

    def schema(self, template: JsonTemplate) -> Schema:
        match template:
            case Whole(name):
                return self._value(name)
            case Pattern() as pattern:
                return {FILLED: pattern}
            case tuple():
                size, inside = len(template), [*map(self.schema, template)]
                return {
                    "type": "array",
                    "prefixItems": inside,
                    "minItems": size,
                    "maxItems": size,
                }
            case Mapping():
                return self._object(template)
        return {"const": template}

    def _object(self, template: Mapping[str, JsonTemplate]) -> Schema:
        left_out = {
            key for key, each in template.items() if self._may_be_left_out(each)
        }
        return {
            "type": "object",
            "properties": {key: self.schema(each) for key, each in template.items()},
            "required": [key for key in template if key not in left_out],
            "additionalProperties": False,
        }

    def _may_be_left_out(self, template: JsonTemplate) -> bool:
        """Whether its value may be None; of a type of the project's own nobody knows."""
        return (
            self.body.omit_none
            and isinstance(template, Whole)
            and template.parameter in self.body.nullable
        )

    def _value(self, name: str) -> Schema:
        content = self.spec.content
        if content is not None and name == content.parameter:
            return self.types.schema(content.type)
        return next(
            (_param(self.types, p) for p in self.spec.params if p.name == name),
            ANYTHING,
        )


def _param(types: Types, param: ParamSpec) -> Schema:
    schema = types.schema(param.type)
    return {"anyOf": [schema, {"type": "null"}]} if param.optional else schema


# Problems (RFC 9457)


_TEXT: Schema = {"type": "string"}


def _problem(spec: ResponseSpec, options: ProblemOptions) -> Schema:
    types = Types(finite=True)
    extensions = {p.name: p for p in spec.params if p.name in options.extensions}
    title: Schema = _TEXT if options.title is None else {"const": options.title}
    detail: Schema = _TEXT if options.detail is None else {FILLED: options.detail}
    members = {
        "type": {"const": options.type},
        "title": title,
        "status": {"enum": [spec.status_code, *spec.others]},
        "detail": detail,
        "instance": _TEXT,
        **{name: types.schema(param.type) for name, param in extensions.items()},
    }
    always = [name for name, param in extensions.items() if not param.nullable]
    written = [] if options.detail is None else ["detail"]
    return {
        "type": "object",
        "properties": members,
        "required": ["type", "title", "status", *written, *always],
        "additionalProperties": False,
    }


def _blank(problem: Schema) -> Schema:
    """A problem that says no more than its status."""
    members = problem["properties"] | {"type": {"const": BLANK}}
    return {**problem, "properties": members, "required": ["type", "status"]}


def _of_status(blank: Schema, status: int) -> Schema:
    own = {"status": {"const": status}, "title": {"const": reason_phrase(status)}}
    return {**blank, "properties": blank["properties"] | own}
