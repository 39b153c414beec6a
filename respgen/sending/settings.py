"""What an author decides: attributes of settings and of instances, and what a factory was called with.

Goes in: a value in a body. Come out: whether it is such a setting, and what else may stand there. A setting is taken for
something that a cookie can have; what anybody else gives, a request among them, may be any text.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from respgen.audit.cookies.annotations import annotation
from respgen.audit.cookies.company import callers
from respgen.checks.cookie_names import LOCALS, METHODS
from respgen.schema.cookie_keys import Preset
from respgen.sending.types import is_of, may_be_none, says_none
from respgen.source.names import Class, Function
from respgen.source.nodes import walk
from respgen.source.program.calling import bound, replaced
from respgen.source.program.events import Body, Store
from respgen.source.program.facts import Facts
from respgen.source.program.values import (
    Arguments,
    Attribute,
    Called,
    Either,
    How,
    Instance,
    Known,
    Named,
    Parameter,
    Value,
    choices,
)

NEAR = (Known("lax"), Known("strict"), Known(None))
"""What SameSite says of a cookie that pages of others do not get: whatever else it has, browsers keep it."""
_MODELS = frozenset({"BaseModel", "SQLModel"})
"""What FastAPI makes of a request's body."""
_OF_REQUESTS = frozenset(
    {
        *("request", "req", "connection", "websocket", "scope", "url", "headers"),
        *("cookies", "query_params", "path_params", "params", "form", "body", "data"),
    }
)
"""What is called so bears what a client says."""
_DEPTH = 3
"""Through so many helpers a parameter is followed."""
_TAKEN = LOCALS | METHODS | Preset.rows.keys() | {"secret"}
"""What a placeholder cannot be called."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Those that code of one body uses."""

    facts: Facts
    body: Body

    def has(self, value: Value) -> bool:
        """Whether an author decides a value."""
        match value:
            case Attribute(of=of, name=name):
                return self._owns(of, name)
            case Parameter():
                return self._is_configured(value)
        return False

    def decide(self, name: str, value: Value, given: Mapping[str, Value]) -> bool:
        """Whether a preset may leave an attribute to its callers: `given` are all of this call."""
        if self.options(value):
            return True
        near = all(each in NEAR for each in choices(given["samesite"]))
        return near and name in ("secure", "httponly") and self.is_free(value)

    def options(self, value: Value, depth: int = _DEPTH) -> tuple[Value, ...]:
        """All that may stand there, constants and settings; none where nobody knows.

        A parameter is what the calls of its function give, if nothing else can call it.
        """
        found: dict[Value, None] = {}
        for each in choices(value):
            here: tuple[Value, ...] = ()
            if isinstance(each, Known) or self.has(each):
                here = (each,)
            elif isinstance(each, Parameter) and depth:
                here = self._by_callers(each, depth - 1)
            if not here:
                return ()
            found |= dict.fromkeys(here)
        return tuple(found)

    def _by_callers(self, value: Parameter, depth: int) -> tuple[Value, ...]:
        of = value.function
        found: list[Value] = []
        for body, call in callers(self.facts, of):
            given = replaced(value, bound(of, call.function, call.arguments))
            here = Settings(self.facts, body).options(given, depth)
            if given == value or not here:
                return ()
            found += here
        is_whole = found and _mentions(self.facts, of) == _calls(self.facts, of)
        return tuple(found) if is_whole else ()

    def is_free(self, value: Value) -> bool:
        """Whether anybody may decide whether it is true or false."""
        return is_bool(value) and not self.options(value)

    def may_be_none(self, value: Value) -> bool:
        """Whether its annotation says so, or what a constructor sets it to."""
        if not isinstance(value, Attribute):
            return may_be_none(value)
        found = annotation(self.facts, value)
        if found:
            return says_none(found[1])
        return any(map(may_be_none, self._initial(value)))

    def _owns(self, of: Value, name: str) -> bool:
        match of:
            case Attribute(of=inner, name=outer):
                bears = outer in _OF_REQUESTS and name != "app"
                return not bears and self._owns(inner, outer)
            case Named():
                return True
            case Parameter():
                return self._is_configured(of)
            case Called(Named(), given):
                return given == Arguments()
            case Called(Attribute(inner, method), given):
                return given == Arguments() and self._owns(inner, method)
            case Instance():
                return self._is_settings(of, name)
        return False

    def _is_configured(self, value: Parameter) -> bool:
        """Whether the caller of a factory gives it: of a function around this one, which is no route."""
        of = value.function
        inside = of != self.body.function and not value.name.startswith("*")
        return (
            inside
            and value.name not in _OF_REQUESTS
            and not any(isinstance(each, ast.Call) for each in of.node.decorator_list)
        )

    def _is_settings(self, value: Instance, name: str) -> bool:
        """Whether it is no request, nor made of one."""
        root = self.facts.program.framework(value.of)
        if root and value.how is not How.ITSELF:
            return name == "app"  # the application of a request, and what is kept there
        above = self.facts.program.line(value.of)
        words = {each.rpartition(".")[2] for each in above if isinstance(each, str)}
        is_given = value.how is How.GIVEN
        return not (is_given and (words & _MODELS or self._is_injected(value.of)))

    def _is_injected(self, of: Class | str) -> bool:
        """Whether FastAPI makes it of the parameters of a request: `Depends()`, `Depends(Filter)`."""
        name = of.node.name if isinstance(of, Class) else of.rpartition(".")[2]
        node = self.body.node
        for each in [] if isinstance(node, ast.Module) else walk(node.args):
            match each:
                case ast.Call(func=ast.Name("Depends") | ast.Attribute(attr="Depends")):
                    if not each.args or getattr(each.args[0], "id", "") == name:
                        return True
        return False

    def _initial(self, value: Attribute) -> Iterator[Value]:
        """What the constructor of its class sets it to."""
        of = value.of.of if isinstance(value.of, Instance) else None
        made = of and self.facts.program.method(of, "__init__")
        body = self.facts.body(made) if isinstance(made, Function) else None
        for event in body.events if body else ():
            match event:
                case Store(of=own, key=key, value=found) if found is not None:
                    if key == Known(value.name) and is_own(own):
                        yield found


