"""Whether a cookie preset sets, or deletes, what a call of a response's method does.

Goes in: a call of `set_cookie` or `delete_cookie`, and a preset. Comes out: nothing, or Differs. A set is the same where its whole field is; a deletion where name, domain and path are, since
browsers know the cookie by these (RFC 6265bis 5.7), and the attributes of a preset are such that they
take it.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from respgen.audit.acts import CookieAct
from respgen.audit.cookies.operations import DEFAULTS
from respgen.core.cookie_attributes import (
    DELETION,
    CookieAttributes,
    cookie_attributes,
)
from respgen.sending.cookie_mistakes import dropped, is_set_there
from respgen.sending.cookie_values import check_value
from respgen.sending.matching import Differs, Reader
from respgen.sending.settings import NEAR, Settings, is_own, placeholder
from respgen.source.names import Function
from respgen.source.program.facts import Facts
from respgen.source.program.values import (
    Arguments,
    Attribute,
    Called,
    How,
    Instance,
    Known,
    Named,
    Unknown,
    Value,
    choices,
)
from respgen.specs import NAME, SCOPE, Argument, CookieSpec, Read
from respgen.vocabulary.cookie_names import is_given, places

ATTRIBUTES = ("max_age", "path", "domain", "secure", "httponly", "samesite")


def deletes(method: str, given: Mapping[str, Value]) -> bool:
    """Whether a call deletes: `set_cookie` does where what it sets is over."""
    ends = given["max_age"] == Known(0) or given["expires"] == Known(0)
    return method == "delete_cookie" or (given["value"] == Known("") and ends)


def same(act: CookieAct, preset: CookieSpec, facts: Facts, read: Reader) -> None:
    """Whether a preset does what a call of one of the methods does. Raises Differs."""
    _Comparison(given(act), preset, Settings(facts, act.body), read).compare(act.method)


def given(act: CookieAct) -> Mapping[str, Value]:
    """What a call says of each attribute, be it by default.

    What a class method reads of `cls` is no constant: classes below it may have another.
    """
    found = {**DEFAULTS, **act.given}
    first = next(iter(act.body.parameters.items()), ("", None))
    owner = act.body.owner
    for name in act.given:
        match act.node(name):
            case ast.Attribute(ast.Name(word), attribute) as node:
                if owner and first == (word, Named(owner)):
                    of = Instance(owner, How.ITSELF, node)
                    found[name] = Attribute(of, attribute)
                elif word == "cls":  # of a function around this one
                    found[name] = Unknown(node)
    return found


class Mended(Differs):
    """What the code does is a mistake, and the preset does what was meant; the text says how."""


def says(wrong: Mapping[str, Known]) -> str:
    """What is wrong where browsers want these attributes."""
    wanted = " and ".join(f"{name}={each.value!r}" for name, each in wrong.items())
    return f"browsers keep it only with {wanted}"


def argued(
    given: Mapping[str, Value], preset: CookieSpec, *, over: bool
) -> Iterator[tuple[str, str]]:
    """The keywords that the preset's function is given, and what of the call; `over`: it deletes."""
    for place in places(preset.key):
        yield place, NAME
    for name, origin in preset.origins.items():
        if not isinstance(origin, Argument) or (over and name == "max_age"):
            continue
        default = Known(_plain(dict(preset.known).get(name)))
        silent = not origin.required and not (over and name in SCOPE)
        if not (silent and given[name] in (default, *_equal(default))):
            yield name, name


def whenever(found: Value | None) -> tuple[Value, ...]:
    """What is read of an import path each time: what stands there, or what it gives if it is a function."""
    match found:
        case None:
            return ()
        case Named(Function(node=ast.FunctionDef())):
            return found, Called(found, Arguments())
    return (found,)


def has_name(key: Value | None, preset: CookieSpec, read: Reader) -> bool:
    """Whether a preset is of the cookie that is called so: a placeholder has the name of a setting."""
    origin = preset.origins.get(NAME)
    if isinstance(origin, Read):
        return key is not None and key in whenever(read(origin.path))
    if is_given(preset.key):
        return preset.key == f"{{{placeholder(key)}}}"
    return key == Known(preset.key)


