"""All entries of the baseline still hold, and one finding is new."""

from fastapi import FastAPI, Response

app = FastAPI()


@app.get("/0")
def nought(response: Response):
    response.headers["X-Nought"] = 0  # R944
    return {}


@app.get("/1")
def one(response: Response):
    response.headers["X-Size"] = 1  # R944
    response.headers["Accept-Range"] = "bytes"  # R202
    return {}
