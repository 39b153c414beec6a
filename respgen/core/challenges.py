"""Challenges (RFC 9110 11.3, 11.6.1): how a client is to say who it is.

Goes in: challenges, with the field's name for messages. Comes out: the value on the
wire.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import cast

from respgen.core.dispositions import quoted_text
from respgen.core.fields import FIELD_CHARACTER, TOKEN_CHARACTER, named
from respgen.core.grammar import (
    TOKEN,
    FieldError,
    compiled,
    exact,
    outside,
    typed_text,
    wrong_type,
)
from respgen.core.values import check_mapping, check_sequence, token_value

# RFC 9110 11.2
TOKEN68 = r"[A-Za-z0-9\-._~+/]+=*"
TOKEN68_CHARACTER = r"[A-Za-z0-9\-._~+/=]"
# RFC 9110 5.6.4: what a quoted-string holds
AUTH_TEXT = r"[\t\x20-\x7e\x80-\xff]*"
# RFC 7616 3.3: clients of old read these without quotes alone
UNQUOTED = ("algorithm", "charset", "stale", "userhash")


@dataclasses.dataclass(frozen=True, slots=True)
class Challenge:
    """A scheme with its parameters, such as `Challenge("Basic", {"realm": "shop"})`.

    A text in place of the parameters is a token68, which Negotiate has.
    """

    scheme: str
    params: Mapping[str, str] | str = dataclasses.field(default_factory=dict[str, str])


def challenge_value(name: str, values: Sequence[Challenge]) -> bytes:
    """Challenges, one or more, joined by commas (RFC 9110 11.6.1).

    Raises ValueError for none, for schemes and names of parameters that are no tokens,
    for a parameter given twice and for controls, TypeError for other types.
    """
    check_sequence(name, values)
    challenges = [one_challenge(name, value) for value in values]
    if not challenges:
        raise FieldError(name, "at least one challenge expected (RFC 9110 11.6.1)")
    return b", ".join(challenges)


challenge_field = named(challenge_value)


def one_challenge(name: str, value: object) -> bytes:
    """`scheme`, `scheme name="value", ...` or `scheme token68`."""
    if not isinstance(value, Challenge):
        raise wrong_type(name, "Challenge", value)
    scheme = token_value(name, value.scheme)
    params = exact(value.params)
    if type(params) is str:
        return scheme + b" " + token68(name, params)
    check_mapping(name, params)
    given = challenge_params(name, scheme, cast("Mapping[str, str]", params))
    return scheme + b" " + given if given else scheme


def token68(name: str, text: str) -> bytes:
    """What base64 and its like are made of (RFC 9110 11.2). Raises ValueError."""
    if compiled(TOKEN68).fullmatch(text):
        return text.encode("ascii")
    raise outside(name, TOKEN68_CHARACTER, text, "a token68 (RFC 9110 11.2)")


def challenge_params(name: str, scheme: bytes, params: Mapping[str, str]) -> bytes:
    """The parameters, joined by commas; each once, whatever its case (RFC 9110 11.2)."""
    given = [(typed_text(name, key), value) for key, value in params.items()]
    if len({key.lower() for key, _ in given}) < len(given):
        raise FieldError(name, "a parameter is given twice (RFC 9110 11.2)")
    sent = (challenge_param(name, scheme, *pair) for pair in given)
    return ", ".join(sent).encode("latin-1")


def challenge_param(name: str, scheme: bytes, key: str, value: str) -> str:
    """A parameter, quoted, as realm has to be (RFC 9110 11.5)."""
    if not compiled(TOKEN).fullmatch(key):
        raise outside(name, TOKEN_CHARACTER, key, "a parameter name (RFC 9110 11.2)")
    text = typed_text(name, value)
    if not compiled(AUTH_TEXT).fullmatch(text):
        raise outside(name, FIELD_CHARACTER, text, "a quoted-string (RFC 9110 5.6.4)")
    bare = scheme.lower() == b"digest" and key.lower() in UNQUOTED
    if bare and compiled(TOKEN).fullmatch(text):
        return f"{key}={text}"
    return f"{key}={quoted_text(text)}"
