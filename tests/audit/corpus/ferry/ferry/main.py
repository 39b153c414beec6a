from fastapi import FastAPI
from starlette.middleware.sessions import SessionMiddleware
from starlette.responses import JSONResponse, RedirectResponse

from . import legacy, pairs, tenants

app = FastAPI()
app.include_router(pairs.router)
app.include_router(legacy.router)
app.include_router(tenants.router)
app.add_middleware(
    SessionMiddleware,
    secret_key="k" * 32,
    session_cookie="ferry_session",
    path="/ferry",
    https_only=True,
)


@app.get("/reset")
def reset():
    response = RedirectResponse("/", status_code=303)
    response.delete_cookie("ferry_session")  # R930
    return response


@app.get("/reset-well")
def reset_well():
    response = JSONResponse({"reset": True})
    response.delete_cookie("ferry_session", path="/ferry")
    return response
