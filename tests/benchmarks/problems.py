"""Problems, made and sent, against JSONResponse of the same mapping with the same headers."""

from __future__ import annotations

from collections.abc import Coroutine, Iterator
from types import ModuleType
from typing import Any

from starlette.responses import JSONResponse

from tests.benchmarks.by_hand import EIGHT
from tests.benchmarks.timing import Ratio, ratio

SCOPE: dict[str, Any] = {"type": "http"}


def ratios(bench: ModuleType) -> Iterator[Ratio]:
    """One row for each way to say what happened."""
    assert given(bench).body == given_by_hand().body
    assert filled(bench).body == filled_by_hand().body
    assert given(bench).raw_headers == given_by_hand().raw_headers
    yield ratio(
        "a problem made and sent against JSONResponse of its dict",
        lambda: _sent(given_by_hand()),
        lambda: _sent(given(bench)),
        1,
    )
    yield ratio(
        "the same with a detail that is filled",
        lambda: _sent(filled_by_hand()),
        lambda: _sent(filled(bench)),
        1,
    )


def given(bench: ModuleType) -> Any:
    return bench.OutOfCredit(
        "Earn some.", instance="/buy/7", balance=30, accounts=["a", "b"]
    )


def given_by_hand() -> JSONResponse:
    return JSONResponse(
        {
            "type": "https://shop.example/problems/out-of-credit",
            "title": "You do not have enough credit.",
            "status": 403,
            "detail": "Earn some.",
            "instance": "/buy/7",
            "balance": 30,
            "accounts": ["a", "b"],
        },
        403,
        EIGHT,
        "application/problem+json",
    )


def filled(bench: ModuleType) -> Any:
    return bench.Overdrawn(balance=30, cost=50)


def filled_by_hand() -> JSONResponse:
    balance, cost = 30, 50
    return JSONResponse(
        {
            "type": "https://shop.example/problems/overdrawn",
            "title": "The account is overdrawn.",
            "status": 403,
            "detail": f"Your balance is {balance}, but that costs {cost}.",
            "balance": balance,
            "cost": cost,
        },
        403,
        EIGHT,
        "application/problem+json",
    )


def _sent(response: Any) -> None:
    """Drive the application by hand: nothing of it waits."""
    running: Coroutine[Any, Any, None] = response(SCOPE, _nothing, _nothing)
    try:
        running.send(None)
    except StopIteration:
        return
    raise AssertionError("it waits")


async def _nothing(*message: object) -> Any:
    return None
