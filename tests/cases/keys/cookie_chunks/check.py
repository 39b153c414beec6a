"""A value larger than one cookie is spread over several, and deleted with all of them."""

from http.cookies import SimpleCookie

import pytest
from case_cookie_chunks import api
from fastapi import Response
from starlette.requests import cookie_parser


def _sent(response: Response) -> list[str]:
    fields = [v for n, v in response.raw_headers if n == b"set-cookie"]
    return [value.decode() for value in fields]


def _jar(response: Response, old: dict[str, str] | None = None) -> dict[str, str]:
    kept = dict(old or {})
    for line in _sent(response):
        ((name, morsel),) = SimpleCookie(line).items()
        kept[name] = morsel.value
        if morsel["max-age"] == "0":
            del kept[name]
    return cookie_parser("; ".join(f"{name}={value}" for name, value in kept.items()))


def _names(response: Response, gone: bool) -> list[str]:
    found = [
        line.split("=")[0] for line in _sent(response) if ("Max-Age=0" in line) == gone
    ]
    return sorted(found)


def keeps_a_small_value_in_one_cookie() -> None:
    response = Response()
    api.set_tokens_cookie(response, "abc")
    assert _names(response, gone=False) == ["tokens"]
    assert _names(response, gone=True) == [f"tokens-{n}" for n in range(1, 8)]
    assert api.read_tokens_cookie(_jar(response)) == "abc"


def spreads_a_large_one() -> None:
    response = Response()
    api.set_tokens_cookie(response, "a" * 9000)
    assert _names(response, gone=False) == ["tokens", "tokens-1", "tokens-2"]
    assert all(len(line.partition(";")[0]) <= 4097 for line in _sent(response))
    assert all(
        "; HttpOnly; " in line and "Path=/api" in line for line in _sent(response)
    )
    assert api.read_tokens_cookie(_jar(response)) == "a" * 9000


def a_smaller_value_replaces_a_larger() -> None:
    large, small = Response(), Response()
    api.set_basket_cookie(large, ["a" * 9000])
    api.set_basket_cookie(small, ["a"])
    # one of a scope of earlier versions, whose path no browser keeps apart here
    assert _jar(small, _jar(large)) == _jar(small)
    assert api.read_basket_cookie(_jar(small, _jar(large))) == ["a"]
    assert api.read_basket_cookie(_jar(large) | _jar(small)) == ["a"]


def reads_none_where_a_part_is_missing_cut_or_moved() -> None:
    response = Response()
    api.set_tokens_cookie(response, "".join(map(str, range(3000))))
    jar = _jar(response)
    first, second = jar["tokens-1"], jar["tokens-2"]
    for wrong in (
        {name: value for name, value in jar.items() if name != "tokens-1"},
        jar | {"tokens-2": second[:-1]},
        jar | {"tokens-1": second, "tokens-2": first},
        jar | {"tokens-1": "\xe9"},
        jar | {"tokens": jar["tokens"][1:]},
        jar | {"tokens": jar["tokens"][:-1]},
        {"tokens": "abc"},
        {},
    ):
        assert api.read_tokens_cookie(wrong) is None
    assert api.read_tokens_cookie(jar) is not None


def deletes_every_part_in_every_scope() -> None:
    response = Response()
    api.delete_tokens_cookie(response)
    parts = ["tokens", *(f"tokens-{n}" for n in range(1, 8))]
    assert [line.split("=")[0] for line in _sent(response)] == parts * 2
    assert all("Max-Age=0" in line for line in _sent(response))
    assert all("Path=/api" in line for line in _sent(response)[:8])


def refuses_more_than_eight() -> None:
    response = Response()
    with pytest.raises(ValueError, match="cookie 'tokens': too large for 8 cookies"):
        api.set_tokens_cookie(response, "a" * 33_000)
    assert _sent(response) == []


def is_set_on_every_response() -> None:
    assert api.read_notice_cookie(_jar(api.Listed(""))) == "a"
