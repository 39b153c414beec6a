from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.responses import ORJSONResponse

app = FastAPI()


class Teapot(HTTPException):
    def __init__(self) -> None:
        super().__init__(418, headers={"X-Pot": "tea"})


@app.exception_handler(HTTPException)
def handle(request: Request, exc: HTTPException) -> Response:
    headers = dict(exc.headers or {})
    headers["X-Slate"] = "4"
    return ORJSONResponse({"d": exc.detail}, status_code=exc.status_code, headers=headers)


@app.exception_handler(Teapot)
def pour(request: Request, exc: Teapot) -> Response:
    response = ORJSONResponse({"d": "tea"}, status_code=418)
    response.headers.update(exc.headers or {})
    return response
