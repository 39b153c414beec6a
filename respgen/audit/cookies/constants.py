"""Constant attributes of cookies, judged by the rules for presets, with their codes.

Goes in: operations. Come out: findings at arguments. What is not known is such that it breaks no
rule, so that nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from respgen.audit.asking import Answer, ask
from respgen.audit.cookies.operations import Operation
from respgen.audit.cookies.wording import name
from respgen.audit.findings import Found
from respgen.audit.places import Finder
from respgen.rules import r3, r9
from respgen.source.program.facts import Facts
from respgen.source.program.values import Known, Value

_NAMELESS = "cookie"
_HARMLESS: Mapping[str, Any] = MappingProxyType(
    {
        "max_age": None,
        "path": "/",
        "domain": None,
        "secure": True,
        "httponly": True,
        "samesite": "lax",
        "partitioned": False,
        "priority": None,
    }
)
"""Attributes that break no rule."""
_PREFIXES = frozenset(
    {r3.SECURE_PREFIX, r3.HOST_PREFIX, r3.HTTP_PREFIX, r3.HOST_HTTP_PREFIX}
)
_OF_DELETIONS = frozenset(
    {
        *(r3.COOKIE_ATTRIBUTE, r3.COOKIE_PATH, r3.COOKIE_DOMAIN, r3.COOKIE_DOMAIN_DOT),
        *(r3.PUBLIC_SUFFIX, r3.ATTRIBUTE_SIZE, r3.SAMESITE_NONE, *_PREFIXES),
    }
)
"""What matters where a cookie ends."""


def constant_findings(facts: Facts, found: tuple[Operation, ...]) -> Iterator[Found]:
    """Everything that is constant and wrong, each once."""
    return iter(dict.fromkeys(_findings(facts, found)))


def _findings(facts: Facts, found: tuple[Operation, ...]) -> Iterator[Found]:
    finder = Finder(facts)
    for each in found:
        for one in _asked(each):
            place, rule, message = each.at(one.at), one.rule, one.message
            if each.ends:
                if rule not in _OF_DELETIONS:
                    continue
                if rule in _PREFIXES:
                    rule, place = r9.DELETION_REFUSED, each.place
                    message = f"{message}, and so this deletion of {name(each)}"
            yield finder.found(rule, place, message, _advice(one, each))


def _asked(found: Operation) -> tuple[Answer, ...]:
    """Of a preset with all that is constant; callers decide the rest."""
    known, unknown = dict[str, Any](_HARMLESS), list[str]()
    for attribute in _HARMLESS:
        value = found.value(attribute)
        if attribute == "priority":
            continue
        if isinstance(value, Known) and _suits(attribute, value):
            known[attribute] = _plain(attribute, value)
        else:
            unknown.append(attribute)
    given = sorted(each for each in found.values if each in known)
    name = _key(found.values.get("key"))
    parts = tuple(known.items()), tuple(unknown), tuple(given)
    return ask("cookie", _NAMELESS, name, *parts)


def _key(value: Value | None) -> str:
    """The name, where it is a text without what presets have for places."""
    known = value.value if isinstance(value, Known) else None
    is_plain = isinstance(known, str) and not {*known} & {*"{}"}
    return known if isinstance(known, str) and is_plain else _NAMELESS


def _suits(attribute: str, value: Known) -> bool:
    """Whether a constant is of the type that the attribute has."""
    of = value.value
    if attribute in ("secure", "httponly", "partitioned"):
        return True
    if attribute == "max_age":
        return of is None or type(of) is int
    if attribute == "path":
        return isinstance(of, str) and bool(of)
    return of is None or isinstance(of, str)


def _plain(attribute: str, value: Known) -> object:
    of = value.value
    if attribute in ("secure", "httponly", "partitioned"):
        return bool(of)
    if attribute == "samesite" and isinstance(of, str):
        return of.lower()
    return of or None if attribute == "domain" else of


# What to write in Python

_UNITS = {"s": 1, "m": 60, "h": 3_600, "d": 86_400}
_FORMS = (
    (r"\b(secure|httponly|partitioned): true\b", r"\1=True"),
    (r"\bsamesite: (\w+)", r'samesite="\1"'),
    (r"\bpath: /", 'path="/"'),
    (r"\bmax_age: (\d+)", r"max_age=\1"),
)
_HELP = {
    r3.SESSION_SECURE: "write secure: true: browsers take http://localhost for secure",
    r3.MAX_AGE: "write a number of seconds, such as 3600; 0 deletes the cookie",
}


def _advice(found: Answer, of: Operation) -> str:
    """The help line, with arguments where schemas have keys."""
    text = _HELP.get(found.rule, found.help)
    text = re.sub(r"\b(\d+)([smhd])\b", lambda m: str(int(m[1]) * _UNITS[m[2]]), text)
    for form, python in _FORMS:
        text = re.sub(form, python, text)
    if of.middleware:
        text = re.sub(r"\b(secure|samesite)(?==)", lambda m: of.word(m[1]), text)
    return text
