"""No content parameter: status_code comes first, and the body is empty."""

from case_content_null.api import Accepted


def has_no_content() -> None:
    response = Accepted(203)
    assert response.status_code == 203
    assert response.body == b""
    assert response.headers["content-length"] == "0"
