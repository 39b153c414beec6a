"""The options of the json renderer; silent: Starlette's bytes."""

from datetime import date
from math import inf, nan

import pytest
from case_render_json.api import Default, Escaped, Indented, Nulls, Silent, Sorted
from fastapi.responses import JSONResponse

DOCUMENT = {"b": "é", "a": [1, 2.5, None]}


def writes_starlettes_bytes() -> None:
    assert Silent(DOCUMENT).body == JSONResponse(DOCUMENT).body
    assert Silent.media_type == "application/json"


def refuses_nan() -> None:
    with pytest.raises(ValueError, match="JSON compliant"):
        Silent({"a": nan})


def indents() -> None:
    assert Indented({"a": [1]}).body == b'{\n  "a": [\n    1\n  ]\n}'


def escapes_all_but_ascii() -> None:
    assert Escaped("é").body == b'"\\u00e9"'


def sorts() -> None:
    assert Sorted(DOCUMENT).body == '{"a":[1,2.5,null],"b":"é"}'.encode()


def asks_the_default() -> None:
    assert Default([date(2024, 3, 5)]).body == b'["2024-03-05"]'


def writes_null_for_nan() -> None:
    assert Nulls({"a": (nan, -inf, 1)}).body == b'{"a":[null,null,1]}'
