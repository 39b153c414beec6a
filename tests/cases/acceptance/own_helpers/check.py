"""orjson with a function of the project's, and two static helpers that other code calls."""

from case_own_helpers import api
from starlette.responses import JSONResponse


class Matrix:
    """What has a `tolist`, as numpy's arrays have."""

    def tolist(self) -> object:
        return [[1, 2]]


def is_rendered_with_the_projects_function() -> None:
    assert api.FastJSON({"m": Matrix()}).body == b'{"m":[[1,2]]}'


def helpers_are_called_on_the_class() -> None:
    assert api.FastJSON.file_name("a b") == "a-b.json"
    assert api.FastJSON.without_none({"a": 1, "b": None}) == {"a": 1}
    assert issubclass(api.FastJSON, JSONResponse)
