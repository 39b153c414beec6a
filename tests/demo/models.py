"""The shop's data, as JSON has it: the content types that schemas/ names."""

from __future__ import annotations

from typing import Literal, NotRequired, TypedDict


class Product(TypedDict):
    sku: str
    name: str
    price: str  # decimal, in euro
    tags: list[str]


class BasketLine(TypedDict):
    sku: str
    pieces: int


class Basket(TypedDict):
    lines: list[BasketLine]
    total: str


class Order(TypedDict):
    number: int
    placed: str  # RFC 3339
    lines: list[BasketLine]
    total: str


class Step(TypedDict):
    place: str
    at: str  # RFC 3339


class Delivery(TypedDict):
    order: int
    signed: str


class Account(TypedDict):
    name: str
    email: str


class ProblemDetails(TypedDict):
    """RFC 9457, section 3.1."""

    type: NotRequired[str]
    title: str
    status: int
    detail: NotRequired[str]


class Health(TypedDict):
    status: Literal["pass", "warn", "fail"]
    services: dict[str, bool]


# JSON:API 1.1, as far as the feed uses it


class ProductResource(TypedDict):
    type: Literal["products"]
    id: str
    attributes: Product


class CatalogueDocument(TypedDict):
    data: list[ProductResource]


# GeoJSON (RFC 7946)


class Point(TypedDict):
    type: Literal["Point"]
    coordinates: tuple[float, float]


class Feature(TypedDict):
    type: Literal["Feature"]
    geometry: Point
    properties: dict[str, str]


class FeatureCollection(TypedDict):
    type: Literal["FeatureCollection"]
    features: list[Feature]
