"""The project's target and the rules that it ignores."""

from case_settings import api


def has_the_projects_target() -> None:
    assert api.Served.__mro__[1].__module__ == "case_settings._support"


def is_built() -> None:
    assert api.Served("").headers["server"] == "acme"
