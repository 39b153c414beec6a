"""What the application's classes derive from."""

from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import Response


class Middleware(BaseHTTPMiddleware):
    """Has a name that its children log."""

    name = "middleware"


class Touching:
    """A dependency with a __call__."""

    def __init__(self, value: str) -> None:
        self.value = value

    def __call__(self, response: Response) -> str:
        response.headers["X-Touched"] = self.value
        return self.value
