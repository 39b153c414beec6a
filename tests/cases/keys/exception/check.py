"""Exceptions are raised with what their classes take, and answered as these."""

import fastapi
import pytest
import starlette.exceptions
from case_exception import starlette_shop
from case_exception.shop import Banned, Explained, Plain, Refused


def is_an_exception_of_the_framework() -> None:
    refused = Refused.Error(message="No.")
    assert isinstance(refused, fastapi.HTTPException)
    gone = starlette_shop.Gone.Error()
    assert isinstance(gone, starlette.exceptions.HTTPException)
    assert not isinstance(gone, fastapi.HTTPException)


def tells_the_body_as_detail() -> None:
    refused = Refused.Error(message="No.", headers={"X-Trace": "1"})
    assert refused.status_code == 400
    detail: object = refused.detail  # Starlette types it as text
    assert detail == {"success": False, "message": "No.", "code": 7}
    assert refused.headers is not None
    assert [*refused.headers.items()] == [("x-trace", "1")]


def tells_the_member_detail_alone() -> None:
    detail: object = Explained.Error({"code": "x"}).detail
    assert detail == {"code": "x"}
    assert starlette_shop.Explained.Error(message="Taken.").detail == "Taken."


def tells_the_phrase_where_there_is_nothing_else() -> None:
    plain = Plain.Error("closed", retry_after=60)
    assert plain.detail == "Service Unavailable"
    assert starlette_shop.Gone.Error().detail == "Gone"
    assert starlette_shop.Gone.Error("Sold.").detail == "Sold."


def tells_text_where_the_framework_sends_text() -> None:
    refused = starlette_shop.Refused.Error(message="No.")
    assert refused.detail == '{"success":false,"message":"No."}'


def makes_a_new_response_each_time() -> None:
    refused = Refused.Error(message="No.")
    first = refused.response()
    first.raw_headers.clear()
    assert refused.response().headers["content-type"] == "application/json"
    assert refused.response().body == first.body


def is_caught_as_the_exception_of_its_parent() -> None:
    with pytest.raises(Refused.Error) as caught:
        raise Banned.Error(message="No.", until="May")
    response = caught.value.response()
    assert isinstance(response, Banned)
    assert (response.status_code, caught.value.status_code) == (403, 403)


def refuses_what_its_class_refuses() -> None:
    with pytest.raises(ValueError, match="X-Trace"):
        Refused.Error(message="No.", headers={"X-Trace": "a\nb"})
    with pytest.raises(TypeError, match="until"):
        Banned.Error(message="No.")  # type: ignore[call-arg]  # what mypy says is the point
