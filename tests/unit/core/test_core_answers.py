"""Encoders of what tells a client how to go on: challenges, ranges, digests."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given

from respgen.core.challenges import Challenge, challenge_value
from respgen.core.digests import digest_value
from respgen.core.fields import FIELD_VALUE
from respgen.core.grammar import compiled
from respgen.core.ranges import ContentRange, UnsatisfiedRange, content_range_value
from respgen.fields import FIELDS
from tests.behaviour import values

RIGHT: dict[str, tuple[Callable[..., bytes], Any, str]] = {
    "scheme alone": (challenge_value, [Challenge("Negotiate")], "Negotiate"),
    "parameters": (
        challenge_value,
        [Challenge("Bearer", {"realm": "shop", "error": "invalid_token"})],
        'Bearer realm="shop", error="invalid_token"',
    ),
    "a realm with quotes": (
        challenge_value,
        [Challenge("Basic", {"realm": 'the "shop" \\'})],
        'Basic realm="the \\"shop\\" \\\\"',
    ),
    "a realm of nothing": (challenge_value, [Challenge("Basic", {"realm": ""})], 'Basic realm=""'),
    "token68": (challenge_value, (Challenge("Negotiate", "YII="),), "Negotiate YII="),
    "Digest": (
        challenge_value,
        [
            Challenge(
                "Digest",
                {"realm": "a", "qop": "auth", "algorithm": "SHA-256", "stale": "true"},
            )
        ],
        'Digest realm="a", qop="auth", algorithm=SHA-256, stale=true',
    ),
    "several": (
        challenge_value,
        [Challenge("Negotiate"), Challenge("Basic", {"realm": "a"})],
        'Negotiate, Basic realm="a"',
    ),
    "range": (content_range_value, ContentRange(0, 99, 1234), "bytes 0-99/1234"),
    "the last byte": (content_range_value, ContentRange(9, 9, 10), "bytes 9-9/10"),
    "unknown length": (content_range_value, ContentRange(0, 99), "bytes 0-99/*"),
    "another unit": (content_range_value, ContentRange(0, 9, 10, "items"), "items 0-9/10"),
    "unsatisfied": (content_range_value, UnsatisfiedRange(1234), "bytes */1234"),
    "digest": (digest_value, {"md5": b"hi"}, "md5=:aGk=:"),
    "digests": (
        digest_value,
        {"sha-256": bytes(32), "unixsum": b""},
        f"sha-256=:{'A' * 43}=:, unixsum=::",
    ),
    "no digest": (digest_value, {}, ""),
}  # fmt: skip


@pytest.mark.parametrize(("encode", "value", "wire"), RIGHT.values(), ids=RIGHT)
def test_wire_forms(encode: Callable[..., bytes], value: Any, wire: str) -> None:
    """What stands on the wire."""
    assert encode("x-field", value) == wire.encode("latin-1")


WRONG: dict[str, tuple[Callable[..., bytes], Any, type[Exception]]] = {
    "no challenge": (challenge_value, [], ValueError),
    "a challenge alone": (challenge_value, Challenge("Basic"), TypeError),
    "a challenge as text": (challenge_value, "Basic", TypeError),
    "text among challenges": (challenge_value, ["Basic"], TypeError),
    "no scheme": (challenge_value, [Challenge("")], ValueError),
    "a scheme of two words": (challenge_value, [Challenge("Basic x")], ValueError),
    "a scheme of bytes": (challenge_value, [Challenge(b"Basic")], TypeError),  # type: ignore[arg-type]  # that is the point
    "a parameter of no token": (
        challenge_value,
        [Challenge("Basic", {"a b": ""})],
        ValueError,
    ),
    "a parameter twice": (
        challenge_value,
        [Challenge("Basic", {"realm": "a", "Realm": "b"})],
        ValueError,
    ),
    "a line break": (challenge_value, [Challenge("A", {"b": "c\r\nd"})], ValueError),
    "beyond latin-1": (challenge_value, [Challenge("A", {"b": "\u0100"})], ValueError),
    "a number": (challenge_value, [Challenge("A", {"b": 1})], TypeError),  # type: ignore[dict-item]  # that is the point
    "pairs": (challenge_value, [Challenge("A", [("b", "c")])], TypeError),  # type: ignore[arg-type]  # that is the point
    "an empty token68": (challenge_value, [Challenge("A", "")], ValueError),
    "a parameter as token68": (challenge_value, [Challenge("A", "b=c")], ValueError),
    "a range backwards": (content_range_value, ContentRange(2, 1, 3), ValueError),
    "a range outside": (content_range_value, ContentRange(0, 10, 10), ValueError),
    "a negative position": (content_range_value, ContentRange(-1, 1), ValueError),
    "a negative length": (content_range_value, UnsatisfiedRange(-1), ValueError),
    "a truth value": (content_range_value, ContentRange(False, True), TypeError),
    "no length": (content_range_value, UnsatisfiedRange(None), TypeError),  # type: ignore[arg-type]  # that is the point
    "a unit of two words": (content_range_value, ContentRange(0, 1, 2, "a b"), ValueError),
    "a range as text": (content_range_value, "bytes 0-1/2", TypeError),
    "a short digest": (digest_value, {"sha-256": b"a"}, ValueError),
    "an algorithm in capitals": (digest_value, {"MD5": b"a"}, ValueError),
    "a digest as text": (digest_value, {"md5": "a"}, TypeError),
    "digests in a list": (digest_value, [("md5", b"a")], TypeError),
}  # fmt: skip


@pytest.mark.parametrize(("encode", "value", "error"), WRONG.values(), ids=WRONG)
def test_refusals(
    encode: Callable[..., bytes], value: Any, error: type[Exception]
) -> None:
    """What has no form on the wire raises, naming the field."""
    with pytest.raises(error, match="x-field"):
        encode("x-field", value)


@given(values.GOOD["challenge"])
def test_challenges_read_back(challenges: list[Challenge]) -> None:
    """What is sent is a field value, and the same again when it is read and written."""
    try:
        sent = challenge_value("x", challenges).decode("latin-1")
    except ValueError:
        return
    assert compiled(FIELD_VALUE).fullmatch(sent)
    assert FIELDS["www-authenticate"].constant(sent) == sent


@given(values.GOOD["content_range"])
def test_ranges(value: ContentRange | UnsatisfiedRange) -> None:
    """A unit, then digits and no sign."""
    sent = content_range_value("x", value).decode("ascii")
    digits = "[0-9]+"
    assert re.fullmatch(rf"\S+ (\*|{digits}-{digits})/(\*|{digits})", sent)
