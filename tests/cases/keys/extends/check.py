"""Declarations merge; a child's replaces its parent's whole and keeps its place."""

from case_extends.api import Base, Child, Grandchild


def merges_in_the_order_of_first_declaration() -> None:
    assert Child({"a": 1}).raw_headers[:3] == [
        (b"x-first", b"z"),
        (b"x-second", b"b"),
        (b"x-third", b"c"),
    ]


def subclasses() -> None:
    response = Grandchild({"a": 1}, x_second="mine")
    assert isinstance(response, Child) and isinstance(response, Base)
    assert response.status_code == 202
    assert response.body == b'{"a":1}'
    assert response.raw_headers[1] == (b"x-second", b"mine")
