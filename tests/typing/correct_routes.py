"""Correct use of routes that are documented by what they return: the type checkers find nothing."""

from typing import Annotated, Any, assert_type

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Response
from PACKAGE.openapi import (
    CatalogueRoute,
    carry,
    expose_headers,
    raises,
    responses_of,
)
from PACKAGE.problems import Broken, OutOfCredit
from PACKAGE.shop import Api, Nothing

app = FastAPI(responses=responses_of(default=Broken))
app.router.route_class = CatalogueRoute
router = APIRouter(route_class=CatalogueRoute, responses=responses_of(OutOfCredit))
app.include_router(router, responses=responses_of(Api, Nothing, default=Broken))


@raises(Broken)
def user(token: str) -> int:
    return len(token)


assert_type(user("a"), int)


@router.get("/either")
@raises(OutOfCredit)
async def either(
    user: Annotated[int, Depends(user)], response: Response
) -> Api | Nothing:
    if user:
        return Nothing()
    made = carry(response, onto=Api({}, request_id="r"))
    assert_type(made, Api)
    return made


@router.get("/data")
def data(response: Response) -> Annotated[dict[str, int], Nothing]:
    raise carry(response, onto=HTTPException(404))


@router.get("/error")
def error(response: Response) -> Api:
    raise carry(response, onto=Broken.Error())


assert_type(responses_of(Api), dict[int | str, dict[str, Any]])
assert_type(expose_headers(Api, Broken), list[str])
