"""An entity tag and digests, computed of the body that is sent."""

import base64
import hashlib

import pytest
from case_header_of_body.api import Draft, Item

BODY = b'{"a":1}'


def stands_on_the_wire() -> None:
    response = Item({"a": 1})
    assert response.body == BODY
    tag, digest, content = (value for _, value in response.raw_headers[:3])
    assert tag == b'"AVq9f1zFei3ZS3WQ8ErYCA"'
    assert digest == b"sha-256=:%b:" % base64.b64encode(hashlib.sha256(BODY).digest())
    assert content == b"sha-512=:%b:" % base64.b64encode(hashlib.sha512(BODY).digest())


def differs_with_the_body() -> None:
    tags = {Item(value).headers["etag"] for value in (None, 0, 1, "1", [1])}
    assert len(tags) == 5


def stays_without_a_body() -> None:
    response = Item({"a": 1}, 304)
    assert response.headers["etag"] == Item({"a": 1}).headers["etag"]
    assert "content-digest" not in response.headers
    assert response.body == b""


def the_weak_one_is_locked() -> None:
    assert Draft(1).headers["etag"].startswith('W/"')
    with pytest.raises(ValueError, match="etag"):
        Draft(1, headers={"ETag": '"a"'})
    assert Item(1, headers={"ETag": '"a"'}).headers["etag"] == '"a"'
