"""A call that sets a cookie -> what a preset says of it.

Goes in: the call. Come out: the keys of a preset: constants, where settings of modules are read from, and
`{argument: true}` for what each object, or each caller, decides; Inexpressible for anything else.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping

from respgen.adopt.origins import origin
from respgen.adopt.text import Node
from respgen.audit.acts import CookieAct
from respgen.migrate.ground import Ground
from respgen.sending.cookie_mistakes import dropped
from respgen.sending.cookies import ATTRIBUTES, given, says
from respgen.sending.settings import Settings, is_own, placeholder
from respgen.source.program.values import Arguments, Called, Known, Value, text

_USUAL: Mapping[str, Value] = {
    "max_age": Known(None),
    "path": Known("/"),
    "domain": Known(None),
    "secure": Known(True),
    "httponly": Known(True),
    "samesite": Known("lax"),
}
"""What a preset has that says nothing."""
_NOT_SENT = (Known(None), Known(False), Known(""))


UNSAFE = "--unsafe mends it"


class Inexpressible(Exception):  # noqa: N818 # a decision, no failure
    """The text says what no entry can say."""


def name(ground: Ground, act: CookieAct) -> Node:
    """The name: a constant, where it is read, or a placeholder that is called as the setting is."""
    key = given(act)["key"]
    known = text(key)
    if known is not None:
        return known
    if path := _origin(ground, act, "key", key):
        return {"from": path}
    if not Settings(ground.facts, act.body).has(key):
        raise Inexpressible("its name is neither a constant nor a setting")
    return f"{{{placeholder(key)}}}"


def attributes(ground: Ground, act: CookieAct) -> dict[str, Node]:
    """The attributes that are not those of a preset that says nothing."""
    values = given(act)
    wrong = dropped(values)
    if wrong and not ground.unsafe:
        raise Inexpressible(f"{says(wrong)} ({UNSAFE})")
    values = {**values, **wrong}
    if values["expires"] != Known(None):
        raise Inexpressible("presets have max_age, and no expires")
    keys = {
        each: _attribute(ground, act, each, values)
        for each in ATTRIBUTES
        if values[each] != _USUAL[each]
    }
    if values["partitioned"] not in _NOT_SENT:
        keys["partitioned"] = _attribute(ground, act, "partitioned", values)
    return keys


def _attribute(
    ground: Ground, act: CookieAct, name: str, values: Mapping[str, Value]
) -> Node:
    value = values[name]
    if isinstance(value, Known):
        return _constant(name, value)
    if path := _origin(ground, act, name, value):
        return {"from": path}
    settings = Settings(ground.facts, act.body)
    if settings.decide(name, value, values):
        return {"argument": True}
    raise Inexpressible(f"its {name} is neither a constant nor a setting")


def _constant(name: str, value: Known) -> Node:
    match name, value.value:
        case "max_age", int() as seconds if type(seconds) is int:
            return _duration(seconds)
        case "samesite", None:
            return "unset"
        case "path", None | "":
            raise Inexpressible("a preset always sends a Path")
        case ("secure" | "httponly" | "partitioned"), None:
            return False
        case _, str() | bool() | None as known:
            return known
    raise Inexpressible(f"its {name} is {value.value!r}")


def _origin(ground: Ground, act: CookieAct, argument: str, value: Value) -> str:
    """Where a setting of a module is read from; empty where it is none, or each object has its own.

    A function without parameters is called whenever it is read.
    """
    node = act.node(argument)
    match node, value:
        case ast.Call(func=function), Called(of, given) if given == Arguments():
            node, value = function, of
    path = origin(ground, act.body.unit.module, node, value)
    return "" if path is None or is_own(value) else f"{path.module}:{path.name}"


_UNITS = (("y", 31_536_000), ("d", 86_400), ("h", 3_600), ("m", 60))


def _duration(seconds: int) -> Node:
    for unit, size in _UNITS:
        if seconds > 0 and seconds % size == 0:
            return f"{seconds // size}{unit}"
    return seconds
