"""Whether a cookie preset writes a value as the reference does.

Goes in: a value, and a preset. Comes out: nothing, or Differs.
"""

from __future__ import annotations

from respgen.core.grammar import compiled
from respgen.core.response import REFERENCE_PLAIN
from respgen.sending.matching import Differs
from respgen.sending.types import is_of, name_of
from respgen.source.program.values import (
    Attribute,
    Called,
    Instance,
    Named,
    Value,
    text,
)
from respgen.specs import CookieSpec

_PLAIN_CALLS = frozenset(
    {"secrets.token_urlsafe", "secrets.token_hex", "uuid.uuid4", "jwt.encode"}
)
"""What they give is letters, digits, `-`, `_` and `.`."""


def is_plain(value: Value) -> bool:
    """Whether it is certain that the reference writes a value as it is."""
    known = text(value)
    if known is None:
        return _is_plain(value)
    return compiled(REFERENCE_PLAIN).fullmatch(known) is not None


def check_value(value: Value, preset: CookieSpec) -> None:
    """Whether a preset writes a value as the call does. Raises Differs."""
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
