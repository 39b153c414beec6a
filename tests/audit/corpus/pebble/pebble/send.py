from urllib.request import Request

from starlette.responses import JSONResponse

CSV_HEADERS = {"Content-Type": "text/csv", "X-Table": "pebbles"}  # R940 =csv


def answer(data) -> JSONResponse:
    return JSONResponse(data)


def ask(url: str) -> Request:
    return Request(url, headers={"Content-Type": "application/json"})
