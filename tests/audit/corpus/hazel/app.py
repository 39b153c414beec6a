"""The logout is in a helper, and forgets the older of two cookies."""

from fastapi import Depends, FastAPI, Response

app = FastAPI()


class Cookies:
    def start(self, response: Response) -> None:
        response.set_cookie("hazel_session", "1", secure=True, httponly=True)
        response.set_cookie("hazel_session_token", "2", secure=True, httponly=True)

    def logout(self, response: Response) -> None:  # R934
        response.delete_cookie("hazel_session_token")


@app.post("/login")
def login(response: Response, cookies: Cookies = Depends()):
    cookies.start(response)
    return {"ok": True}


@app.post("/logout")
def logout(response: Response, cookies: Cookies = Depends()):
    cookies.logout(response)
    return {"ok": True}
