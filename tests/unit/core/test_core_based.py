"""Header lists below hand-written classes: whose word counts for which name."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from respgen.core.based import based_headers, given_names, passed_on
from respgen.core.response import Response

DECLARED = [(b"cache-control", b"no-store")]


class Streamed:
    """A base that has no body yet."""

    status_code = 200
    media_type = "text/event-stream"
    charset = "utf-8"


def sent(
    headers: Mapping[str, str] | None, given: Mapping[str, str] | None = None
) -> list[tuple[bytes, bytes]]:
    response = Response(b"ab")
    return based_headers(response, [*DECLARED], headers, given_names(given))


def test_given_names_are_taken_before_the_base_writes() -> None:
    """A base that adds to the caller's own mapping does not count as the caller."""
    headers = {"X-A": "1"}
    names = given_names(headers)
    headers["Cache-Control"] = "no-cache"
    fields = based_headers(Response(b"ab"), [*DECLARED], headers, names)
    assert fields == [*DECLARED, (b"x-a", b"1"), (b"content-length", b"2")]


def test_a_name_in_two_spellings_is_one() -> None:
    """The base's spelling and the caller's are the same field; the last one wins."""
    own = {"cache-control": "private"}
    assert sent({"Cache-Control": "no-cache", **own}, own)[0] == (
        b"cache-control",
        b"private",
    )


def test_connection_fields_of_the_base_are_left_out() -> None:
    assert sent({"Connection": "keep-alive", "TE": "trailers"}) == [
        *DECLARED,
        (b"content-length", b"2"),
    ]


def test_connection_fields_of_the_caller_raise() -> None:
    own = {"Connection": "close"}
    with pytest.raises(ValueError, match="connection: connection-specific"):
        sent(own, own)


def test_values_of_the_base_are_checked() -> None:
    """No server would send them."""
    with pytest.raises(ValueError, match="X-A"):
        sent({"X-A": "a\nb"})


def test_cookies_of_the_base_repeat() -> None:
    class Pairs(dict[str, str]):
        def items(self) -> list[tuple[str, str]]:  # type: ignore[override]  # as Starlette's Headers
            return [("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")]

    fields = sent(Pairs())
    assert [value for name, value in fields if name == b"set-cookie"] == [
        b"a=1",
        b"b=2",
    ]


def test_a_base_that_streams_has_no_length() -> None:
    response = Streamed()
    fields = based_headers(response, [], None, frozenset())  # type: ignore[arg-type]  # it has no body
    assert fields == [(b"content-type", b"text/event-stream; charset=utf-8")]


def test_a_status_without_body_empties_it() -> None:
    response = Response(b"ab", 200)
    response.status_code = 304
    assert based_headers(response, [*DECLARED], None, frozenset()) == DECLARED
    assert response.body == b""


@pytest.mark.parametrize("headers", [[("a", "b")], "a: b", 1])
def test_headers_are_a_mapping(headers: object) -> None:
    with pytest.raises(TypeError, match="headers"):
        given_names(headers)  # type: ignore[arg-type]  # the point of the test


def test_what_callers_leave_out_is_not_passed_on() -> None:
    assert passed_on(a=1, b=None, c=0) == {"a": 1, "c": 0}
