"""A JSONResponse deriving from JSONResponse: NaN becomes null, arrays become lists."""

from math import inf, nan

import fastapi.responses
from case_nan_and_arrays.api import JSONResponse


class Measured:
    """As numpy's arrays do."""

    def tolist(self) -> list[float]:
        return [1.5, nan]


def bears_the_name_of_its_base() -> None:
    assert issubclass(JSONResponse, fastapi.responses.JSONResponse)


def has_null_for_nan_at_any_depth() -> None:
    assert JSONResponse({"a": [nan, inf, 1.0]}).body == b'{"a":[null,null,1.0]}'


def lists_arrays() -> None:
    assert JSONResponse({"a": Measured()}).body == b'{"a":[1.5,null]}'
