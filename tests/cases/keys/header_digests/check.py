"""Digests by algorithm, as constants and as an argument."""

from hashlib import sha256

import pytest
from case_header_digests.api import Constant, Digested, Known

SENT = "sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:"


def constants_are_dictionaries() -> None:
    assert Constant("hello").headers["repr-digest"] == SENT
    assert Constant("").headers["want-repr-digest"] == "sha-512=10, sha-256=3"


def an_argument_has_bytes() -> None:
    digest = sha256(b"hello").digest()
    response = Digested("hello", digests={"sha-256": digest})
    assert response.headers["content-digest"] == SENT
    assert Known("hello").headers["content-digest"] == SENT
    assert "content-digest" not in Digested("", digests={}).headers


def refuses_what_is_none() -> None:
    for wrong in ({"sha-256": b"short"}, {"SHA-256": bytes(32)}):
        with pytest.raises(ValueError, match="content-digest"):
            Digested("", digests=wrong)
