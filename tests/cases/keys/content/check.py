"""The content type is that of the schema, also for a type checker."""

from typing import assert_type

from case_content.api import (
    Builtin,
    Choice,
    Generic,
    Imported,
    Recursive,
    Silent,
    Union,
)

from tests.support.acme import User


def renders_each() -> None:
    someone = User(name="guest", age=7)
    assert Silent([None, True, {"a": 1.5}]).body == b'[null,true,{"a":1.5}]'
    assert Builtin({"a": 1}).body == b'{"a":1}'
    assert [Union(each).body for each in (1, "a", None)] == [b"1", b'"a"', b"null"]
    assert Imported(someone).body == b'{"name":"guest","age":7}'
    assert Generic([someone]).body == b'[{"name":"guest","age":7}]'
    assert Choice("on").body == b'"on"'
    assert Recursive({"a": [1]}).body == b'{"a":[1]}'
    assert_type(Imported(someone), Imported)
