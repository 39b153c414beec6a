"""Building responses: header lists, cookies, the whole."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from tests.benchmarks.by_hand import IdiomaticEight, IdiomaticWhole, Optimised
from tests.benchmarks.timing import Ratio, ratio

CONTENT = {"id": 7, "name": "Teapot", "price": 19.5, "tags": ["kitchen", "tea"]}
VALUE = "c0ffee-7f3a-4c1d"
LIFE = 14 * 24 * 3600


def ratios(bench: ModuleType) -> Iterator[Ratio]:
    """One row for each line of the contract; `bench` is the generated module."""
    check_same_bytes(bench)
    eight, by_hand = bench.EightJSON(CONTENT), IdiomaticEight(CONTENT)
    yield ratio(
        "8 default headers, body excluded", by_hand.init_headers, eight.init_headers, 5
    )
    yield _cookie_set(bench)
    yield _cookie_deleted(bench)
    yield ratio(
        "whole small JSON response against idiomatic code",
        lambda: idiomatic_whole(),
        lambda: whole(bench),
        3.3,
    )
    yield ratio(
        "whole small JSON response against hand-optimised code",
        lambda: optimised_whole(),
        lambda: whole(bench),
        1 / 1.3,
    )


def _cookie_set(bench: ModuleType) -> Ratio:
    ours, theirs = bench.WholeJSON(CONTENT, request_id="r"), IdiomaticEight(CONTENT)

    def peer() -> None:
        theirs.set_cookie("session", VALUE, max_age=LIFE, secure=True, httponly=True)
        theirs.raw_headers.pop()

    def generated() -> None:
        ours.set_session_cookie(VALUE)
        ours.raw_headers.pop()

    return ratio("set one session cookie", peer, generated, 12)


def _cookie_deleted(bench: ModuleType) -> Ratio:
    ours, theirs = bench.WholeJSON(CONTENT, request_id="r"), IdiomaticEight(CONTENT)

    def peer() -> None:
        theirs.delete_cookie("session", secure=True, httponly=True)
        theirs.raw_headers.pop()

    def generated() -> None:
        ours.delete_session_cookie()
        ours.raw_headers.pop()

    return ratio("delete it", peer, generated, 20)


def whole(bench: ModuleType) -> object:
    response = bench.WholeJSON(CONTENT, request_id=VALUE)
    response.set_session_cookie(VALUE)
    return response


def idiomatic_whole() -> IdiomaticWhole:
    response = IdiomaticWhole(CONTENT, request_id=VALUE)
    response.set_cookie("session", VALUE, max_age=LIFE, secure=True, httponly=True)
    return response


def optimised_whole() -> Optimised:
    response = Optimised(CONTENT, request_id=VALUE)
    response.set_session(VALUE)
    return response


def check_same_bytes(bench: ModuleType) -> None:
    """A ratio means nothing unless both send the same."""
    ours = whole(bench)
    for peer in (idiomatic_whole(), optimised_whole()):
        if (peer.body, sorted(peer.raw_headers)) != (ours.body, sorted(ours.raw_headers)):  # type: ignore[attr-defined] # a generated class
            raise SystemExit(
                "the peers do not send the same bytes: the ratios would be worthless"
            )
