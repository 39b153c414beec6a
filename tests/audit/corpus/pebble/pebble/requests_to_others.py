"""aiohttp's and requests' mappings."""

import aiohttp
import requests

HEADERS = {"Content-Type": "application/json"}


async def fetch(url: str) -> bytes:
    async with aiohttp.ClientSession(headers=HEADERS) as session:
        async with session.post(url, json={}, headers={"Content-Type": "text/plain"}) as response:
            return await response.read()


def send(url: str, headers: dict[str, str] | None = None) -> requests.Response:
    headers = headers or {}
    headers["Content-Type"] = "application/json"
    headers.update({"X-Try": "1"})
    return requests.post(url, headers=headers)
