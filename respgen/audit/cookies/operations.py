"""What a program sets and deletes: each cookie, with all that is known of it.

Goes in: facts and acts. Come out: Operations, those of helpers once for each way in which they are
called. Starlette's defaults stand for what is not given.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from respgen.audit.acts import AnyAct, CookieAct, responses
from respgen.audit.cookies.company import Chain, callers
from respgen.audit.places import Place, place
from respgen.source.names import Function
from respgen.source.program.calling import (
    Bound,
    bound,
    every,
    replaced,
    replaced_arguments,
)
from respgen.source.program.events import Body, Call, Store
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import SESSIONS, SIGNATURES
from respgen.source.program.values import (
    Arguments,
    Attribute,
    Either,
    Known,
    Named,
    Parameter,
    Unknown,
    Value,
    either,
)

_DEPTH = 3
"""Helpers of helpers of helpers."""
_WAYS = 64
"""Calls of one helper that are told apart."""
DEFAULTS: Mapping[str, Value] = MappingProxyType(
    {
        "value": Known(""),
        "max_age": Known(None),
        "expires": Known(None),
        "path": Known("/"),
        "domain": Known(None),
        "secure": Known(False),
        "httponly": Known(False),
        "samesite": Known("lax"),
        "partitioned": Known(False),
    }
)
"""Of `set_cookie` and `delete_cookie`."""
_EPOCH = ("Thu, 01 Jan 1970", "Thu, 01-Jan-1970")
SESSION_WORDS: Mapping[str, str] = MappingProxyType(
    {"key": "session_cookie", "samesite": "same_site", "secure": "https_only"}
)
"""What SessionMiddleware calls the attributes that have another name there."""


@dataclass(frozen=True, slots=True)
class Operation:
    """A cookie that is set or deleted.

    `chain` is the call itself and, where its arguments come from callers, their calls, the nearest
    first. `spread` is what `**` brings from them; `open`: it may have attributes that nobody sees.
    `response`: what has the method, where only callers know.
    """

    deletes: bool
    values: Mapping[str, Value]
    places: Mapping[str, Place]
    chain: Chain
    spread: Arguments
    open: bool = False
    middleware: bool = False
    response: Value | None = None

    def value(self, name: str) -> Value | None:
        """What an attribute is, be it by default; None where nobody knows."""
        if name in self.values:
            return self.values[name]
        return None if self.open else DEFAULTS.get(name)

    @property
    def ends(self) -> bool:
        """Whether it deletes, be it by a lifetime that is over."""
        if self.deletes or self.middleware:
            return self.deletes
        age, expires = self.values.get("max_age"), self.values.get("expires")
        return any(
            isinstance(each, Known) and type(each.value) is int and each.value <= 0
            for each in (age, expires)
        ) or (isinstance(expires, Known) and str(expires.value).startswith(_EPOCH))

    def word(self, name: str) -> str:
        """The parameter of an attribute."""
        return SESSION_WORDS.get(name, name) if self.middleware else name

    @property
    def given(self) -> object:
        """What makes it the same as another."""
        return tuple(self.values.items()), self.open

    def waits_for(self, function: Function) -> bool:
        """Whether callers of a function decide a part of it."""
        known = (*self.values.values(), *self.spread.spread)
        whole = known if self.response is None else (*known, self.response)
        return any(
            isinstance(part, Parameter) and part.function == function
            for value in whole
            for part in every(value)
        )

    @property
    def place(self) -> Place:
        """The outermost call."""
        body, event = self.chain[-1]
        return place(body, event.node, event.statement)

    def at(self, name: str) -> Place:
        """Where an attribute is given, or the call where it is not."""
        return self.places.get(name, self.place)

    @property
    def inner(self) -> Place:
        """The call of the method itself."""
        body, event = self.chain[0]
        return place(body, event.node, event.statement)


def operations(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Operation]:
    """Everything that is set and deleted, and by whom."""
    found: dict[object, Operation] = {}
    for direct in (*_acts(done), *_unproven(facts), *_sessions(facts)):
        for each in _followed(facts, direct):
            if each.response is None or responses(facts.program, each.response):
                key = tuple(id(event) for _, event in each.chain), each.given
                found.setdefault(key, each)
    yield from _gathered(found.values())


def _gathered(found: Iterable[Operation]) -> Iterator[Operation]:
    """Where all ways into a helper come to the same, the helper's own call stands for them."""
    groups: dict[int, list[Operation]] = {}
    for each in found:
        groups.setdefault(id(each.chain[0][1]), []).append(each)
    for group in groups.values():
        if len({each.given for each in group}) == 1:
            yield replace(group[0], chain=group[0].chain[:1])
        else:
            yield from group


