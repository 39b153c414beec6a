"""A finding that a line ignores does not stand in the way."""

from case_ignore.api import Served


def is_built() -> None:
    assert Served("").headers["server"] == "acme"
