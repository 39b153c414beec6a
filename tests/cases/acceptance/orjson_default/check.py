"""orjson with a default function of the project's."""

from __future__ import annotations

import orjson
import pytest
from case_orjson_default.api import Measured
from starlette.responses import Response

from tests.support import acme


class _Array:
    """What numpy's arrays have."""

    def tolist(self) -> object:
        return [1.5, 2.0]


class _Idiomatic(Response):
    """The class as a project writes it."""

    media_type = "application/json"

    def render(self, content: object) -> bytes:
        return orjson.dumps(content, default=acme.listed)


def sends_what_the_idiom_sends() -> None:
    content = {"values": _Array(), "name": "Köln"}
    ours, theirs = Measured(content), _Idiomatic(content)
    assert (ours.body, ours.raw_headers) == (theirs.body, theirs.raw_headers)


def what_the_function_refuses_is_refused() -> None:
    with pytest.raises(TypeError):
        Measured({"values": object()})
