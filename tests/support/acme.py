"""Python that a project wrote by hand: what schemas of the tests point to by import paths."""

from __future__ import annotations

import json
from collections.abc import AsyncIterable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from time import perf_counter
from typing import Any, Literal, Protocol, TypedDict, runtime_checkable

from pydantic import BaseModel
from starlette.background import BackgroundTask
from starlette.responses import (
    FileResponse,
    JSONResponse,
    RedirectResponse,
    StreamingResponse,
)


class User(TypedDict):
    name: str
    age: int


class Price(TypedDict):
    product: str
    cents: int


class Usage(TypedDict):
    tokens: int


class Profile(BaseModel):
    name: str
    nickname: str | None = None


class OrderedJSON(JSONResponse):
    """The project's own class: a media type of its own, keys in order."""

    media_type = "application/vnd.acme+json"

    def render(self, content: object) -> bytes:
        return json.dumps(content, sort_keys=True).encode()


class Housed(JSONResponse):
    """Headers of the house below those that callers give, as many write it."""

    def __init__(
        self,
        content: object,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        house = {
            "Cache-Control": "no-cache",
            "Vary": "Origin",
            "Connection": "keep-alive",
            "X-House": "base",
            "Content-Type": "application/x-house",
        }
        super().__init__(
            content, status_code, {**house, **(headers or {})}, media_type, background
        )


class Tenanted(Housed):
    """Its constructor has parameters of its own, one with a default that no schema could write."""

    def __init__(
        self,
        data: dict[str, int],
        status_code: int = 409,
        *,
        tenant: str,
        trace: bool = False,
        size: timedelta = timedelta(seconds=5),
        **others: Any,
    ) -> None:
        self.about = tenant, trace, size
        super().__init__(data, status_code, **others)


class Stored(FileResponse):
    """Any file of the archive, read in small pieces."""

    chunk_size = 4096


class Scanned(FileResponse):
    """A page that was scanned: its constructor takes less than the framework's."""

    def __init__(
        self, path: str, *, dpi: int = 300, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(path, headers={"X-Dpi": str(dpi), **(headers or {})})


class Ticket(RedirectResponse):
    """Leads to a ticket by its number."""

    def __init__(self, number: int, *, room: Literal["a", "b"] = "a") -> None:
        super().__init__(f"/{room}/{number}", 303)


class Lines(StreamingResponse):
    """A stream that ends each of its items."""

    media_type = "text/plain"

    def __init__(
        self,
        content: AsyncIterable[str],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        *,
        end: str = "",
    ) -> None:
        ended = (f"{item}{end}" async for item in content)
        super().__init__(ended, status_code, {"X-End": end, **(headers or {})})


class Counted:
    """Mixed in: counts what is made, and says how a document is named."""

    made: int = 0

    def __init__(self, *args: Any, room: str = "hall", **others: Any) -> None:
        type(self).made += 1
        self.room = room
        super().__init__(*args, **others)

    @staticmethod
    def titled(name: str) -> str:
        return f"{name}.json"


class Titles:
    """Mixed in: helpers without a constructor."""

    @staticmethod
    def lowered(name: str) -> str:
        return name.lower()


class Named:
    """Mixed in: the name of the class."""

    @classmethod
    def named(cls) -> str:
        return cls.__name__


class Sorted:
    """Mixed in: renders."""

    def render(self, content: Any) -> bytes:
        return json.dumps(content, sort_keys=True).encode()


class Documents:
    """Helpers that stood in the response class when that was written by hand."""

    @staticmethod
    def file_name(title: str) -> str:
        return f"{title.replace(' ', '-')}.json"

    @staticmethod
    def without_none(document: Mapping[str, Any]) -> dict[str, Any]:
        return {key: value for key, value in document.items() if value is not None}


def classed(document: Mapping[str, Any]) -> None:
    """Siren names classes in a list."""
    if not isinstance(document.get("class"), list):
        raise TypeError("class is a list of words")


def linked(document: Mapping[str, Any]) -> None:
    """A HAL document has links."""
    if "_links" not in document:
        raise LookupError("no _links")


@runtime_checkable
class Array(Protocol):
    """What numpy's arrays and scalars have."""

    def tolist(self) -> object: ...


def listed(value: object) -> object:
    """An array as lists."""
    if isinstance(value, Array):
        return value.tolist()
    raise TypeError(f"{type(value).__name__} is not for JSON")


def dumped(model: BaseModel) -> bytes:
    """Any pydantic model, without what is None."""
    return model.model_dump_json(exclude_none=True).encode()


def joined(lines: Iterable[str]) -> bytes:
    """One line each."""
    return "".join(f"{line}\n" for line in lines).encode()


def listed_files(content: None, *, files: Sequence[str]) -> bytes:
    """The lines of an archive's list, of which the last has no end."""
    return "\r\n".join(files).encode()


@dataclass
class Settings:
    """What differs between development and production."""

    cookie_name: str = "sid"
    cookie_path: str = "/"
    cookie_domain: str | None = None
    cookie_secure: bool = True
    cookie_samesite: Literal["lax", "strict", "none"] | None = "lax"
    cookie_partitioned: bool = False
    secrets: Sequence[str] = ("of the tests, and 32 bytes long.",)


settings = Settings()


def tokens_name() -> str:
    """The name of this moment, after that of the settings."""
    return f"{settings.cookie_name}-tokens"


def session_age() -> int:
    """Seconds, of this moment."""
    return 3600


@dataclass(frozen=True)
class Parcel:
    number: int
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fragment:
    """Markup of the project's own, as template engines have it."""

    markup: str

    def __html__(self) -> str:
        return self.markup


def line(number: int) -> bytes:
    """A number on a line of its own."""
    return b"%d\n" % number


def dated(value: object) -> object:
    """A date as text."""
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not for MessagePack")


@dataclass
class Metrics:
    """How long each step took."""

    seconds: dict[str, float] = field(default_factory=dict)


def timed(content: object, *, metrics: Metrics) -> bytes:
    """JSON, and how long it took to make."""
    begin = perf_counter()
    body = json.dumps(content).encode()
    metrics.seconds["render"] = perf_counter() - begin
    return body


def listing(
    lines: Sequence[str], *, title: str, wide: bool, widths: Sequence[int], mark: str
) -> bytes:
    """A title, then a line each, in columns."""
    head = f"{title} wide" if wide else title
    rows = zip(lines, widths, strict=False)
    return "\n".join(
        [head, *(f"{mark}{line:>{width}}" for line, width in rows), ""]
    ).encode()
