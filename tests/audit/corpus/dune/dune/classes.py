# sites labelled
"""Classes over modules, names and versions."""

import abc

from starlette import responses
from starlette.responses import StreamingResponse

from dune import sites

Plain = responses.PlainTextResponse
Base = sites.JSONResponse


class Sand(Plain):  # R910
    media_type = "text/x-sand"


class Glass(Base):  # R910
    media_type = "application/vnd.glass+json"


class Pane(Glass):  # R910, R920?, R921?
    charset = "ascii"


class Stream(StreamingResponse, abc.ABC):  # R910
    chunk = 1024


class Registry(dict):
    media_type = "text/plain"

    def set_cookie(self, name: str) -> None:
        self[name] = 1


class Response:
    """Not Starlette's."""

    status_code = 200


class Answer(Response):
    media_type = "text/plain"


def build() -> Answer:
    answer = Answer()
    answer.status_code = 201
    return answer
