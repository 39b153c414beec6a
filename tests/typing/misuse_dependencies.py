"""Wrong use of cookies in routes: the type checkers report each line marked as an error, and no other."""

from PACKAGE.shop import access_cookie, session_cookie, tokens_cookie


async def route() -> None:
    await session_cookie(7)  # error
    await session_cookie(client="web")  # error
    found: int = await session_cookie()  # error
    print(found)


access_cookie()  # error
access_cookie("web")  # error
access_cookie(client=7)  # error
tokens_cookie(path="/")  # error
