"""Answers of other servers."""

import httpx
import requests
from fastapi import APIRouter, HTTPException
from fastapi.testclient import TestClient
from openai import OpenAI

router = APIRouter()


@router.get("/proxy")
async def proxy(name: str):
    async with httpx.AsyncClient() as client:
        response = await client.get("https://kelp.example/", params={"name": name})
        response.headers["X-Seen"] = 1
        response.headers.pop("server", None)
    if response.status_code != 200:
        raise HTTPException(response.status_code, response.text)
    return response.json()


def old(session: requests.Session) -> requests.Response:
    response = session.post("https://kelp.example/", headers={"Content-Type": "text/plain"})
    response.headers["E-Tag"] = "1"
    response.status_code = 201
    response.cookies.set("kelp", "1", path="/x")
    return response


def ask(client: OpenAI) -> str:
    response = client.chat.completions.create(model="m", messages=[])
    response.headers = {"X": 1}
    return response.choices[0].message.content


def probe(app) -> int:
    client = TestClient(app)
    response = client.get("/", headers={"Content-Type": "application/json", "Connection": "close"})
    response.headers["X-Seen"] = 1
    return response.status_code
