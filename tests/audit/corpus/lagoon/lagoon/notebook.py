"""An application object that carries its cookie's name."""

from fastapi import FastAPI, Response


class Notebook(FastAPI):
    cookie_id = "nb"


app = Notebook()


@app.post("/open")
def open_notebook(response: Response):
    response.set_cookie(
        f"notebook-{app.cookie_id}", "1", httponly=True, samesite="none", secure=True
    )
    return {"open": True}


@app.post("/close")
def close_notebook(response: Response):
    response.delete_cookie(f"notebook-{app.cookie_id}", path="/")  # R932
    return {"open": False}


@app.post("/close-well")
def close_notebook_well(response: Response):
    response.delete_cookie(f"notebook-{app.cookie_id}", samesite="none", secure=True)
    return {"open": False}
