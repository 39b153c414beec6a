"""Twins, and classes that only look like twins."""

from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse

from canyon import made


class Xml(Response):
    media_type = "application/xml"


class XmlDocument(Response):  # R920
    """An XML document."""

    media_type = "application/xml"


class XmlStream(StreamingResponse):
    media_type = "application/xml"


class XmlText(Response):
    media_type = "text/xml"


class Latin(PlainTextResponse):
    charset = "latin-1"


class Text(PlainTextResponse):  # R921
    """Text."""


class Cached(Response):
    media_type = "image/png"

    def init_headers(self, headers=None):
        super().init_headers(headers)
        self.headers["Cache-Control"] = "no-store"


class Uncached(Response):
    media_type = "image/png"


class Alike(made.Inherited):  # R921, R920?
    """The same under another name."""


class Failure(JSONResponse):
    """Has what handlers look for."""

    code = "failure"

    @property
    def failed(self) -> bool:
        return self.status_code >= 400
