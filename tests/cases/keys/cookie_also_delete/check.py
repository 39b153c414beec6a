"""A deletion clears the further scopes too; what a scope leaves out is the preset's."""

from case_cookie_also_delete.api import delete_moved_cookie
from fastapi import Response


def clears_each_scope_once() -> None:
    response = Response()
    delete_moved_cookie(response)
    cookies = [v.decode() for n, v in response.raw_headers if n == b"set-cookie"]
    scopes = [
        [part for part in cookie.split("; ") if part.startswith(("Domain", "Path"))]
        for cookie in cookies
    ]
    assert scopes == [
        ["Path=/shop"],
        ["Path=/"],
        ["Domain=shop.example", "Path=/shop"],
        ["Path=/old"],
    ]
