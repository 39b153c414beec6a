"""Of two entries one is left."""

from fastapi import FastAPI, Response

app = FastAPI()


@app.get("/1")
def one(response: Response):
    response.headers["X-Size"] = 1  # R944
    return {}


@app.get("/2")
def two(response: Response):
    response.headers["X-Size"] = "2"
    return {}
