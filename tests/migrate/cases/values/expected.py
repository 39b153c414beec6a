"""Values of fields as text, and what the parameters of their types are given instead."""

import hashlib
from datetime import datetime, timezone
from email.utils import format_datetime

from fastapi import Response
from fastapi.responses import PlainTextResponse
from values_catalogue.api import Kept


def send_tag(text: str) -> Response:
    return Kept(text, etag=hashlib.sha256(text.encode()).hexdigest())


def send_known_tag(text: str) -> Response:
    return Kept(text, etag="v1", x_count=12)


def now() -> Response:
    return Kept("", last_modified=datetime.now(timezone.utc))


def send_number(count: int) -> Response:
    return Kept("", x_count=int(count))


def send_place(text: str) -> Response:
    return Kept(text, content_location="/a%20b?c=d")


def send_any_tag(tag: str) -> Response:
    return PlainTextResponse("", headers={"ETag": f'"{tag}"'})


def send_weak_tag() -> Response:
    return PlainTextResponse("", headers={"ETag": 'W/"a"'})


def send_any_place(url: str) -> Response:
    return PlainTextResponse("", headers={"Content-Location": url})


def send_padded(count: int) -> Response:
    return PlainTextResponse("", headers={"X-Count": "007"})


def any_moment(moment: datetime) -> Response:
    return PlainTextResponse("", headers={"Last-Modified": format_datetime(moment, usegmt=True)})
