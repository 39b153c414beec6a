"""The status is a default that a caller may replace."""

import pytest
from case_status_code.api import Queued


def is_a_default() -> None:
    assert Queued({}).status_code == 202
    assert Queued({}, 200).status_code == 200


def is_a_final_status() -> None:
    for wrong in (99, 103, 600):
        with pytest.raises(ValueError, match="status"):
            Queued({}, wrong)


def has_no_body_where_the_status_has_none() -> None:
    response = Queued({"a": 1}, 204)
    assert (response.body, response.raw_headers) == (b"", [])
