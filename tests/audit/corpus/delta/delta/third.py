"""The third pair of twins."""

from starlette.responses import HTMLResponse, PlainTextResponse


class Markdown(PlainTextResponse):
    media_type = "text/markdown"


class Readme(PlainTextResponse):  # R920
    media_type = "text/markdown"


class Svg(HTMLResponse):
    media_type = "image/svg+xml"


class Atom(HTMLResponse):
    media_type = "application/atom+xml"
