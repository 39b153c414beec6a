from typing import Any

from fastapi import FastAPI, Response

app = FastAPI()


@app.post("/sign-in")
async def sign_in(response: Response) -> dict[str, Any]:
    response.set_cookie(key="id_token", value="i", secure=True, httponly=True, path="/")
    response.set_cookie(key="sso_session", value="s", secure=True, httponly=True, path="/")
    return {"signed": "in"}


@app.post("/sign-out")
async def sign_out(response: Response) -> dict[str, Any]:  # R934
    response.delete_cookie(key="sso_session", path="/")
    return {"signed": "out"}
