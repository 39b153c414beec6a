"""What an author writes by hand and a schema names by its import path."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from types import SimpleNamespace
from typing import Any

from starlette.responses import Response

from respgen.core import Response as CoreResponse


@dataclass(frozen=True)
class User:
    """JSON cannot hold it: only a renderer with `default: encode` can."""

    name: str
    score: float = 1.0


def encode(value: object) -> object:
    """The `default` of the json renderer. Raises TypeError for what is no User."""
    if isinstance(value, User):
        return {"name": value.name, "score": value.score, "best": math.inf}
    raise TypeError(f"{type(value).__name__} is not for JSON")


def shout(content: str) -> bytes:
    """A renderer of the author's. Raises TypeError for no text."""
    if not isinstance(content, str):
        raise TypeError("content: str expected")
    return content.upper().encode("utf-8")


REGION = "eu-north"


class Settings:
    """What a header is read from."""

    region = "eu\xe9"
    languages: Sequence[str] = ("en", "sv")

    @staticmethod
    def spoken() -> list[str]:
        """Called for each response."""
        return ["en", "fi"]


settings = Settings()


def bounds(box: Sequence[float]) -> str:
    """The corners of a map, as clients of such servers split them."""
    return ",".join(f"{corner:g}" for corner in box)


def day(moment: datetime) -> str:
    """The day alone."""
    return moment.date().isoformat()


def split(text: str) -> str:
    """No header value: it has two lines."""
    return f"{text}\r\nSet-Cookie: a=b"


def left() -> float:
    """The seconds that something takes, which are no whole number."""
    return 2.25


def moment() -> datetime:
    """A moment that does not pass."""
    return datetime(2026, 1, 31, 12, tzinfo=UTC)


def nothing() -> tuple[str, ...]:
    """A list that sends nothing."""
    return ()


class Spoken(Response):
    """A base of the author's: media type, charset and rendering of its own."""

    media_type = "text/x-author"
    charset = "latin-1"

    def render(self, content: Any) -> bytes:
        return shout(content)


class SpokenCore(CoreResponse):
    """The same for the core target."""

    media_type = "text/x-author"
    charset = "latin-1"

    def render(self, content: Any) -> bytes:
        return shout(content)


ATTRIBUTES: dict[str, tuple[object, ...]] = {
    "max_age": (None, 60, 34_560_000),
    "path": ("/", "/account", "/account/", "/a b", "/%41!$&'()*+,=@~"),
    "domain": (None, "", "example.com", "shop.example.com", ".example.com"),
    "secure": (True, False),
    "httponly": (True, False),
    "samesite": ("lax", "strict", "none", None),
    "partitioned": (False, True),
    "key": ("sid", "__Secure-sid", "__Host-sid", "__Http-sid", "__Host-Http-sid"),
}
"""What settings may hold for the attributes of cookies, and for their names."""
SECRET = "of the tests, and 32 bytes long."
SECRETS: dict[str, str | bytes | tuple[str, ...]] = {
    "secret": SECRET,
    "secret_bytes": b"\xff" + SECRET.encode(),
    "secrets": (SECRET.upper(), SECRET),
}


def cookie_settings() -> SimpleNamespace:
    """Each value under a name of its own, `path_1`, and a function that gives it, `path_1_made`."""
    values = {
        f"{name}_{n}": value
        for name, row in ATTRIBUTES.items()
        for n, value in enumerate(row)
    }
    values |= SECRETS
    made = {f"{name}_made": partial(identity, value) for name, value in values.items()}
    return SimpleNamespace(**values, **made)


def identity(value: object) -> object:
    return value


SETTINGS = cookie_settings()
