"""Building responses: header lists, cookies, the whole."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from types import ModuleType
from typing import Any

from starlette.responses import JSONResponse

from tests.benchmarks.by_hand import (
    IdiomaticEight,
    IdiomaticWhole,
    Optimised,
    set_typed,
)
from tests.benchmarks.timing import Ratio, ratio

CONTENT = {"id": 7, "name": "Teapot", "price": 19.5, "tags": ["kitchen", "tea"]}
MESSAGE = "The item was saved."
ITEM = 7
VALUE = "c0ffee-7f3a-4c1d"
MODIFIED = datetime(2026, 1, 31, 12, 30, 15, tzinfo=UTC)
LIFE = 14 * 24 * 3600


def ratios(bench: ModuleType) -> Iterator[Ratio]:
    """One row for each line of the contract; `bench` is the generated module."""
    check_same_bytes(bench)
    eight, by_hand = bench.EightJSON(CONTENT), IdiomaticEight(CONTENT)
    yield ratio(
        "8 default headers, body excluded", by_hand.init_headers, eight.init_headers, 8
    )
    yield _cookie_set(bench)
    yield _cookie_deleted(bench)
    yield ratio(
        "whole small JSON response against idiomatic code",
        lambda: idiomatic_whole(),
        lambda: whole(bench),
        4,
    )
    yield ratio(
        "whole small JSON response against hand-optimised code",
        lambda: optimised_whole(),
        lambda: whole(bench),
        0.95,
    )
    yield _typed(bench)
    yield ratio(
        "an envelope of two short params", enveloped, lambda: envelope(bench), 3
    )
    # the constructors alone are half of it, in both: nothing is left that could be constant
    yield ratio("{success, message} alone", answered, lambda: done(bench), 2.4)


def _typed(bench: ModuleType) -> Ratio:
    ours, theirs = typed(bench), JSONResponse(CONTENT)

    def peer() -> None:
        theirs.init_headers()
        set_typed(theirs, MODIFIED, VALUE, 60)

    work = "date, entity tag and directives, body excluded"
    return ratio(work, peer, ours.init_headers, 3)


def idiomatic_typed() -> JSONResponse:
    response = JSONResponse(CONTENT)
    set_typed(response, MODIFIED, VALUE, 60)
    return response


def envelope(bench: ModuleType) -> Any:
    return bench.Envelope(message=MESSAGE, item_id=ITEM)


def enveloped() -> JSONResponse:
    return JSONResponse(
        {
            "success": True,
            "code": "item_saved",
            "message": MESSAGE,
            "links": {"self": f"/items/{ITEM}", "help": "/help"},
        }
    )


def done(bench: ModuleType) -> Any:
    return bench.Done(success=True, message=MESSAGE)


def answered() -> JSONResponse:
    return JSONResponse({"success": True, "message": MESSAGE})


def _cookie_set(bench: ModuleType) -> Ratio:
    ours, theirs = bench.WholeJSON(CONTENT, request_id="r"), IdiomaticEight(CONTENT)

    def peer() -> None:
        theirs.set_cookie("session", VALUE, max_age=LIFE, secure=True, httponly=True)
        theirs.raw_headers.pop()

    def generated() -> None:
        ours.set_session_cookie(VALUE)
        ours.raw_headers.pop()

    return ratio("set one session cookie", peer, generated, 15)


def _cookie_deleted(bench: ModuleType) -> Ratio:
    ours, theirs = bench.WholeJSON(CONTENT, request_id="r"), IdiomaticEight(CONTENT)

    def peer() -> None:
        theirs.delete_cookie("session", secure=True, httponly=True)
        theirs.raw_headers.pop()

    def generated() -> None:
        ours.delete_session_cookie()
        ours.raw_headers.pop()

    return ratio("delete it", peer, generated, 30)


def whole(bench: ModuleType) -> object:
    response = bench.WholeJSON(CONTENT, request_id=VALUE)
    response.set_session_cookie(VALUE)
    return response


def typed(bench: ModuleType) -> Any:
    caching = {"public": True, "max_age": 60}
    return bench.TypedJSON(
        CONTENT, last_modified=MODIFIED, etag=VALUE, cache_control=caching
    )


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
    pairs: list[tuple[Any, Any]] = [
        (idiomatic_whole(), whole(bench)),
        (optimised_whole(), whole(bench)),
        (idiomatic_typed(), typed(bench)),
        (enveloped(), envelope(bench)),
        (answered(), done(bench)),
    ]
    for peer, ours in pairs:
        if (peer.body, sorted(peer.raw_headers)) != (
            ours.body,
            sorted(ours.raw_headers),
        ):
            raise SystemExit(
                "the peers do not send the same bytes: the ratios would be worthless"
            )
