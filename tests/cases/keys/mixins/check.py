"""Hand-written classes before the base: their members, constructors and renderers."""

from case_mixins import api
from starlette.responses import JSONResponse

from tests.support.acme import Counted, Named, Sorted, Titles


def members_are_there() -> None:
    assert api.Plain({}).lowered("A") == "a"
    assert api.Plain.__bases__ == (Titles, JSONResponse)


def what_the_parent_has_is_not_mixed_in_again() -> None:
    assert api.Hall.__bases__ == (Named, api.Plain)
    assert api.Hall.lowered(api.Hall.named()) == "hall"


def a_class_with_a_constructor_stands_above_no_generated_one() -> None:
    assert api.Room.__bases__ == (Counted, Titles, JSONResponse)
    assert api.Room.titled("a") == "a.json"


def a_constructor_takes_part() -> None:
    before = api.Room.made
    room = api.Room({"a": 1}, room="hut", headers={"X-A": "1"})
    assert (room.room, api.Room.made) == ("hut", before + 1)
    assert room.raw_headers == [
        (b"x-version", b"1"),
        (b"x-a", b"1"),
        (b"content-length", b"7"),
        (b"content-type", b"application/json"),
    ]


def a_renderer_of_a_mixin_renders() -> None:
    assert api.Ordered({"b": 1, "a": 2}).body == b'{"a": 2, "b": 1}'


def a_renderer_of_a_mixin_renders_before_the_parent() -> None:
    assert api.Neat.__bases__ == (Sorted, api.Plain)
    assert api.Neat({"b": 1, "a": 2}).body == b'{"a": 2, "b": 1}'
