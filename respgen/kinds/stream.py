"""stream: what a renderer makes of each item, sent one after the other."""

from __future__ import annotations

from dataclasses import dataclass

from respgen.core.durations import parse_duration
from respgen.core.statuses import WITH_BODY
from respgen.decoder.options import option
from respgen.decoder.plain import NULL, TEXT, WHOLE, Shape
from respgen.decoder.shapes import Parsed, either
from respgen.diagnostics import Finding, quoted
from respgen.kinds.kind import CONTENT, OTHERS, KindRow, given
from respgen.rules import r0
from respgen.specs.expressions import FRAMEWORK
from respgen.specs.types import ImportPath

_LONGEST = 86_400
_ADVICE = "write a duration such as 15s, or null for none"


def _seconds(written: str | int) -> int | Finding:
    try:
        seconds = parse_duration(written)
    except ValueError:
        message = f"{quoted(str(written))} is not a duration"
        return Finding(r0.WRONG_TYPE, message, _ADVICE)
    if 1 <= seconds <= _LONGEST:
        return seconds
    return Finding(r0.WRONG_TYPE, "expected 1 second to 1 day", _ADVICE)


_PING: Shape[int | None] = either(
    "seconds, a duration such as 15s, or null",
    Parsed(TEXT, _seconds, {}),
    Parsed(WHOLE, _seconds, {"minimum": 1, "maximum": _LONGEST}),
    NULL,
    advice=_ADVICE,
)


@dataclass(frozen=True, slots=True)
class StreamOptions:
    """The keys of streams."""

    ping: int | None = option(
        _PING,
        "After how long a silence an event stream sends a comment; null: never.",
        15,
    )


STREAM = KindRow(
    name="stream",
    about="a stream",
    base="StreamingResponse",
    options=StreamOptions,
    parameters=lambda options: (CONTENT, *OTHERS),
    arguments=lambda options: given(CONTENT, *OTHERS),
    statuses=WITH_BODY,
    framing="complete_stream_headers",
    has_body=False,
    streams=True,
    ping=lambda options: options.ping,
    pinging=ImportPath(FRAMEWORK, "send_events"),
    source=ImportPath(FRAMEWORK, "streamed"),
    sending=ImportPath(FRAMEWORK, "send_stream"),
    members=("body_iterator", "listen_for_disconnect", "stream_response"),
)
