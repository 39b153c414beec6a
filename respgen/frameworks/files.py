"""Files: sent as the framework sends them, unless their status has no body.

Goes in: a FileResponse. Comes out: ASGI messages.
"""

from starlette.responses import FileResponse
from starlette.types import Receive, Scope, Send

from respgen.core.framing import bodyless_headers
from respgen.core.statuses import BODYLESS
from respgen.frameworks.streams import denial


async def send_file(
    response: FileResponse, scope: Scope, receive: Receive, send: Send
) -> None:
    """Send the file, or the range that is asked for, then run the background task.

    With a status that has no body only headers are sent, and no file is opened.
    """
    status_code = response.status_code
    if status_code not in BODYLESS:
        await FileResponse.__call__(response, scope, receive, send)
        return
    if scope["type"] == "websocket":
        send = denial(send)
    headers = bodyless_headers(response.raw_headers, status_code)
    await send(
        {"type": "http.response.start", "status": status_code, "headers": headers}
    )
    await send({"type": "http.response.body", "body": b"", "more_body": False})
    if response.background is not None:
        await response.background()
