try:
    from fastapi.responses import HTMLResponse
except ImportError:
    from starlette.responses import HTMLResponse


class Sheet(HTMLResponse):
    media_type = "application/xhtml+xml"
