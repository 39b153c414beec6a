"""Wrong use of what requests bring: the type checkers report each line marked as an error, and no other."""

from PACKAGE.shop import (
    Api,
    Nothing,
    access_cookie,
    named_cookie,
    session_cookie,
    tokens_cookie,
)
from starlette.requests import Request


async def route() -> None:
    await session_cookie(7)  # error
    await named_cookie("x")  # error
    await session_cookie(client="web")  # error
    found: int = await session_cookie()  # error
    print(found)


access_cookie()  # error
access_cookie("web")  # error
access_cookie(client=7)  # error
tokens_cookie(path="/")  # error

request = Request({"type": "http"})
api = Api({}, request_id="r")
api.not_modified()  # error
api.not_modified({"if-none-match": "*"})  # error
api.not_modified(request).body  # error
Nothing().not_modified(request)  # error
