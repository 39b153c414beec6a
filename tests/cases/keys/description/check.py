"""Descriptions are docstrings, verbatim."""

import inspect

from case_description import api


def begins_with_the_description() -> None:
    assert api.__doc__ == "The module's docstring."
    about = inspect.cleandoc(api.Described.__doc__ or "")
    assert about.startswith('The class\'s docstring.\n\n  Indented; """quoted""" and \\escaped.\n\nAnd back.')


def says_something_where_the_author_is_silent() -> None:
    assert api.Silent.__doc__
