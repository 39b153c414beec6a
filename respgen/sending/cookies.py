"""Whether a cookie preset sets, or deletes, what a call of a response's method does.

Goes in: the arguments of `set_cookie` or `delete_cookie`, and a preset. Comes out: the value to set, or
Differs. A set is the same where its whole field is; a deletion where name, domain and path are, since
browsers know the cookie by these (RFC 6265bis 5.7), and the attributes of a preset are such that they
take it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from respgen.audit.cookies.operations import DEFAULTS
from respgen.core.grammar import compiled
from respgen.core.response import REFERENCE_PLAIN
from respgen.sending.matching import Differs, Reader
from respgen.sending.types import is_of, name_of
from respgen.source.program.values import (
    Attribute,
    Called,
    Instance,
    Known,
    Named,
    Value,
    choices,
    text,
)
from respgen.specs import Argument, CookieSpec, Read
from respgen.specs.cookies import NAME

_ATTRIBUTES = ("max_age", "path", "domain", "secure", "httponly", "samesite")
_SCOPE = ("path", "domain")


def deletes(method: str, given: Mapping[str, Value]) -> bool:
    """Whether a call deletes: `set_cookie` does where what it sets is over."""
    ends = given["max_age"] == Known(0) or given["expires"] == Known(0)
    return method == "delete_cookie" or (given["value"] == Known("") and ends)


def same(
    method: str, given: Mapping[str, Value], preset: CookieSpec, read: Reader
) -> None:
    """Whether a preset does what a call of one of the methods does. Raises Differs."""
    values = {**DEFAULTS, **given}
    if deletes(method, values):
        same_deletion(values, preset, read)
    else:
        same_set(values, preset, read)


def same_set(given: Mapping[str, Value], preset: CookieSpec, read: Reader) -> Value:
    """The value that the preset's function is called with. Raises Differs."""
    _shared(given, preset, read)
    if preset.known.get("priority") or preset.known.get("partitioned"):
        raise Differs("it has attributes that the call does not give")
    if given["expires"] != Known(None) or given["partitioned"] not in (
        Known(False),
        Known(None),
    ):
        raise Differs("it has no expires, and is not partitioned")
    for name in _ATTRIBUTES:
        _attribute(name, given[name], preset, read)
    _value(given["value"], preset)
    return given["value"]


class Mended(Differs):
    """What the code does is a mistake, and the preset does what was meant; the text says how."""


def same_deletion(given: Mapping[str, Value], preset: CookieSpec, read: Reader) -> None:
    """Raises Differs."""
    _shared(given, preset, read)
    if preset.also_delete:
        raise Differs("its deletion deletes further cookies")
    for name in _SCOPE:
        try:
            _attribute(name, given[name], preset, read)
        except Differs as differs:
            raise Mended(str(differs)) from differs
    _accepted(given, preset, read)


def argued(
    given: Mapping[str, Value], preset: CookieSpec, *, over: bool
) -> Iterator[str]:
    """The attributes that callers give the preset's function; `over`: the one that deletes."""
    for name, origin in preset.origins.items():
        if not isinstance(origin, Argument) or (over and name == "max_age"):
            continue
        default = Known(_plain(dict(preset.known).get(name)))
        silent = not origin.required and not (over and name in _SCOPE)
        if not (silent and given[name] in (default, *_equal(default))):
            yield name


def _accepted(given: Mapping[str, Value], preset: CookieSpec, read: Reader) -> None:
    """Whether browsers take both deletions, or neither (RFC 6265bis 5.7). Raises Differs."""
    names = ["partitioned"]
    sites = given["samesite"], _value_of("samesite", given, preset, read)
    if not all(each in _NEAR for each in sites):
        names += ["samesite", "secure"]
    if preset.key.startswith("__"):
        names += ["secure", "httponly"]
    for name in names:
        value = _value_of(name, given, preset, read)
        if value is None or given[name] not in (value, *_equal(value)):
            raise Mended(f"browsers take a deletion only with its {name}")


