"""Redirects and files whose constructors take something else than an address, or a path."""

from __future__ import annotations

from typing import Any

from starlette.responses import FileResponse, RedirectResponse


class Ticket(RedirectResponse):
    def __init__(self, number: int, *, room: str = "a") -> None:
        super().__init__(f"/{room}/{number}", 303)


class Home(RedirectResponse):
    def __init__(self) -> None:
        super().__init__("/")


class Led(RedirectResponse):
    def __init__(self, room: str, *, url: str) -> None:
        super().__init__(f"{url}#{room}")


class Anything(RedirectResponse):
    def __init__(self, **options: Any) -> None:
        super().__init__(**options)


class Scan(FileResponse):
    def __init__(self, page: int) -> None:
        super().__init__(f"/scans/{page}.png")
