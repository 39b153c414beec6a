"""The project's [tool.black] decides how wide lines are."""

from pathlib import Path

from case_line_length import api


def is_as_narrow_as_black_makes_it() -> None:
    lines = Path(api.__file__ or "").read_text().splitlines()
    code = [line for line in lines if '"' not in line and not line.startswith("#")]
    assert max(map(len, code)) <= 60


def runs() -> None:
    response = api.Narrow({"a": [(1, "b")]}, request_identifier="r1")
    assert response.headers["x-request-id"] == "r1"
