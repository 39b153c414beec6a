"""A bracket stays open."""  # R900
from fastapi.responses import JSONResponse

HEADERS = {"X-Pine": "1"


def one():
    return JSONResponse({}, headers=HEADERS)
