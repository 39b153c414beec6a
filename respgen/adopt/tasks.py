"""Places and their entries -> code that sends both, for `trial` to run.

Goes in: a place, and the entry that takes it over. Comes out: a task: the old code and the new one, in which the same names
stand for what varies, each with its type.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from respgen.adopt.bodies import kind_of
from respgen.adopt.proposals import ClassSite, CookieSite, ResponseSite, Site
from respgen.adopt.samples import (
    ATTRIBUTE,
    FILE,
    HEADERS,
    NAME,
    STAT,
    STATUS,
    STREAM,
    TOKEN,
)
from respgen.emit.source import literal
from respgen.migrate.ground import Ground, in_order
from respgen.sending.classes import own_message, sent_by
from respgen.sending.cookie_values import is_plain
from respgen.sending.cookies import argued, deletes, given
from respgen.sending.matching import match
from respgen.sending.sent import Form, Given, Sent
from respgen.source.program.values import Known
from respgen.specs import CookieSpec, ResponseSpec
from respgen.specs.types import TypeName
from respgen.vocabulary.identifiers import cookie_functions

_BY_USE = frozenset({STATUS, STREAM, FILE, STAT, NAME, HEADERS, TOKEN})
"""What samples are for, whatever the types of values say."""
_PARAMS: Mapping[str, str] = {
    "status_code": STATUS,  # callers give one that has a body
    "headers": HEADERS,
    "background": "None",
}
_OF_FILES: Mapping[str, str] = {"path": FILE, "filename": NAME, "stat_result": STAT}
_FRESH = "response = __import__('starlette.responses').responses.Response()"
"""The one response that both sides set a cookie on."""


@dataclass(frozen=True, slots=True)
class Task:
    """`old` is run in the module, `new` where `catalogue` is the module of the entry."""

    module: str
    catalogue: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    holes: tuple[str, ...]


@dataclass(slots=True)
class _Holes:
    """What varies, by its expression."""

    kinds: list[str] = field(default_factory=list)
    names: dict[ast.AST, str] = field(default_factory=dict)

    def text(self, given: Given, otherwise: str) -> str:
        """What stands for a value in the new code; `otherwise` is its type where nobody knows more."""
        if isinstance(given.value, Known) and not isinstance(
            given.value.value, complex
        ):
            return literal(given.value.value).text
        if given.node is None:
            raise Untried("a value of it is made in another place")
        if given.node not in self.names:
            self.names[given.node] = f"hole{len(self.kinds)}"
            known = kind_of([given.value])
            is_fixed = otherwise in _BY_USE or otherwise.startswith(ATTRIBUTE)
            is_known = known != "Any" and not is_fixed
            self.kinds.append(known if is_known else otherwise)
        return self.names[given.node]


class Untried(Exception):  # noqa: N818 # a decision, no failure
    """The text says why a place cannot be tried."""


def task(
    ground: Ground,
    site: Site,
    spec: CookieSpec | ResponseSpec,
    module: str,
    catalogue: str,
) -> Task:
    """Raises Untried."""
    holes = _Holes()
    if isinstance(site, CookieSite) and isinstance(spec, CookieSpec):
        new = _cookie(site, spec, holes)
        call = _copy(site.acts[0].event.node, _receiver(site, holes))
        old: tuple[str, ...] = (_FRESH, ast.unparse(call), "return response")
    elif isinstance(site, ResponseSite) and isinstance(spec, ResponseSpec):
        new = _response(ground, site, spec, holes)
        old = _made(site, holes)
    elif isinstance(site, ClassSite) and isinstance(spec, ResponseSpec):
        message = own_message(ground.facts, site.of, site.values)
        new = _called(ground, message, spec, holes)
        values = (
            f"{name}={holes.text(each, 'Any')}" for name, each in site.values.items()
        )
        old = (f"return {site.of.node.name}({', '.join(values)})",)
    else:
        raise Untried("it is of another kind")
    return Task(module, catalogue, old, new, tuple(holes.kinds))


def _cookie(site: CookieSite, spec: CookieSpec, holes: _Holes) -> tuple[str, ...]:
    act = site.acts[0]
    values = given(act)
    made, gone, *_ = cookie_functions(spec.name)
    over = deletes(act.method, values)
    arguments = ["response"]
    if not over:
        value = Given(values["value"], act.node("value"))
        # tokens that are made here are never empty, nor need quotes
        is_token = not isinstance(value.value, Known) and is_plain(value.value)
        arguments.append(holes.text(value, TOKEN if is_token else "str"))
    for word, name in argued(values, spec, over=over):
        text = holes.text(Given(values[name], act.node(name)), _samples(name, spec))
        arguments.append(f"{word}={text}")
    function = gone if over else made
    call = f"catalogue.{function}({', '.join(arguments)})"
    return _FRESH, call, "return response"


def _samples(name: str, spec: CookieSpec) -> str:
    """What is tried for an attribute: what browsers keep a cookie with."""
    is_secure = "secure" in spec.origins or spec.known.get("secure")
    near = name == "samesite" and not is_secure
    return ATTRIBUTE + ("near" if near else name)


def _receiver(site: CookieSite, holes: _Holes) -> Mapping[ast.AST, str]:
    names = dict(holes.names)
    match site.acts[0].event.node:
        case ast.Call(func=ast.Attribute(value=receiver)):
            names[receiver] = "response"
    return names


def _response(
    ground: Ground, site: ResponseSite, spec: ResponseSpec, holes: _Holes
) -> tuple[str, ...]:
    message = sent_by(ground.facts, site.acts[0], site.changes)
    return _called(ground, message, spec, holes)


def _called(
    ground: Ground, message: Sent, spec: ResponseSpec, holes: _Holes
) -> tuple[str, ...]:
    """The call of a class that sends a message."""
    found = match(message, spec, ground.read)
    arguments = []
    for number, (name, each) in enumerate(in_order(found.arguments.items())):
        value = holes.text(each, _kind(spec, name))
        is_first = name == found.first and not number
        arguments.append(value if is_first else f"{name}={value}")
    attribute = ".Error" if message.form is Form.ERROR else ""
    return (f"return catalogue.{spec.name}{attribute}({', '.join(arguments)})",)


def _kind(spec: ResponseSpec, name: str) -> str:
    """The type of a parameter, as far as there are samples of it."""
    types = {param.name: param.type for param in spec.params}
    used = {**_PARAMS, **(_OF_FILES if spec.kind == "file" else {})}
    if spec.content:
        types[spec.content.parameter] = spec.content.type
        if spec.kind == "stream":
            used[spec.content.parameter] = STREAM
    if name in used:
        return used[name]
    kind = types.get(name, TypeName("builtins", "str"))
    return (
        kind.name if isinstance(kind, TypeName) and kind.module == "builtins" else "Any"
    )


def _made(site: ResponseSite, holes: _Holes) -> tuple[str, ...]:
    act = site.acts[0]
    lines = [f"response = {ast.unparse(_copy(act.event.node, holes.names))}"]
    target = getattr(act.event.statement, "targets", [None])[0]
    name = target.id if isinstance(target, ast.Name) else "response"
    if site.changes and name != "response":
        lines.append(f"{name} = response")
    statements = dict.fromkeys(change.event.statement for change in site.changes)
    lines += [ast.unparse(_copy(each, holes.names)) for each in statements]
    return (*lines, "return response")


def _copy(node: Any, names: Mapping[ast.AST, str]) -> Any:
    """A tree in which names stand for some of its parts."""
    if isinstance(node, list):
        return [_copy(each, names) for each in node]
    if not isinstance(node, ast.AST):
        return node
    if node in names:
        return ast.Name(names[node], ast.Load())
    parts = {name: _copy(value, names) for name, value in ast.iter_fields(node)}
    return ast.fix_missing_locations(type(node)(**parts))
