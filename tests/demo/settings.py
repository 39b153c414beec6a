"""What differs between the shop on a developer's machine and the one that sells."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Settings:
    visitor_cookie: str = "visitor"
    cookie_domain: str | None = "shop.example"
    cookie_secure: bool = True
    media: Path = Path(__file__).parent / "media"
    secrets: tuple[str, ...] = ("of-last-year-" + "0" * 32, "of-this-year-" + "0" * 32)
    """The last one signs, and all are believed."""


settings = Settings()