@dataclass(frozen=True, slots=True)
class _Comparison:
    """A call and a preset."""

    given: Mapping[str, Value]
    preset: CookieSpec
    settings: Settings
    read: Reader

    def compare(self, method: str) -> None:
        """Raises Differs."""
        self._name()
        if self.preset.formerly:
            raise Differs("it clears where the cookie was formerly")
        if self.preset.chunks or self.preset.sign:
            raise Differs("it signs the cookie, or cuts it into pieces")
        if deletes(method, self.given):
            self._deletion()
            return
        try:
            self._set()
        except Differs as differs:
            wrong = dropped(self.given)
            if not wrong:
                raise
            replace(self, given={**self.given, **wrong})._set()
            raise Mended(says(wrong)) from differs

    def _name(self) -> None:
        key = self.given["key"]
        if not has_name(key, self.preset, self.read):
            raise Differs("its name is another one")
        if is_given(self.preset.key) and not self.settings.has(key):
            raise Differs("its name is neither known nor a setting")

    def _set(self) -> None:
        if self.preset.known.get("priority") or self.preset.known.get("partitioned"):
            raise Differs("it has attributes that the call does not give")
        if self.given["expires"] != Known(None) or self.given["partitioned"] not in (
            Known(False),
            Known(None),
        ):
            raise Differs("it has no expires, and is not partitioned")
        for name in ATTRIBUTES:
            self._attribute(name)
        self._taken({})
        for each in choices(self.given["value"]):
            check_value(each, self.preset)

    def _deletion(self) -> None:
        if self.preset.also_delete:
            raise Differs("its deletion deletes further cookies")
        for name in ("path", "domain"):
            try:
                self._attribute(name)
            except Differs as differs:
                is_left = isinstance(self.preset.origins.get(name), Argument)
                known = all(isinstance(e, Known) for e in choices(self.given[name]))
                if is_left or not known:
                    raise  # what nobody knows may well be right
                if is_set_there(self.settings.facts, self.given):
                    message = (
                        f"{differs}, and another call sets it where this deletes it"
                    )
                    raise Differs(message) from differs
                raise Mended(str(differs)) from differs
        for name in ("secure", "httponly", "samesite"):
            if isinstance(self.preset.origins.get(name), Argument):
                self._argument(name)
        self._taken(DELETION)
        self._accepted()

    # Attributes

    def _attribute(self, name: str) -> None:
        given = self.given[name]
        origin = self.preset.origins.get(name)
        if isinstance(origin, Argument):
            self._argument(name)
        elif origin is not None:
            path = f"{origin.path.module}:{origin.path.name}"
            if given not in whenever(self.read(origin.path)):
                raise Differs(f"its {name} is read from {path}")
            if is_own(given):
                raise Differs(f"its {name} is read from {path}, not of each object")
        else:
            expected = Known(_plain(dict(self.preset.known).get(name)))
            if given not in (expected, *_equal(expected)):
                raise Differs(f"its {name} is {expected.value!r}")

    def _argument(self, name: str) -> None:
        """Raises Differs for what may be any text: it may be none that a cookie has room for."""
        value = self.given[name]
        promised = self._may_promise and name in _PROMISED
        if not self.settings.decide(name, value, self.given) or (
            promised and self.settings.is_free(value)
        ):
            raise Differs(f"its {name} is neither known nor a setting")
        if name == "path" and any(map(self.settings.may_be_none, self._options(name))):
            raise Differs("its path may be None, for which the code sends no Path")

    def _options(self, name: str) -> tuple[Value, ...]:
        return self.settings.options(self.given[name]) or (self.given[name],)

    def _taken(self, others: CookieAttributes) -> None:
        """Whether the preset takes what is known of its arguments. Raises Differs."""
        is_known = not (self.preset.reads_name or is_given(self.preset.key))
        key = self.preset.key if is_known else "a"
        names = [n for n, o in self.preset.origins.items() if isinstance(o, Argument)]
        for values in product(*map(self._options, names)):
            known = dict[str, Any](self.preset.known)
            for name, value in zip(names, values, strict=True):
                known[name] = value.value if isinstance(value, Known) else known[name]
            try:
                cookie_attributes(key, **{**known, **others})
            except (ValueError, TypeError) as error:
                raise Differs(str(error)) from error

    @property
    def _may_promise(self) -> bool:
        """Whether the name may have a prefix that promises attributes."""
        key = self.preset.key
        return self.preset.reads_name or is_given(key) or key.startswith("__")

    def _accepted(self) -> None:
        """Whether browsers take both deletions, or neither (RFC 6265bis 5.7). Raises Differs."""
        names = ["partitioned"]
        sites = self.given["samesite"], self._value("samesite")
        if not all(each in NEAR for each in sites):
            names += ["samesite", "secure"]
        if self.preset.key.startswith("__") or is_given(self.preset.key):
            names += _PROMISED
        for name in names:
            value = self._value(name)
            if value is None or self.given[name] not in (value, *_equal(value)):
                raise Mended(f"browsers take a deletion only with its {name}")

    def _value(self, name: str) -> Value | None:
        """What a preset sends; None where nobody knows."""
        match self.preset.origins.get(name):
            case Argument():
                return self.given[name]
            case None:
                return Known(_plain(dict(self.preset.known).get(name)))
            case origin:
                found = whenever(self.read(origin.path))
                if self.given[name] in found:
                    return self.given[name]
                return found[0] if found else None


_PROMISED = ("secure", "httponly")


def _equal(value: Value) -> tuple[Known, ...]:
    return _EQUAL.get(value, ()) if isinstance(value, Known) else ()


_EQUAL: Mapping[Known, tuple[Known, ...]] = {
    Known(False): (Known(None),),
    Known(None): (Known(""),),
    Known(""): (Known(None),),
}
"""What is not sent, either way."""


def _plain(value: object) -> str | int | bool | None:
    return value if isinstance(value, str | int | bool) else None
