"""An empty body and one header: a JSON object built from eight parameters."""

import pytest
from case_hx_location.api import HXLocation


def leaves_out_what_is_absent() -> None:
    response = HXLocation(path="/items")
    assert response.raw_headers == [
        (b"hx-location", b'{"path":"/items"}'),
        (b"content-length", b"0"),
    ]
    assert response.body == b""


def renames_and_keeps_the_order() -> None:
    response = HXLocation(
        path="/grüße", swap="none", request_headers={"X-A": "1"}, values={"q": "\x7f"}
    )
    assert response.headers["hx-location"] == (
        '{"path":"/gr\\u00fc\\u00dfe","swap":"none","values":{"q":"\\u007f"},'
        '"headers":{"X-A":"1"}}'
    )


def refuses_what_has_no_json() -> None:
    with pytest.raises(TypeError, match="hx-location"):
        HXLocation(path=b"/")  # type: ignore[arg-type]  # what is tried
    with pytest.raises(ValueError, match="hx-location"):
        HXLocation(path="\ud800")
