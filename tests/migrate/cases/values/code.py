"""Values of fields as text, and what the parameters of their types are given instead."""

import hashlib
from datetime import datetime, timezone
from email.utils import format_datetime

from fastapi import Response
from fastapi.responses import PlainTextResponse


def send_tag(text: str) -> Response:
    return PlainTextResponse(text, headers={"ETag": f'"{hashlib.sha256(text.encode()).hexdigest()}"'})


def send_known_tag(text: str) -> Response:
    return PlainTextResponse(text, headers={"ETag": '"v1"', "X-Count": "12"})


def now() -> Response:
    return PlainTextResponse("", headers={"Last-Modified": format_datetime(datetime.now(timezone.utc), usegmt=True)})


def send_number(count: int) -> Response:
    return PlainTextResponse("", headers={"X-Count": f"{int(count)}"})


def send_place(text: str) -> Response:
    return PlainTextResponse(text, headers={"Content-Location": "/a%20b?c=d"})


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
