"""Responses and exceptions that are made alike -> classes.

Goes in: the places where code makes them. Come out: a class for what a helper makes, and for what is made
in enough places: what all have in common are its constants, what varies are its parameters.
"""

from __future__ import annotations

import ast
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from respgen.adopt.alike import Shape, Vague, opened, returned, said_of, shape_of
from respgen.adopt.bodies import Bodies
from respgen.adopt.headers import spelt
from respgen.adopt.names import Names
from respgen.adopt.naming import named
from respgen.adopt.origins import origin
from respgen.adopt.proposals import Left, Proposal, ResponseSite, left
from respgen.adopt.saving import (
    HEADER,
    are_names,
    check_saved,
    mark,
    pattern,
    saved,
)
from respgen.adopt.text import Node
from respgen.audit.origins import Origins
from respgen.audit.places import Finder
from respgen.kinds import KINDS
from respgen.migrate.ground import Ground
from respgen.migrate.references import name_of
from respgen.sending.callers import is_items, is_number
from respgen.sending.classes import sent_by
from respgen.sending.kinds import FORMS, is_lone
from respgen.sending.matching import Differs
from respgen.sending.sent import Form, Given, Sent, Unclear
from respgen.sending.stating import says
from respgen.sending.types import may_be_none
from respgen.source.names import Function
from respgen.source.program.values import Pairs, Value, text

_Pair: TypeAlias = tuple[ResponseSite, Sent]


