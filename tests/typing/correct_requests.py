"""Correct use of what requests bring, cookies and conditions: the type checkers find nothing."""

from typing import Annotated, assert_type

from fastapi import Depends, FastAPI, Request, Response
from PACKAGE.shop import (
    Api,
    JsonValue,
    access_cookie,
    basket_cookie,
    named_cookie,
    session_cookie,
    tokens_cookie,
)

app = FastAPI()


@app.get("/")
async def route(
    request: Request,
    session: Annotated[str | None, Depends(session_cookie)],
    access: Annotated[str | None, Depends(access_cookie(client="web"))],
    basket: Annotated[JsonValue, Depends(basket_cookie)],
    named: Annotated[str | None, Depends(named_cookie)],
) -> str | None:
    assert_type(await session_cookie("f3b1c0"), str | None)
    assert_type(await access_cookie(client="web")(), str | None)
    found: JsonValue = await tokens_cookie(client="web")()
    assert_type(await named_cookie(request), str | None)
    return None if found == basket else session or access or named


@app.get("/item")
def item(request: Request) -> Response:
    found = Api({}, request_id="r", etag="v1")
    assert_type(found.not_modified(request), Response | None)
    return found.not_modified(request) or found
