"""stream: what a renderer makes of each item, sent one after the other."""

from __future__ import annotations

from respgen.core.statuses import WITH_BODY
from respgen.decoder.options import NoOptions
from respgen.kinds.kind import CONTENT, OTHERS, KindRow, given
from respgen.specs.expressions import FRAMEWORK
from respgen.specs.types import ImportPath

STREAM = KindRow(
    name="stream",
    about="a stream",
    base="StreamingResponse",
    options=NoOptions,
    parameters=lambda options: (CONTENT, *OTHERS),
    arguments=lambda options: given(CONTENT, *OTHERS),
    statuses=WITH_BODY,
    framing="complete_stream_headers",
    has_body=False,
    streams=True,
    source=ImportPath(FRAMEWORK, "streamed"),
    sending=ImportPath(FRAMEWORK, "send_stream"),
    members=("body_iterator", "listen_for_disconnect", "stream_response"),
)
