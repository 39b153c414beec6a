"""What differs between the branches of the library."""

from __future__ import annotations

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    secret: bytes = b"only-for-development-and-for-tests"
    cookie_path: str = "/"
    cookie_secure: bool = True
    page_size: int = 2
    realm: str = "library"


def load() -> Settings:
    return Settings(
        cookie_path=os.environ.get("LIBRARY_COOKIE_PATH", "/"),
        cookie_secure=os.environ.get("LIBRARY_INSECURE") is None,
    )


settings = load()
