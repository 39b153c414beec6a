"""Work that ends when the client is gone.

Goes in: the work, and what receives of the client. Comes out: the work, done or cancelled.
"""

from collections.abc import Callable, Coroutine, Generator
from types import coroutine
from typing import Any

from anyio import CancelScope, create_task_group
from anyio.lowlevel import checkpoint
from starlette.types import Receive


async def while_connected(
    receive: Receive,
    work: Callable[..., Coroutine[Any, Any, None]],
    *arguments: object,
) -> None:
    """Work until it is done or the client disconnects, which cancels it."""
    failure: Exception | None = None
    async with create_task_group() as group:

        def watch() -> None:
            group.start_soon(cancel_at_disconnect, receive, group.cancel_scope)

        try:
            await before_waiting(watch, work(*arguments))
        except Exception as error:  # bare, where the group would wrap it
            failure = error
        group.cancel_scope.cancel()
    if failure is not None:
        raise failure


@coroutine
def before_waiting(
    first: Callable[[], object], work: Coroutine[Any, Any, None]
) -> Generator[Any, Any]:
    """Work, and call `first` before the first time that this waits, if it ever does.

    What never waits would pay more for a task than for all of its items.
    """
    try:
        waits = work.send(None)
        first()
        while True:
            try:
                answer = yield waits
            except BaseException as error:
                waits = work.throw(error)
            else:
                if answer is None:  # asyncio's: the rest needs nobody in between
                    yield from work
                    return
                waits = work.send(answer)
    except StopIteration:
        return


async def cancel_at_disconnect(receive: Receive, scope: CancelScope) -> None:
    """Cancel what runs in `scope` when the client is gone."""
    message = await receive()
    if message["type"] == "http.request":
        # A client without a server, httpx's, ends its request only when asked for more.
        message = await receive()
    while message["type"] != "http.disconnect":
        # The end of the response is noticed, though what receives never waits.
        await checkpoint()
        message = await receive()
    scope.cancel()
