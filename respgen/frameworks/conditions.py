"""Conditional requests: the 304 for what a client has already.

Goes in: a request and the response to it. Comes out: the response that is sent in its place, or None.
"""

import os
import stat

from starlette.requests import Request
from starlette.responses import FileResponse, Response


def unmodified(response: Response, request: Request) -> Response | None:
    """The 304 for a client that has the representation already (RFC 9110 13, 15.4.5).

    None where the response itself is to be sent.
    """
    from respgen.core.conditions import unmodified_fields

    fields = unmodified_fields(response, request)
    if fields is None:
        return None
    answer = Response(status_code=304, background=response.background)
    answer.raw_headers = fields
    return answer


def unmodified_file(response: FileResponse, request: Request) -> Response | None:
    """The same for a file, whose ETag and Last-Modified are made of what the system says of it."""
    if response.stat_result is None:
        try:
            found = os.stat(response.path)
        except OSError:
            return None
        if not stat.S_ISREG(found.st_mode):
            return None
        # From now on the file is sent as this describes it.
        response.set_stat_headers(found)
        response.stat_result = found
    return unmodified(response, request)
