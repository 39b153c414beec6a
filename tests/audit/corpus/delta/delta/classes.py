"""Classes of our own."""

from typing import Any

import orjson
from starlette.background import BackgroundTask
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response


class Hal(JSONResponse):
    media_type = "application/hal+json"


class HalAgain(JSONResponse):  # R920
    media_type = "application/hal+json"


class Siren(JSONResponse):
    media_type = "application/vnd.siren+json"


class Csv(Response):
    media_type = "text/csv"


class Table(Response):  # R920
    media_type = "text/csv"


class Tsv(Response):
    media_type = "text/tab-separated-values"


class Page(HTMLResponse):  # R921, R920?
    pass


class Note(PlainTextResponse):  # R921
    """A note."""


class HalItem(Hal):  # R921, R920?
    """Nothing is different here."""

    media_type = "application/hal+json"


class Fast(JSONResponse):
    def render(self, content: Any) -> bytes:
        return orjson.dumps(content)


class Titled(HTMLResponse):  # R920?
    title = "Delta"


class Window(HTMLResponse):
    media_type = "application/xhtml+xml"


class Listing(JSONResponse):
    """Needs more than a content."""

    def __init__(self, content: Any, total: int, background: BackgroundTask | None = None) -> None:
        super().__init__({"items": content, "total": total}, background=background)


class Stamped(JSONResponse):
    def __init__(self, content: Any) -> None:
        super().__init__({"stamped": content})


class Wrapped(JSONResponse):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.headers["X-Wrapped"] = "1"


class Counted(JSONResponse):
    def __init__(self, content: Any, status_code: int = 200, total: int = 0, **kwargs: Any) -> None:
        super().__init__(content, status_code, **kwargs)
        self.headers["X-Total"] = str(total)
