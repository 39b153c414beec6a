"""A login that sets one cookie, and a cookie for the look."""

from fastapi import FastAPI, Response

app = FastAPI()
COOKIES = ("willow_token", "willow_session")


@app.post("/login")
def login(response: Response, dark: bool = False):
    response.set_cookie("willow_token", "t", secure=True, httponly=True)
    response.set_cookie("willow_session", "s", secure=True, httponly=True)
    response.set_cookie("willow_theme", "dark" if dark else "light")
    response.set_cookie("locale", "en", max_age=31536000)
    return {"ok": True}


@app.post("/logout")
def logout(response: Response):
    for name in COOKIES:
        response.delete_cookie(name)
    return {"ok": True}