def _mentions(facts: Facts, of: Function) -> int:
    """How often its name is used, as lines say it: `Depends(login)`, `there.login(response)`."""
    name = re.escape(of.node.name)
    used = re.compile(rf"(?<![\w'\"]){name}\b")
    listed = re.compile(rf"\s*({name},?\s*$|from |import |(async )?def )")
    return sum(
        len(used.findall(line))
        for unit in facts.units
        for line in facts.lines(unit.file)
        if of.node.name in line and not listed.match(line)
    )


def _calls(facts: Facts, of: Function) -> int:
    """How many calls are known of all functions that are called as it is."""
    named = (
        Function(each.unit.module, each.node, each.owner)
        for each in facts.calls.pieces
        if not isinstance(each.node, ast.Module) and each.node.name == of.node.name
    )
    return len({call.node for each in named for _, call in callers(facts, each)})


def is_bool(value: Value) -> bool:
    """Whether it is certainly True or False."""
    match value:
        case Either(values):
            return all(map(is_bool, values))
        case Called(Named(str(path))):
            return path in _TRUTHS
        case Called(Attribute(name=method)) if method in _TESTS:
            return True
    return is_of(value, "bool")


_TESTS = frozenset({"startswith", "endswith"})
_TRUTHS = frozenset(
    f"operator.{word}" for word in ("not_", "eq", "noteq", "is", "isnot", "in", "notin")
)
"""What is made by `not` and by comparisons."""


def placeholder(value: Value | None) -> str:
    """What a setting that names a cookie is called in its key; empty where it is no setting."""
    if not isinstance(value, Attribute | Parameter):
        return ""
    name = value.name.strip("_")
    return f"{name}_name" if name in _TAKEN else name


def is_own(value: Value) -> bool:
    """Whether it is the object whose method uses it, or an attribute of that: of another object it is another one."""
    while isinstance(value, Attribute):
        value = value.of
    return isinstance(value, Instance) and value.how is How.ITSELF
