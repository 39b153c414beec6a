"""A locked status is the only one."""

import pytest
from case_status_locked.api import Teapot


def takes_the_one_status() -> None:
    assert Teapot("short and stout").status_code == 418
    assert Teapot("", 418).status_code == 418


def refuses_another() -> None:
    with pytest.raises(ValueError, match="418"):
        Teapot("", 200)  # type: ignore[arg-type]  # what mypy says is the point
