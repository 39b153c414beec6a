"""Who makes such a response is warned, and who makes one of its children is not."""

import warnings

import pytest
from case_deprecated import api


def callers_are_warned() -> None:
    with pytest.warns(DeprecationWarning, match="Use New, which has links."):
        api.Old({})


def children_are_not() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert api.New({}).headers["x-new"] == "1"
