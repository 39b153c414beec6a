"""Routes, with their functions, settings and types of content beside them."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from fastapi import FastAPI
from pydantic import BaseModel

from case_beside_routes.api import Lines, Page, Short


class Item(BaseModel):
    name: str


class Line(TypedDict):
    made: date


@dataclass
class _Settings:
    domain: str = "shop.example"
    region: str = "eu"


settings = _Settings()
app = FastAPI()


def page(item: Item, title: str, *, locale: str, size: int = 0) -> bytes:
    """Of the params one is not named."""
    return f"<p lang={locale}>{title} {item.name} {size}</p>".encode()


def plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(value)


def count() -> int:
    return 7


@app.get("/page")
def _page() -> Page:
    response = Page(Item(name="Tea"), locale="en")
    response.set_region_cookie("eu")
    return response


@app.get("/short")
def _short() -> Short:
    return Short(Item(name="Tea"), locale="en", title="Home", size=3)


@app.get("/lines")
def _lines() -> Lines:
    return Lines([{"made": date(2026, 1, 2)}])
