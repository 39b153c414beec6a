"""Without a framework the constructor warns."""

import warnings

import pytest
from case_deprecated_core import api


def callers_are_warned() -> None:
    with pytest.warns(DeprecationWarning, match=r"Use New\.") as found:
        api.Old({})
    assert found[0].filename == __file__


def children_are_not() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        api.New({})
