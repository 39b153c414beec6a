"""Event streams that stay open: a comment is sent where nothing else was for a while.

Goes in: a stream of events, and how long it may be silent. Comes out: its ASGI messages, with pings
between them.
"""

from collections.abc import Awaitable
from time import monotonic

from anyio import Event, create_task_group, sleep
from anyio.abc import TaskGroup
from starlette.requests import ClientDisconnect
from starlette.responses import StreamingResponse
from starlette.types import Message, Receive, Scope, Send

from respgen.core.events import PING
from respgen.frameworks.streams import send_stream


async def send_events(
    response: StreamingResponse,
    scope: Scope,
    receive: Receive,
    send: Send,
    *,
    ping: float,
) -> None:
    """Send a stream as `send_stream` does, and a ping after so many silent seconds.

    It is sent by a task of its own: the content goes on waiting for what it waits for.
    """
    failure: Exception | None = None
    group = create_task_group()
    pinger = Pinger(send, ping, group)
    async with group:
        group.start_soon(pinger.watch)
        try:
            await send_stream(response, scope, receive, pinger.send)
        except Exception as error:  # bare, where the group would wrap it
            failure = error
        group.cancel_scope.cancel()
    failure = pinger.failure or failure
    if failure is not None:
        raise failure


class Pinger:
    """A `send` that also sends when it is not called: no proxy takes silence for the end.

    Each message of the response is a whole event, so a ping is never inside of one.
    """

    def __init__(self, send: Send, seconds: float, group: TaskGroup) -> None:
        self.message = send
        self.seconds = seconds
        self.group = group
        self.since = monotonic()
        self.last: Message | None = None
        self.sending: Awaitable[None] | None = None
        self.pinging: Event | None = None
        self.failure: Exception | None = None

    # Not a coroutine: one more for each event would be a tenth of all that it costs.
    def send(self, message: Message) -> Awaitable[None]:
        """Send a message of the response, behind a ping that is on its way."""
        if self.pinging is not None:
            return self.after(self.pinging, message)
        self.since, self.last = monotonic(), message
        self.sending = self.message(message)
        return self.sending

    async def after(self, ping: Event, message: Message) -> None:
        """Send a message of the response once a ping has been sent."""
        await ping.wait()
        await self.send(message)

    async def watch(self) -> None:
        """Send a ping after each silence, until the response is over."""
        while self.failure is None:
            left = self.since + self.seconds - monotonic()
            if left > 0 or not self.waits:
                await sleep(left if left > 0 else self.seconds)
            else:
                await self.ping()

    @property
    def waits(self) -> bool:
        """Whether the response waits for its content: it has begun, and all is sent so far."""
        last = self.last
        if last is None or getattr(self.sending, "cr_frame", None) is not None:
            return False
        return last["type"] == "http.response.start" or bool(last.get("more_body"))

    async def ping(self) -> None:
        """Send a ping; where that fails, the client is gone."""
        self.pinging = Event()
        try:
            ping = {"type": "http.response.body", "body": PING, "more_body": True}
            await self.message(ping)
        except Exception as error:  # bare, where the group would wrap it
            self.failure = ClientDisconnect() if isinstance(error, OSError) else error
            self.group.cancel_scope.cancel()
        finally:
            self.pinging.set()
            self.pinging = None
        self.since = monotonic()
