"""pydantic dumps any type that it knows; its options are constants, or what callers give."""

from __future__ import annotations

from case_render_pydantic.api import AnyModel, Known, Names, Plain, Profile, Profiles
from pydantic import TypeAdapter

from tests.support import acme

_ANA = acme.Profile(name="Ana")


def is_the_librarys_own_bytes() -> None:
    response = Profile(_ANA)
    assert response.body == TypeAdapter(acme.Profile).dump_json(_ANA)
    assert response.headers["content-type"] == "application/json"


def options_are_those_of_the_schema() -> None:
    assert Known(_ANA).body == b'{"name":"Ana"}'


def options_are_those_of_the_caller() -> None:
    content = {"all": [_ANA]}
    assert Profiles(content).body == b'{"all":[{"name":"Ana","nickname":null}]}'
    assert Profiles(content, exclude_none=True).body == b'{"all":[{"name":"Ana"}]}'
    assert Profiles(None, indent=2).body == b"null"


def fields_are_chosen() -> None:
    assert Names(_ANA).body == b'{"name":"Ana","nickname":null}'
    assert Names(_ANA, exclude={"nickname"}).body == b'{"name":"Ana"}'


def any_model_keeps_its_own_fields() -> None:
    assert AnyModel(_ANA).body == b'{"name":"Ana","nickname":null}'


def what_is_no_model_is_dumped_too() -> None:
    assert Plain({1}).body == b"[1]"
