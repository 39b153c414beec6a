"""Whether a class of the catalogue sends what a call sends, and how it is called then.

Goes in: Sent, and the spec of a class. Come out: its arguments, or Differs: the first difference. They
match where both send the same for every value that can stand there: status, body, and for each field
its value. The order of different fields is free (RFC 9110 5.3).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from respgen.core.statuses import BODYLESS
from respgen.diagnostics import quoted
from respgen.kinds import KINDS
from respgen.renderers.json import JsonOptions
from respgen.sending import values
from respgen.sending.differences import Differs as Differs
from respgen.sending.differences import Match as Match
from respgen.sending.differences import Reader as Reader
from respgen.sending.kinds import FORMS, STARTS, differences, further
from respgen.sending.sent import NOTHING, Form, Given, Sent, with_charset
from respgen.sending.templates import binding, fill, fill_text
from respgen.sending.types import EMPTY, admits, is_of, is_sent, may_be_none
from respgen.source.program.values import Known, Pairs, Value, text
from respgen.specs import Argument, Constant, HeaderSpec, Read, ResponseSpec, Template
from respgen.specs.types import TypeExpression

_BODIES = ("body", "empty")


def match(sent: Sent, spec: ResponseSpec, read: Reader) -> Match:
    """How the class is called to send this. Raises Differs."""
    return _Matching(sent, spec, read).match()


def match_any(messages: Sequence[Sent], spec: ResponseSpec, read: Reader) -> Match:
    """The first way in which a call can be one of the class. Raises Differs, of the first way."""
    first, *others = messages
    try:
        return match(first, spec, read)
    except Differs:
        for each in others:
            with suppress(Differs):
                return match(each, spec, read)
        raise


@dataclass(slots=True)
class _Matching:
    sent: Sent
    spec: ResponseSpec
    read: Reader
    _bound: dict[str, Given] = field(default_factory=dict)
    _chosen: int = 0
    _numbers: list[Value] = field(default_factory=list)

    def match(self) -> Match:
        steps = (
            self._kind,
            self._status,
            self._content_type,
            self._fields,
            self._body,
            self._required,
        )
        for number, step in enumerate(steps):
            try:
                step()
            except Differs as differs:
                raise Differs(str(differs), number - 1) from differs
        if self.sent.background != NOTHING:
            self._bound["background"] = self.sent.background
        own = self.spec.content.parameter if self.spec.content else ""
        first = STARTS.get(self.sent.form, own)
        found = {name: self._placed(each) for name, each in self._bound.items()}
        first = first if first in found else ""
        items = self.sent.body.value if self.sent.form is Form.STREAM else None
        return Match(first or None, found, self._chosen, (*self._numbers,), items)

    def _placed(self, given: Given) -> Given:
        """With its expression, where one of the call is it."""
        return replace(given, node=given.node or self.sent.nodes.get(given.value))

    def _kind(self) -> None:
        """What is not looked at by value: how a class is made, and what it sends by itself."""
        spec = self.spec
        kinds = (FORMS[form],) if (form := self.sent.form) in FORMS else _BODIES
        if spec.kind not in kinds or spec.constructor is not None:
            raise Differs("its kind is another one")
        if any(use.always is not None for use in spec.cookies):
            raise Differs("it sets a cookie")
        if spec.shape.media_types:
            raise Differs("it lets callers choose the media type")
        if self.sent.form is Form.ERROR and not spec.exception:
            raise Differs("it has no exception (`exception: true`)")

    # Status

    def _status(self) -> None:
        status, spec = self.sent.status, self.spec
        if status.value == Known(spec.status_code):
            return
        row = KINDS[spec.kind]
        if not self.sent.every_status:
            raise Differs("the status of the call is not known")
        for known in self.sent.every_status:
            if known not in (spec.statuses or (known,)) or known not in row.statuses:
                raise Differs(f"its status is {spec.status_code}, not {known}")
            if known in BODYLESS or known < 200:
                raise Differs(f"{known} has no body")
        # a name for it is an int to type checkers, and the parameter a Literal
        literal = spec.statuses or row.closed
        if literal and not isinstance(status.value, Known):
            raise Differs("type checkers have to see its status")
        self._bound["status_code"] = Given(status.value) if literal else status
        self._chosen += 1

    # Fields

    def _content_type(self) -> None:
        expected = self.spec.media_type
        if self.sent.form is Form.ERROR or self._is_bodyless():
            return
        theirs = with_charset(expected, self.spec.charset) if expected else None
        ours = self.sent.content_type.value
        if ours != Known(theirs):
            found = text(ours)
            shown = "no Content-Type" if found is None else found
            raise Differs(f"its Content-Type is {theirs}, not {shown}")

    def _fields(self) -> None:
        left = dict(self.sent.fields)
        for header in self.spec.headers:
            self._field(header, left.pop(header.name.lower(), None))
        for name in left:
            raise Differs(f"it does not send {name}")
        if self.sent.rest is not None:
            self._rest(self.sent.rest)

    def _rest(self, rest: Given) -> None:
        """Headers that nobody knows: callers' go before those of a class, unless it says otherwise."""
        for header in self.spec.headers:
            if header.policy != "overridable":
                raise Differs(f"callers cannot set its {header.name}")
        self._bound["headers"] = rest

    def _field(self, header: HeaderSpec, given: Given | None) -> None:
        match header.origin:
            case Constant(text=sends):
                if given is None or given.when or given.value != Known(sends):
                    raise Differs(f"it sends {header.name}: {sends}")
            case Argument() as argument:
                self._argument(header, argument, given)
            case _ if given and given.when:
                raise Differs(f"its {header.name} does not depend on anything")
            case Read(path=path):
                if given is None or self.read(path) != given.value:
                    raise Differs(
                        f"its {header.name} is read from {path.module}:{path.name}"
                    )
            case Template(pattern=pattern, fill="text" | "quoted" as way) if given:
                if not fill_text(pattern, given, binding(way, self._put)):
                    raise Differs(f"its {header.name} is {quoted(pattern.shown)}")
            case _:
                raise Differs(f"its {header.name} is made otherwise")

    def _argument(
        self, header: HeaderSpec, argument: Argument, given: Given | None
    ) -> None:
        if given is None:
            if argument.required or argument.text:
                raise Differs(f"it sends {header.name}")
            return
        known = text(given.value)
        if given.when and (argument.required or argument.text):
            raise Differs(f"it sends {header.name} in any case")
        if known is not None and known == argument.text:
            return
        if known is not None and not is_sent(header.name, known):
            raise Differs(f"it refuses what {header.name} is set to")
        made = None if may_be_none(given.value) else values.argument(header.type, given)
        if made is None:
            raise Differs(f"its {header.name} may be written otherwise")
        self._bound[argument.parameter] = made
        if header.type.word == "int":
            self._numbers.append(made.value)
        self._chosen += known is not None and header.type.word in values.TEXTS

    # Body

    def _is_bodyless(self) -> bool:
        return self.spec.kind == "empty"

    def _body(self) -> None:
        body, spec = self.sent.body, self.spec
        if self.sent.form is Form.ERROR or self._is_bodyless():
            self._detail() if self.sent.form is Form.ERROR else self._empty()
            return
        if self.sent.form in FORMS:
            for difference in differences(
                self.sent, spec, self._put, self._bound.__setitem__
            ):
                raise Differs(difference)
            self._chosen += further(self.spec, self._bound)
            return
        self._renderer()
        if spec.body is not None:
            made = (
                fill_text(spec.body.text, body, self._put)
                if spec.body.is_text
                else fill(spec.body.template, body, self._put)
            )
            if not made:
                raise Differs("its body is another one")
            self._omitted()
        elif spec.content is not None:
            if not admits(spec.content.type, body.value):
                raise Differs("its content is of another type")
            self._bound[spec.content.parameter] = body
            self._chosen += isinstance(body.value, Pairs)
        elif body.value not in (EMPTY if self.sent.form is Form.PLAIN else EMPTY[:1]):
            raise Differs("it takes no content")

    def _empty(self) -> None:
        """204 and its like: what the call gives is empty, and of no media type."""
        status = self.sent.status.value
        empty = self.sent.body.value in EMPTY
        plain = self.sent.form is Form.PLAIN and self.sent.content_type == NOTHING
        if not (empty and plain and status in (Known(204), Known(304))):
            raise Differs("it has no body")

    def _renderer(self) -> None:
        renderer = self.spec.renderer
        if self.sent.form in (Form.JSON, Form.ERROR):
            plain = renderer.name == "json" and renderer.options == JsonOptions()
        else:
            plain = renderer.name in ("text", "html", "bytes")
        if not plain or self.spec.charset != "utf-8":
            raise Differs(f"it renders otherwise ({renderer.name})")

    def _detail(self) -> None:
        """`{"detail": ...}`, as FastAPI answers an HTTPException that nobody handles."""
        spec = self.spec
        template = spec.body.template if spec.body else None
        if not isinstance(template, Mapping) or [*template] != ["detail"]:
            raise Differs('its body is not {detail: "{detail}"}')
        if spec.media_type != "application/json":
            raise Differs(f"its media type is {spec.media_type}")
        self._renderer()
        if not fill(template["detail"], self.sent.body, self._put):
            raise Differs("its detail is another one")
        self._omitted()

    def _omitted(self) -> None:
        """A member whose value is None is left out of some bodies."""
        body = self.spec.body
        if (
            body
            and body.omit_none
            and any(
                may_be_none(self._bound[n].value)
                for n in body.nullable & self._bound.keys()
            )
        ):
            raise Differs("it leaves out what is None")

    def _put(self, name: str, given: Given, is_text: bool) -> bool:
        """A value at a place of a template."""
        if is_text and is_of(given.value, "int"):
            self._numbers.append(given.value)
        kind = self._types().get(name)
        if name == "content" and self.spec.content:
            name, kind = self.spec.content.parameter, self.spec.content.type
        if kind is None or not admits(kind, given.value):
            return False
        if name in self._bound:
            return self._bound[name].value == given.value
        self._bound[name] = given
        return True

    def _types(self) -> Mapping[str, TypeExpression]:
        return {each.name: values.annotated(each) for each in self.spec.params}

    def _required(self) -> None:
        """Every parameter that has to be given is; what is given and is the default is left out."""
        for param in self.spec.params:
            given = self._bound.get(param.name)
            if given is None and param.required:
                raise Differs(f"it needs {param.name}")
            if given is None and param.default is not None:
                raise Differs(f"its {param.name} has a default")
            if given and given.node is None and values.is_default(param, given.value):
                del self._bound[param.name]
