# sites labelled
"""Requests to others, and what comes back: no sites."""

import httpx
from flask import Response as FlaskResponse
from flask import make_response


def fetch(client: httpx.Client) -> bytes:
    response = client.get("https://bay.example/", headers={"X-Bay": "1"})
    response.headers["X-Seen"] = "1"
    response.status_code = 200
    return response.content


def flask_answer() -> FlaskResponse:
    response = make_response("x", 201)
    response.headers["X-Flask"] = "1"
    response.set_cookie("flask", "1")
    return response


class Feed:
    def __init__(self, status_code: int, headers: dict[str, str]) -> None:
        self.status_code = status_code
        self.headers = headers


def feed() -> Feed:
    made = Feed(201, headers={"X": "1"})
    made.headers["Y"] = "2"
    made.status_code = 202
    return made


def unknown(response):
    response.headers["X"] = "1"
    response.status_code = 201
    response.set_cookie("a", "b")
