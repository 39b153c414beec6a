"""The parameters of a hand-written constructor join those of the schema."""

from datetime import timedelta

import pytest
from case_base_parameters import api
from starlette.responses import RedirectResponse

from tests.support.acme import Tenanted


def the_base_gets_its_own() -> None:
    room = api.Room({"a": 1}, tenant="t", x_request_id="r")
    assert isinstance(room, Tenanted)
    assert room.about == ("t", False, timedelta(seconds=5))
    assert room.status_code == 409
    assert room.headers["x-request-id"] == "r"
    assert room.headers["x-house"] == "base"


def a_default_of_the_bases_own_gives_way() -> None:
    long = timedelta(days=1)
    room = api.Room({}, trace=True, size=long, tenant="t", x_request_id="r")
    assert room.about == ("t", True, long)


def a_param_of_the_schema_is_the_same_one() -> None:
    """It fills templates, and the base gets it."""
    hall = api.Hall({}, tenant="a", x_request_id="r")
    assert (hall.headers["x-tenant"], hall.about[0]) == ("t-a", "a")
    assert hall.status_code == 202


def what_is_stated_counts() -> None:
    stated = api.Stated({}, tenant="t")
    assert stated.about == ("t", True, timedelta(seconds=5))
    assert stated.status_code == 200


def a_class_of_another_kind_keeps_its_own() -> None:
    door = api.Door(7, room="b")
    assert isinstance(door, RedirectResponse)
    assert (door.status_code, door.headers["location"]) == (303, "/b/7")
    assert door.headers["x-version"] == "2"


def wrong_arguments_raise() -> None:
    with pytest.raises(ValueError, match="status_code: locked"):
        api.Hall({}, 200, tenant="t", x_request_id="r")  # type: ignore[arg-type]  # the point
