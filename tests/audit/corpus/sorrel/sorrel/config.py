"""Settings of a shop that can live below a prefix, or in a frame."""

from dataclasses import dataclass, field
from os import environ
from typing import Literal

from starlette.config import Config

env = Config()
ROOT_PATH = env("ROOT_PATH", default="/")


@dataclass(frozen=True)
class Cookies:
    path: str = field(default_factory=lambda: environ.get("COOKIE_PATH", "/"))
    domain: str | None = field(default_factory=lambda: environ.get("COOKIE_DOMAIN"))
    samesite: Literal["lax", "strict", "none"] = "lax"
    secure: bool = False


def load() -> Cookies:
    return Cookies()


cookies = load()