_NEAR = (Known("lax"), Known("strict"), Known(None))
"""What SameSite says of a cookie that pages of others do not get."""


def _value_of(
    name: str, given: Mapping[str, Value], preset: CookieSpec, read: Reader
) -> Value | None:
    """What a preset sends; None where nobody knows."""
    match preset.origins.get(name):
        case Argument():
            return given[name]
        case None:
            return Known(_plain(dict(preset.known).get(name)))
        case origin:
            return read(origin.path)


def has_name(key: Value | None, preset: CookieSpec, read: Reader) -> bool:
    """Whether a preset is of the cookie that is called so."""
    origin = preset.origins.get(NAME)
    if origin is None:
        return key == Known(preset.key)
    return isinstance(origin, Read) and key is not None and read(origin.path) == key


def _shared(given: Mapping[str, Value], preset: CookieSpec, read: Reader) -> None:
    if not has_name(given["key"], preset, read):
        raise Differs("its name is another one")
    if preset.formerly:
        raise Differs("it clears where the cookie was formerly")
    if preset.chunks or preset.sign:
        raise Differs("it signs the cookie, or cuts it into pieces")


def _attribute(name: str, given: Value, preset: CookieSpec, read: Reader) -> None:
    origin = preset.origins.get(name)
    if isinstance(origin, Argument):
        _argument(name, given)
        return
    if origin is not None:
        if read(origin.path) != given:
            raise Differs(
                f"its {name} is read from {origin.path.module}:{origin.path.name}"
            )
        return
    expected = Known(_plain(dict(preset.known).get(name)))
    if given not in (expected, *_equal(expected)):
        raise Differs(f"its {name} is {expected.value!r}")


def _argument(name: str, given: Value) -> None:
    """What may be any text may be none that a cookie has room for: settings are the author's."""
    if not all(isinstance(each, Known | Attribute) for each in choices(given)):
        raise Differs(f"its {name} is neither known nor a setting")
    for each in choices(given) if name == "path" else ():
        if isinstance(each, Known) and not (text(each) or "").startswith("/"):
            raise Differs("its path starts with /")


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


# Values


_PLAIN_CALLS = frozenset(
    {"secrets.token_urlsafe", "secrets.token_hex", "uuid.uuid4", "jwt.encode"}
)
"""What they give is letters, digits, `-`, `_` and `.`."""


def _value(value: Value, preset: CookieSpec) -> None:
    for each in choices(value):
        _one_value(each, preset)


def is_plain(value: Value) -> bool:
    """Whether it is certain that the reference writes a value as it is."""
    known = text(value)
    if known is None:
        return _is_plain(value)
    return compiled(REFERENCE_PLAIN).fullmatch(known) is not None


def _one_value(value: Value, preset: CookieSpec) -> None:
    known = text(value)
    if name_of(value) not in (None, "str"):
        raise Differs("it takes text alone")
    if preset.encoding == "quoted":
        return
    match preset.encoding:
        case "plain" | "percent" if known is not None:
            if compiled(_ALIKE[preset.encoding]).fullmatch(known):
                return
        case "plain" | "percent" if _is_plain(value):
            return
    raise Differs(f"it writes values otherwise (encoding: {preset.encoding})")


_ALIKE = {"plain": REFERENCE_PLAIN, "percent": r"[A-Za-z0-9_.~\-]+"}
"""What an encoding and the reference both leave as it is."""


def _is_plain(value: Value) -> bool:
    """Whether whatever it comes to needs no quotes."""
    match value:
        case Called(Named("builtins.str"), arguments) if len(arguments.places) == 1:
            inner = arguments.places[0]
            return is_of(inner, "int") or _is_plain(inner)
        case Called(Named(str(path))):
            return path in _PLAIN_CALLS
        case Instance(of="uuid.UUID"):
            return True
        case Attribute(inner, "hex"):
            return _is_plain(inner)
    return False
