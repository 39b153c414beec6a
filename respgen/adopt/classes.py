"""A response class of the project's own -> an entry of its name.

Goes in: the classes. Come out: proposals, those of a class below another one that is adopted extend it; and
what is left and why.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from respgen.adopt.alike import Shape, Vague, said_of, shape_of
from respgen.adopt.headers import spelt
from respgen.adopt.names import Names
from respgen.adopt.origins import origin
from respgen.adopt.proposals import ClassSite, Left, Proposal, left
from respgen.adopt.saving import HEADER, check_saved, pattern, saved
from respgen.adopt.templates import Template
from respgen.adopt.text import Node
from respgen.audit.acts import AnyAct, Construction
from respgen.audit.origins import Origins
from respgen.audit.places import Finder
from respgen.core.statuses import WITH_BODY
from respgen.diagnostics import quoted
from respgen.migrate.ground import Ground
from respgen.sending.classes import FILE, own_message, parameters
from respgen.sending.constructors import constructor_of, defaults_of
from respgen.sending.sent import Form, Given, Sent, Unclear, Values
from respgen.sending.types import is_of, may_be_none
from respgen.source.names import Class, Function
from respgen.source.program.units import Unit
from respgen.source.program.values import (
    Called,
    Known,
    Named,
    Parameter,
    Unknown,
    Value,
    text,
)

_PASSED = frozenset({"status_code", "headers", "media_type", "background"})
"""What generated constructors take by themselves."""
_PLAIN = frozenset({"str", "int", "float", "bool", "bytes"})


@dataclass(slots=True)
class Classes:
    """Looks at all classes, and at those above one before it."""

    ground: Ground
    names: Names
    done: tuple[AnyAct, ...]
    lost: list[Left] = field(default_factory=list)
    _made: dict[Class, Proposal | None] = field(default_factory=dict)
    _origins: Origins = field(init=False)

    def __post_init__(self) -> None:
        self._origins = Origins(self.ground.facts)

    def proposals(self) -> Iterator[Proposal]:
        """Those of classes, each behind the one that it extends."""
        program = self.ground.facts.program
        for unit, of in self.ground.facts.classes:
            if program.is_response(of) and not program.is_catalogue(of):
                self._look(unit, of)
        yield from (each for each in self._made.values() if each)

    def _look(self, unit: Unit, of: Class) -> Proposal | None:
        if of in self._made:
            return self._made[of]
        base = self._base(of)
        try:
            self._made[of] = self._proposal(unit, of, base)
        except (Unclear, Vague) as reason:
            self._made[of] = None
            site = ClassSite(unit, of, (), {})
            what = f"the class {quoted(of.node.name)}"
            self.lost += left(Finder(self.ground.facts), [site], what, str(reason))
        return self._made[of]

    def _base(self, of: Class) -> Proposal | None:
        program = self.ground.facts.program
        above = next((e for e in program.line(of)[1:] if isinstance(e, Class)), None)
        unit = above and program.unit_of(above)
        return self._look(unit, above) if above and unit else None

    def _proposal(self, unit: Unit, of: Class, base: Proposal | None) -> Proposal:
        entries = self.ground.catalogue.entries
        if any(each.spec.name == of.node.name for each in entries):
            raise Vague("the catalogue has a class of its name")
        values, message = self._message(of)
        check_saved(self._origins, message)
        shape = shape_of(message)
        if _takes_status(of) and shape.status in WITH_BODY - {200}:
            shape = replace(shape, is_open=True)  # as generated constructors take it
        keys: dict[str, Node] = {}
        if words := ast.get_docstring(of.node):  # all of it: the class goes
            keys["description"] = words
        keys |= _said(shape, base)
        template = Template()
        headers = self._headers(unit, message, template, base)
        body = _body(shape, message, values, template)
        if template.params:
            body = {"params": template.params, **body}
        above = base.keys if base else {}
        keys |= {
            name: value for name, value in body.items() if above.get(name, "") != value
        }
        if headers:
            keys["headers"] = headers
        calls = (each for each in self.done if isinstance(each, Construction))
        mine = tuple(each for each in calls if each.of == of)
        site = ClassSite(unit, of, mine, values)
        name = self.names.free(of.node.name)
        return Proposal(
            "responses", name, keys, (site,), (), f"the class {quoted(name)}"
        )

    # What the constructor takes

    def _message(self, of: Class) -> tuple[dict[str, Given], Sent]:
        """What it is given, and what it sends then: a constructor may have a content of its own."""
        facts, values = self.ground.facts, dict(self._values(of))
        try:
            return values, own_message(facts, of, values)
        except Unclear:
            own = {
                name: e for name, e in values.items() if isinstance(e.value, Parameter)
            }
            if len(own) == len(values):
                raise
            return own, own_message(facts, of, own)

    def _values(self, of: Class) -> Iterator[tuple[str, Given]]:
        program = self.ground.facts.program
        line = [each for each in program.line(of) if isinstance(each, Class)]
        inits = [made for each in line if (made := constructor_of(each))]
        for name in parameters(self.ground.facts, of):
            init = next((each for each in inits if name in _arguments(each)), None)
            if init is not None and name not in _PASSED:
                default = defaults_of(self.ground.facts, init).get(name)
                yield name, _given(init, _arguments(init)[name], default)
            elif name == ("path" if program.derives(of, FILE) else "content"):
                node = ast.copy_location(ast.Name(name, ast.Load()), of.node)
                yield name, Given(Unknown(node), node)

    # Fields

    def _headers(
        self, unit: Unit, message: Sent, template: Template, base: Proposal | None
    ) -> dict[str, Node]:
        above = base.keys.get("headers", {}) if base else {}
        inherited = dict(above) if isinstance(above, dict) else {}
        found: dict[str, Node] = {}
        for name, given in message.fields.items():
            own = self._header(unit, spelt(name), given, template)
            if inherited.pop(spelt(name), None) != own:
                found[spelt(name)] = own
        return {**found, **dict.fromkeys(inherited)}

    def _header(self, unit: Unit, name: str, given: Given, template: Template) -> Node:
        known = text(given.value)
        if known is not None:
            return known
        if name.lower() == HEADER and (
            made := pattern(_counts, [given.value], template)
        ):
            return {"template": made}
        if may_be_none(given.value):
            raise Vague(f"its {name} may be None")
        if path := origin(self.ground, unit.module, given.node, given.value):
            return {"from": f"{path.module}:{path.name}"}
        match given.value:
            case Parameter() if is_of(given.value, "str"):
                return _argument(name, "str", given.value, template)
            case Called(Named("builtins.str"), arguments) if len(arguments.places) == 1:
                inner = arguments.places[0]
                if isinstance(inner, Parameter) and is_of(inner, "int"):
                    return _argument(name, "int", inner, template)
        raise Vague(f"its {name} is made of its arguments")


def _said(shape: Shape, base: Proposal | None) -> dict[str, Node]:
    """Kind, media type and status, as far as the base does not say them."""
    keys = said_of(shape)
    if base is None:
        return keys
    own = {name: value for name, value in keys.items() if base.keys.get(name) != value}
    if shape.status == 200 and "status_code" in base.keys:
        raise Vague("its base has another status")
    return {"extends": base.name, **own}


def _body(
    shape: Shape, message: Sent, given: Values, template: Template
) -> dict[str, Node]:
    value = message.body.value
    if isinstance(shape.body, tuple):
        return {"body": template.place("value", value)}
    if shape.body == "nothing":
        return {"content": None}
    if shape.body == "":
        return {}
    if all(value != each.value for each in given.values()):
        raise Vague("its body is made of its arguments")
    name = value.name if isinstance(value, Parameter) else "content"
    if shape.form is Form.FILE:
        return saved(_counts, [message], template)
    kind = "str | bytes" if shape.form is Form.STREAM else shape.body
    if name == "content":
        return {} if shape.form is Form.STREAM else {"content": kind}
    return {"content": {"type": kind, "as": name}}


def _counts(value: Value) -> bool:
    """Whether it is said to be a number: the calls say whether it may be a bool."""
    return is_of(value, "int")


def _argument(name: str, kind: str, of: Parameter, template: Template) -> Node:
    if not template.take(of.name):
        raise Vague(f"{of.name} stands at several places")
    renamed = of.name != name.lower().replace("-", "_")
    said: dict[str, Node] = {"type": kind, **({"as": of.name} if renamed else {})}
    match of.default:
        case None:
            return {**said, "required": True}
        case Known(value=str() | int() as default) if not isinstance(default, bool):
            return {**said, "default": default}
    raise Vague(f"nobody knows the default of {of.name}")


def _takes_status(of: Class) -> bool:
    init = constructor_of(of)
    return init is not None and "status_code" in _arguments(init)


def _arguments(init: Function) -> dict[str, ast.arg]:
    given = init.node.args
    return {
        each.arg: each for each in (*given.posonlyargs, *given.args, *given.kwonlyargs)
    }


def _given(init: Function, taken: ast.arg, default: Given | None) -> Given:
    note = taken.annotation
    known = isinstance(note, ast.Name) and note.id in _PLAIN
    annotation: Value | None = (
        Named(f"builtins.{note.id}") if isinstance(note, ast.Name) and known else None
    )
    value = Parameter(init, taken.arg, default.value if default else None, annotation)
    return Given(value, ast.copy_location(ast.Name(taken.arg, ast.Load()), taken))
