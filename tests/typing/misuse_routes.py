"""Wrong use of routes: the type checkers report each line marked as an error, and no other."""

from fastapi import APIRouter, Response
from PACKAGE.openapi import CatalogueRoute, carry, expose_headers, raises, responses_of
from PACKAGE.problems import Broken
from PACKAGE.shop import Api

responses_of("Api")  # error
responses_of(Api, default=404)  # error
expose_headers(Broken.Error)  # error
raises(Api({}, request_id="r"))  # error
carry(Response(), Api({}, request_id="r"))  # error
carry(Response(), onto="Api")  # error
raises(Broken)("function")  # error
APIRouter(route_class=CatalogueRoute("/", print))  # error


@raises(Broken)
def user(token: str) -> int:
    return len(token)


user(7)  # error
