"""Callers choose one of several media types."""

from typing import Any

import pytest
from case_media_types import api
from starlette.responses import Response


def _label(response: Response) -> str:
    return response.headers["content-type"]


def the_first_is_the_default() -> None:
    assert _label(api.Picture(b"a")) == "image/png"
    assert _label(api.Picture(b"a", media_type="image/jpeg")) == "image/jpeg"
    assert _label(api.Thumbnail(b"a", 200, None, "image/jpeg")) == "image/jpeg"


def another_one_raises() -> None:
    other: Any = "image/gif"
    with pytest.raises(ValueError, match="media_type: 'image/gif' is none of image/png"):
        api.Picture(b"a", media_type=other)
    nothing: Any = None
    with pytest.raises(TypeError, match="media_type"):
        api.Picture(b"a", media_type=nothing)


def callers_may_have_to_choose() -> None:
    assert _label(api.Labelled(b"a", media_type="application/x-msgpack")) == (
        "application/x-msgpack"
    )
    made: Any = api.Labelled
    with pytest.raises(TypeError, match="media_type"):
        made(b"a")


def text_gets_its_charset() -> None:
    note = api.Notes("a", media_type="text/markdown")
    assert _label(note) == "text/markdown; charset=utf-8"


def a_child_may_have_one() -> None:
    assert _label(api.Gif(b"a")) == "image/gif"


def a_base_of_the_authors_is_given_the_choice() -> None:
    assert _label(api.Document({}, media_type="application/ld+json")) == (
        "application/ld+json"
    )