# Where they are called


def _acts(done: tuple[AnyAct, ...]) -> Iterator[Operation]:
    for act in done:
        if isinstance(act, CookieAct) and isinstance(act.event, Call):
            yield _operation(act.body, act.event, act.method, act.arguments, None)


def _unproven(facts: Facts) -> Iterator[Operation]:
    """What is called on a parameter: its callers say whether it is a response."""
    for body in facts.bodies:
        for event in body.events:
            function = event.function if isinstance(event, Call) else None
            match function:
                case Attribute(
                    Parameter() as of, "set_cookie" | "delete_cookie" as method
                ):
                    assert isinstance(event, Call)
                    yield _operation(body, event, method, event.arguments, of)


def _sessions(facts: Facts) -> Iterator[Operation]:
    """Starlette's SessionMiddleware sets a cookie."""
    for body in facts.bodies:
        for event in body.events:
            given = _middleware(event) if isinstance(event, Call) else None
            if given and isinstance(event, Call):
                yield _operation(body, event, SESSIONS, given, None)


def _middleware(event: Call) -> Arguments | None:
    """The arguments of SessionMiddleware, where it is made or handed on."""
    added = isinstance(event.function, Attribute) and (
        event.function.name == "add_middleware"
    )
    wrapped = event.function == Named("starlette.middleware.Middleware")
    given = event.arguments
    if (added or wrapped) and given.places[:1] == (Named(SESSIONS),):
        return given
    return given if event.function == Named(SESSIONS) else None


def _operation(
    body: Body, event: Call, method: str, given: Arguments, response: Value | None
) -> Operation:
    names = SIGNATURES[method]
    values, places = dict[str, Value](), dict[str, Place]()
    spread = [each.value for each in event.node.keywords if each.arg is None]
    renamed = {word: name for name, word in SESSION_WORDS.items()}
    for word, value in given.by_name(names).items():
        node = given.node(word, names)
        node = None if node in spread else node
        name = renamed.get(word, word) if method == SESSIONS else word
        values[name] = _present(name, value, spread)
        places[name] = place(body, node or event.node, event.statement)
    if method == SESSIONS:
        values.setdefault("key", Known("session"))
        values |= {"value": Unknown(event.node), "httponly": Known(True)}
    return Operation(
        method == "delete_cookie",
        values,
        places,
        ((body, event),),
        given,
        given.rest,
        method == SESSIONS,
        response,
    )


def _present(name: str, value: Value, spread: list[ast.expr]) -> Value:
    """A value that only some of the mappings behind `**` have; the others leave the default."""
    default = DEFAULTS.get(name)
    if default is None or not isinstance(value, Either):
        return value
    absent = [Unknown(node) for node in spread]
    return either(*(default if each in absent else each for each in value.values))


# What callers give


def _followed(
    facts: Facts, found: Operation, depth: int = _DEPTH
) -> Iterator[Operation]:
    """An operation once for each way in which its function is called, if that matters."""
    body, _ = found.chain[-1]
    function = body.function
    calls = callers(facts, function) if function and found.waits_for(function) else ()
    if not function or not calls or depth == 0 or _is_changed(body):
        yield found
        return
    for caller, call in calls[:_WAYS]:
        by = bound(function, call.function, call.arguments)
        yield from _followed(facts, _called(found, by, caller, call), depth - 1)


def _called(found: Operation, by: Bound, caller: Body, call: Call) -> Operation:
    """An operation as one call of its function makes it."""
    values = {name: replaced(value, by) for name, value in found.values.items()}
    places = dict(found.places)
    for name, value in found.values.items():
        if isinstance(value, Parameter) and value.function == by.function:
            node = by.nodes.get(value.name)
            if node is not None:
                places[name] = place(caller, node, call.statement)
    rest = found.spread
    if rest.spread:
        rest = replaced_arguments(rest, by)
        for name, value in rest.names:
            if name not in values:
                values[name] = value
                node = rest.nodes.get(name) or call.node
                places[name] = place(caller, node, call.statement)
    return replace(
        found,
        values=values,
        places=places,
        chain=(*found.chain, (caller, call)),
        spread=rest,
        open=rest.rest,
        response=found.response and replaced(found.response, by),
    )


def _is_changed(body: Body) -> bool:
    """Whether a function changes the `**kwargs` that it passes on."""
    for event in body.events:
        of = (
            event.of
            if isinstance(event, Store)
            else (
                event.function.of
                if isinstance(event, Call) and isinstance(event.function, Attribute)
                else None
            )
        )
        if isinstance(of, Parameter) and of.name.startswith("**"):
            return True
    return False
