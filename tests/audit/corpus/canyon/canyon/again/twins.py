"""The same class in another module."""

from starlette.responses import Response


class PlainXml(Response):  # R920
    media_type = "application/xml"


class Uncached(Response):
    """The same name, another media type."""

    media_type = "image/webp"