@dataclass(slots=True)
class Shapes:
    """`helpers` are functions whose whole job is one response; what is left grows, `few` counts."""

    ground: Ground
    names: Names
    helpers: Container[Function]
    least: int
    lost: list[Left] = field(default_factory=list)
    few: int = 0
    _origins: Origins = field(init=False)

    def __post_init__(self) -> None:
        self._origins = Origins(self.ground.facts)

    def _counts(self, value: Value) -> bool:
        return is_number(self.ground.facts, value)

    def proposals(self, sites: Iterable[ResponseSite]) -> Iterator[Proposal]:
        """A class for each shape that is made often enough, or by a helper."""
        found: dict[Shape, list[tuple[ResponseSite, Sent]]] = {}
        for site in sites:
            try:
                message, shape = self._shape(site)
            except (Vague, Unclear, Differs) as error:
                self._leave([site], "this response", str(error))
            else:
                found.setdefault(shape, []).append((site, message))
        for shape in [each for each in found if each.is_open]:
            # of the same with a status that stays, both classes would do
            found[shape] += found.pop(replace(shape, is_open=False), [])
        for shape in [each for each in found if each.form is Form.ERROR]:
            # a class with `exception: true` is also returned
            pairs = found.pop(returned(shape), [])
            found[shape] += [(site, _as_error(message)) for site, message in pairs]
        rest: dict[Shape, list[_Pair]] = {}
        for shape, pairs in found.items():
            yield from self._of_shape(shape, pairs, rest)
        few: dict[Shape, list[_Pair]] = {}
        for shape, pairs in rest.items():
            yield from self._of_shape(shape, pairs, few)
        self.few = sum(map(len, few.values()))

    def _of_shape(
        self,
        shape: Shape,
        pairs: Sequence[_Pair],
        few: dict[Shape, list[_Pair]],
    ) -> Iterator[Proposal]:
        """The classes of a shape; what is too few goes to the shape of the same with any body."""
        for group in self._groups(pairs):
            if not self._is_enough(group):
                few.setdefault(opened(shape), []).extend(group)
                continue
            each, messages = zip(*group, strict=True)
            try:
                yield self._proposal(shape, each, messages)
            except Vague as vague:
                self._leave(each, "this response", str(vague))

    def _groups(self, pairs: Sequence[_Pair]) -> Iterator[Sequence[_Pair]]:
        """Those with the same constants, where they are enough; then the others together."""
        alike: dict[object, list[_Pair]] = {}
        for pair in pairs:
            constants = tuple((n, text(v.value)) for n, v in pair[1].fields.items())
            alike.setdefault((constants, mark(self._counts, pair[1])), []).append(pair)
        rest = []
        for group in alike.values():
            if self._is_enough(group):
                yield group
            else:
                rest += group
        if rest:
            yield rest

    def _is_enough(self, pairs: Sequence[_Pair]) -> bool:
        helped = any(self._helper(site) for site, _ in pairs)
        return len(pairs) >= self.least or helped

    def _helper(self, site: ResponseSite) -> Function | None:
        function = site.acts[0].body.function
        return function if function and function in self.helpers else None

    def _maker(self, shape: Shape, sites: Sequence[ResponseSite]) -> Function | None:
        """The helper that makes all of it, or makes what has members like no other."""
        found = {self._helper(site) for site in sites}
        makers = found - {None}
        is_whole = len(found) == 1 or isinstance(shape.body, tuple)
        return makers.pop() if len(makers) == 1 and is_whole else None

    def _leave(self, sites: Iterable[ResponseSite], what: str, reason: str) -> None:
        self.lost += left(Finder(self.ground.facts), sites, what, reason)

    def _shape(self, site: ResponseSite) -> tuple[Sent, Shape]:
        messages = [sent_by(self.ground.facts, act, site.changes) for act in site.acts]
        for act, each in zip(site.acts, messages, strict=True):
            check_saved(self._origins, each)
            content = each.body.value
            is_stream = each.form is Form.STREAM and not is_lone(content)
            if is_stream and not is_items(self.ground.facts, content):
                raise Vague("what it passes on may be a lone text")
            if each.form in FORMS:
                self.ground.standing.check_base(act, KINDS[FORMS[each.form]].base)
        shapes = {shape_of(each) for each in messages}
        if len(shapes) > 1:
            raise Vague("what it sends depends on the way that leads here")
        shape = shapes.pop()
        if not isinstance(shape.body, tuple) and not any(map(says, messages)):
            raise Vague(f"a class would say no more than {name_of(messages[0].of)}")
        return messages[0], shape

    def _proposal(
        self,
        shape: Shape,
        sites: Sequence[ResponseSite],
        messages: Sequence[Sent],
    ) -> Proposal:
        bodies = Bodies()
        keys: dict[str, Node] = {}
        made = self._maker(shape, sites)
        name = named(self.names, shape, messages, made.node.name if made else "")
        if made and (words := sentence(made)):
            keys["description"] = words
        keys |= said_of(shape)
        if shape.form is Form.FILE:
            keys |= saved(self._counts, messages, bodies)
        headers = self._headers(shape, sites, messages, bodies)
        body: dict[str, Node] = {}
        if isinstance(shape.body, tuple) or shape.form is Form.ERROR:
            values = [each.body.value for each in messages]
            body["body"] = bodies.body(shape.form, values)
        elif shape.body in ("str", "bytes", "Any"):
            body["content"] = shape.body
        keys |= {"params": bodies.params} if bodies.params else {}
        keys |= body
        if headers:
            keys["headers"] = headers
        return Proposal("responses", name, keys, tuple(sites), (), f"the class {name}")

    # Fields

    def _headers(
        self,
        shape: Shape,
        sites: Sequence[ResponseSite],
        messages: Sequence[Sent],
        bodies: Bodies,
    ) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for name in shape.fields:
            values = [each.fields[name].value for each in messages]
            spelt = _spelling(sites[0], name)
            found[spelt] = self._header(spelt, sites[0], messages[0], values, bodies)
        return found

    def _header(
        self,
        name: str,
        site: ResponseSite,
        message: Sent,
        values: Sequence[Value],
        bodies: Bodies,
    ) -> Node:
        known = text(values[0])
        alike = all(value == values[0] for value in values)
        if alike and known is not None:
            return known
        if any(map(may_be_none, values)):
            raise Vague(f"its {name} may be None")
        counts = self._counts
        if name.lower() == HEADER and (made := pattern(counts, values, bodies)):
            return {"template": made}
        node = message.fields[name.lower()].node
        module = site.acts[0].body.unit.module
        if alike and (path := origin(self.ground, module, node, values[0])):
            return {"from": f"{path.module}:{path.name}"}
        parameter = name.lower().replace("-", "_")
        keys: dict[str, Node] = {"type": "str"}
        if name.lower() == HEADER and are_names(values):
            keys["type"] = "content_disposition"
            if message.form is not Form.FILE:  # which has a filename of its own
                parameter = "filename"
        if bodies.reserve(parameter) != name.lower().replace("-", "_"):
            keys["as"] = bodies.last
        return {**keys, "required": True}


def _as_error(message: Sent) -> Sent:
    """What an exception would have said."""
    body = message.body.value
    detail = body.get("detail") if isinstance(body, Pairs) else None
    assert detail is not None  # its shape has it
    return replace(message, body=Given(detail))


def _spelling(site: ResponseSite, name: str) -> str:
    """A field's name as the code writes it."""
    for act in site.acts:
        headers = act.given.get("headers")
        for key in (headers.keys() or ()) if isinstance(headers, Pairs) else ():
            if key.lower() == name:
                return key
    written = (text(each.name) for each in site.changes if hasattr(each, "name"))
    found = next((each for each in written if each and each.lower() == name), name)
    return found if found != found.lower() else spelt(found)


def sentence(of: Function) -> str:
    """The first sentence of a docstring; empty where there is none."""
    whole = " ".join((ast.get_docstring(of.node) or "").partition("\n\n")[0].split())
    first, dot, _ = whole.partition(". ")
    return first + "." * bool(dot) if len(first) <= 120 else ""
