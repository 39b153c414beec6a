"""All entries of the baseline still hold."""

from fastapi import FastAPI, Response

app = FastAPI()


@app.get("/1")
def one(response: Response):
    response.headers["X-Size"] = 1
    response.headers["Accept-Range"] = "bytes"
    return {}
