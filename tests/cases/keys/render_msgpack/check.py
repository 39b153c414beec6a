"""MessagePack by one of three libraries, each with its own options."""

from __future__ import annotations

from typing import Any
from datetime import UTC, datetime

import msgspec
import ormsgpack
from case_render_msgpack.api import Dated, Keyed, Labelled, Packed

from tests.support import acme

_AT = datetime(2024, 3, 5, 9, 30, tzinfo=UTC)


def is_the_librarys_own_bytes() -> None:
    content: dict[str, Any] = {"id": 7, "raw": b"\x00\xff", "tags": ["a"]}
    response = Packed(content)
    assert response.body == msgspec.msgpack.encode(content)
    assert response.headers["content-type"] == "application/msgpack"


def its_older_label_stays() -> None:
    response = Labelled({"b": 1, "a": 2}, order="sorted")
    assert response.body == b"\x82\xa1a\x02\xa1b\x01"
    assert response.headers["content-type"] == "application/x-msgpack"


def ormsgpack_takes_its_flags() -> None:
    body = bytes(Keyed({1: acme.Profile(name="Ana")}).body)
    unpacked = ormsgpack.unpackb(body, option=ormsgpack.OPT_NON_STR_KEYS)
    assert unpacked == {1: {"name": "Ana", "nickname": None}}


def msgpack_writes_timestamps() -> None:
    body = bytes(Dated({"at": _AT, "n": [1]}).body)
    assert msgspec.msgpack.decode(body) == {"at": _AT, "n": [1]}
