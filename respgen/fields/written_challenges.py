"""Challenges as a schema writes them -> the values that core serialises (RFC 9110 11.6.1).

`{scheme: Bearer, realm: shop}` has parameters, `{scheme: Negotiate, token68: YII=}` a token68. Raises
TypeError, `PlacedError` with a place.
"""

from __future__ import annotations

from respgen.core.challenges import Challenge, challenge_param, one_challenge
from respgen.core.grammar import FieldError
from respgen.fields.written import PlacedError, below, each, expected
from respgen.load.tree import Plain
from respgen.rules import r0, r2

_EXAMPLE = "{scheme: Bearer, realm: shop}"


def challenges(value: Plain) -> tuple[Challenge, ...]:
    """One challenge, or a list of one or more."""
    if isinstance(value, dict):
        return (_challenge(value),)
    found = each(value, _challenge)
    if not found:
        message = "one challenge or more expected (RFC 9110 11.6.1)"
        raise PlacedError(r2.CHALLENGE, message, f"write {_EXAMPLE}")
    return found


def _challenge(value: Plain) -> Challenge:
    if not isinstance(value, dict):
        raise expected(f"a mapping such as {_EXAMPLE}")
    if "scheme" not in value:
        raise PlacedError(r0.MISSING_KEY, "missing key 'scheme'", "scheme: Bearer")
    texts = {key: _text(key, inside) for key, inside in value.items()}
    scheme = texts.pop("scheme")
    _tried("scheme", Challenge(scheme))
    if "token68" not in texts:
        for key, text in texts.items():
            _check_param(scheme, key, text)
        return _tried("", Challenge(scheme, texts))
    if len(texts) > 1:
        message = "a challenge has parameters or a token68, not both"
        raise PlacedError(r0.CONFLICT, message, "leave out one of the two")
    return _tried("token68", Challenge(scheme, texts["token68"]))


def _text(key: str, value: Plain) -> str:
    with below(key):
        if not isinstance(value, str):
            raise expected("text", "put it in quotes")
        return value


def _tried(key: str, challenge: Challenge) -> Challenge:
    """The challenge, if it can be sent; what is wrong is wrong with that key."""
    try:
        one_challenge("", challenge)
    except FieldError as error:
        wrong = PlacedError(r2.CHALLENGE, error.reason)
        wrong.path = (key,) if key else ()
        raise wrong from None
    return challenge


def _check_param(scheme: str, key: str, value: str) -> None:
    with below(key):
        try:
            challenge_param("", scheme, key, value)
        except FieldError as error:
            raise PlacedError(r2.CHALLENGE, error.reason) from None
