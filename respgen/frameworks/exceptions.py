"""Exceptions that a response answers: the twins of classes of errors.

Goes in: the response of a class. Comes out: the framework's HTTPException that says the same.
"""

import json
from typing import Any, TypeVar, cast

from fastapi.exceptions import HTTPException as FastAPIException
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import Response

Made = TypeVar("Made", bound=Response)


class ResponseError(HTTPException):
    """An HTTPException that says all that a response says.

    Code that knows HTTPException alone finds status, detail and headers where it looks.
    """

    # FastAPI's details are any JSON.
    detail: Any

    def __init__(self, response: Response, detail: Any = None) -> None:
        self._response = response
        super().__init__(response.status_code, detail, error_headers(response))

    def renewed(self, kind: type[Made]) -> Made:
        """The response, a new one for each call: middleware changes what is sent."""
        kept = self._response
        if not isinstance(kept, kind):
            raise TypeError(f"{type(kept).__name__} is no {kind.__name__}")
        made = object.__new__(type(kept))
        made.__dict__.update(kept.__dict__, raw_headers=[*kept.raw_headers])
        # What Starlette keeps of `headers` writes into the list of the other.
        made.__dict__.pop("_headers", None)
        return made

    def response(self) -> Response:
        """The response that answers the exception."""
        return self.renewed(Response)

    def answer_with(self, response: Response) -> None:
        """Let another response answer the exception."""
        self._response = response
        self.headers = error_headers(response)


class FastAPIResponseError(ResponseError, FastAPIException):
    """The same for FastAPI, whose own exceptions are of a class of theirs."""


def json_detail(response: Response, member: str = "") -> Any:
    """What a body of JSON says, or a member of it; None for what is no mapping."""
    found: Any = json.loads(bytes(response.body))
    if not isinstance(found, dict):
        return None
    members = cast("dict[str, Any]", found)
    return members.get(member) if member else members


def text_detail(response: Response) -> str:
    """The body as text, for handlers that send nothing else."""
    return bytes(response.body).decode(response.charset)


def error_headers(response: Response) -> MutableHeaders | None:
    """The fields but those about the body, which another handler writes anew."""
    own = (b"content-length", b"content-type")
    fields = [field for field in response.raw_headers if field[0] not in own]
    return MutableHeaders(raw=fields) if fields else None
