"""A logout that clears two tokens on their path and on a legacy path."""

from case_logout.api import LoggedOut


def clears_each_scope() -> None:
    response = LoggedOut()
    response.delete_access_cookie()
    response.delete_refresh_cookie()
    gone = b"=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path="
    assert response.raw_headers == [
        (b"set-cookie", key + gone + path + b"; SameSite=lax; Secure")
        for key in (b"access", b"refresh")
        for path in (b"/api", b"/")
    ]
