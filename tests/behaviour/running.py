"""Families as classes of every target, and what comes of calling one."""

from __future__ import annotations

import sys
from dataclasses import fields, is_dataclass
from types import ModuleType
from typing import Any

from respgen.specs import Target
from respgen.vocabulary import targets as vocabulary
from tests.behaviour.arguments import Call
from tests.behaviour.loading import load
from tests.behaviour.oracle import Sent
from tests.behaviour.strategies import Family, modules

TARGETS: tuple[Target, ...] = tuple(vocabulary.TARGETS)


def loaded(family: Family) -> dict[str, ModuleType]:
    """The modules of a family for all targets, in one package."""
    return load(tuple(spec for target in TARGETS for spec in modules(family, target)))


def classes(family: Family, place: int) -> list[type[Any]]:
    """The class of one member for each target."""
    member, package = family.members[place], loaded(family)
    stem = ("common", "shop")[member.module]
    return [getattr(package[f"{stem}_{t}"], member.spec.name) for t in TARGETS]


def presets(family: Family) -> list[ModuleType]:
    """The module that holds the cookie functions, for each target."""
    package = loaded(family)
    return [package[f"common_{target}"] for target in TARGETS]


def sent(response: Any) -> Sent:
    """What a response sends as an ASGI application."""
    messages: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        messages.append(message)

    application = response({"type": "http", "method": "GET"}, None, send)
    try:
        application.send(None)
    except StopIteration:
        start, body = messages
    return Sent(start["status"], start["headers"], bytes(body["body"]))


def made(cls: type[Any], call: Call) -> Any:
    """An instance. Raises what the constructor raises."""
    own = {name: carried(cls, value) for name, value in call.keywords.items()}
    return cls(*call.content, **own)


def carried(cls: type[Any], value: Any) -> Any:
    """The value with the classes that the package of `cls` carries in place of core's."""
    match value:
        case list():
            return [carried(cls, inside) for inside in value]
        case tuple() if value:
            return tuple(carried(cls, inside) for inside in value)
        case dict():
            return {key: carried(cls, inside) for key, inside in value.items()}
    kind = type(value)
    if not is_dataclass(value) or not kind.__module__.startswith("respgen.core."):
        return value
    parts = [carried(cls, getattr(value, f.name)) for f in fields(value)]
    return getattr(support(cls), kind.__name__, kind)(*parts)


def support(cls: type[Any]) -> ModuleType | None:
    """The support module of the generated package that `cls` comes from."""
    packages = (base.__module__.rpartition(".")[0] for base in cls.__mro__)
    found = (sys.modules.get(f"{package}._support") for package in packages)
    return next((module for module in found if module), None)


def outcome(cls: type[Any], call: Call) -> Sent | Exception:
    """What comes of a call."""
    try:
        return sent(made(cls, call))
    except (ValueError, TypeError) as error:
        return error
