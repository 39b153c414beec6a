"""CatalogueRoute documents what endpoints return and raise; what a route states itself wins."""

from collections.abc import AsyncIterator, Callable, Iterator
from http import HTTPStatus
from typing import Annotated, Any, Literal, NewType, Protocol, TypeVar

import pytest
from fastapi import APIRouter, Depends, FastAPI, Response
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient
from pydantic import BaseModel
from starlette.background import BackgroundTask
from typing_extensions import (
    TypeAliasType,
    TypedDict,  # pydantic takes this one on any Python
)

from generated.common import (
    Accepted,
    ApiJSON,
    Created,
    NoContent,
    Problem,
    TooManyRequests,
    Unauthorized,
    Unavailable,
)
from generated.live import StockTicker
from generated.openapi import CatalogueRoute, carry, raises, responses_of
from tests.support.fastapi_versions import generators

Endpoint = Callable[..., Any]
Kind = TypeVar("Kind")


class Item(BaseModel):
    """What the shop sells."""

    sku: str


class Mapping(TypedDict):
    sku: str


class Answering(Protocol):
    """A protocol that is not for run time."""

    status_code: int


def one() -> Created:
    raise NotImplementedError


def several() -> Created | Accepted:
    raise NotImplementedError


def annotated() -> Annotated[Created, "the first of them"] | Accepted:
    raise NotImplementedError


def quoted() -> "Created | Accepted":
    raise NotImplementedError


Either = TypeAliasType("Either", Kind | Accepted, type_params=(Kind,))
Named = NewType("Named", Created)


def aliased() -> Either[Created]:
    raise NotImplementedError


def renamed() -> Named:
    raise NotImplementedError


def data_or_error() -> Annotated[Item, ApiJSON] | Accepted:
    return Item(sku="a")


def unannotated():  # type: ignore[no-untyped-def]  # as people write it
    raise NotImplementedError


def plain() -> Item:
    return Item(sku="a")


def sent_by() -> Annotated[Item, ApiJSON]:
    return Item(sku="a")


def application(endpoint: Endpoint, **stated: Any) -> FastAPI:
    """An application with one route, at /."""
    app = FastAPI()
    app.router.route_class = CatalogueRoute
    app.get("/", **stated)(endpoint)
    return app


def documented(app: FastAPI, path: str = "/") -> dict[str, Any]:
    """What the document says of the responses of a path."""
    found: dict[str, Any] = app.openapi()["paths"][path]["get"]["responses"]
    return found


def route(endpoint: Endpoint, **stated: Any) -> CatalogueRoute:
    return CatalogueRoute("/", endpoint, **stated)


class Locked(ApiJSON):
    """A class by hand, whose annotations Python reads."""

    def __init__(
        self,
        content: Any,
        status_code: Literal[201] = 201,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, background=background)


class Chosen(ApiJSON):
    """One whose annotations are text, as those of generated modules are."""

    def __init__(
        self,
        content: Any,
        status_code: "Literal[400, 409]" = 400,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, background=background)


@pytest.mark.parametrize(
    ("endpoint", "statuses"),
    [
        (one, ["201"]),
        (several, ["201", "202"]),
        (annotated, ["201", "202"]),
        (quoted, ["201", "202"]),
        (sent_by, ["200"]),
        (aliased, ["201", "202"]),
        (renamed, ["201"]),
        (data_or_error, ["200", "202"]),
    ],
)
def test_the_annotation_names_the_responses(
    endpoint: Endpoint, statuses: list[str]
) -> None:
    """The first class is the route's, and all are documented."""
    assert [*documented(application(endpoint))] == statuses


def test_the_first_class_is_the_routes() -> None:
    """Its status is the route's, too."""
    made = route(several)
    assert (made.response_class, made.status_code) == (Created, 201)
    assert made.response_field is None


def test_the_data_of_a_union_is_validated() -> None:
    """As data alone is; what is returned as a response is not."""
    app = application(data_or_error)
    schema = documented(app)["200"]["content"]["application/json"]["schema"]
    assert schema == {"$ref": "#/components/schemas/Item"}
    assert TestClient(app).get("/").json() == {"sku": "a"}


def test_headers_are_documented() -> None:
    """What the class declares is in the document."""
    said = documented(application(one))["201"]
    assert said["description"] == Created.openapi[201]["description"]
    assert said["headers"]["Location"]["required"] is True


def test_a_response_class_is_documented() -> None:
    """Where no annotation names one."""
    said = documented(application(unannotated, response_class=Accepted))
    assert [*said] == ["202"]
    assert "Location" in said["202"]["headers"]


def test_the_annotation_beats_a_response_class() -> None:
    """A route cannot tell its own from its router's."""
    assert route(one, response_class=Accepted).response_class is Created


def test_the_classes_of_frameworks_work_as_before() -> None:
    """Nothing is said where nothing of the catalogue is named."""

    def framework() -> JSONResponse:
        raise NotImplementedError

    assert documented(application(framework)) == {
        "200": {
            "description": "Successful Response",
            "content": {"application/json": {"schema": {}}},
        }
    }


def test_a_class_by_hand_is_documented_as_the_one_above_it() -> None:
    """It sends what that sends, with a status of its own."""

    class Queued(Accepted):
        def __init__(self, place: int, status_code: int = 207) -> None:
            super().__init__(place, location="/queue")
            self.status_code = status_code

    def queue() -> Queued:
        return Queued(7)

    said = documented(application(queue))
    assert [*said] == ["207"]
    assert "Location" in said["207"]["headers"]


def test_a_status_that_is_stated_wins() -> None:
    """The class is documented under it, and not under its own."""
    made = application(
        unannotated, response_class=ApiJSON, status_code=HTTPStatus.CREATED
    )
    assert [*documented(made)] == ["201"]
    assert "X-Request-ID" in documented(made)["201"]["headers"]


def test_a_response_that_is_stated_wins() -> None:
    """What it leaves unsaid is as declared, and its key may be text."""
    header = {"description": "mine", "schema": {"type": "string"}}
    stated = {"201": {"description": "Mine.", "headers": {"Location": header}}}
    said = documented(application(one, responses=stated))["201"]
    assert said["description"] == "Mine."
    assert said["headers"]["Location"] == header
    assert "X-Request-ID" in said["headers"]


def test_a_description_that_is_stated_wins() -> None:
    """FastAPI has another argument for that of the route's own status."""
    made = application(one, response_description="Mine.")
    assert documented(made)["201"]["description"] == "Mine."


def test_a_model_that_is_stated_wins() -> None:
    """FastAPI's schema of it stands alone; so does that of a model for another status."""
    responses = {202: {"model": Item}}
    made = application(several, response_model=Item, responses=responses)
    reference = {"$ref": "#/components/schemas/Item"}
    for said in documented(made).values():
        assert said["content"]["application/json"]["schema"] == reference


@pytest.mark.parametrize("endpoint", [plain, sent_by])
def test_data_is_documented_by_its_type(endpoint: Endpoint) -> None:
    """Status and headers are the class's, the schema is FastAPI's."""
    said = documented(application(endpoint, response_class=ApiJSON))["200"]
    reference = {"$ref": "#/components/schemas/Item"}
    assert said["content"]["application/json"]["schema"] == reference
    assert "X-Request-ID" in said["headers"]


@raises(Unauthorized)
def signed_in() -> str:
    return "somebody"


@raises(TooManyRequests)
def patient(user: Annotated[str, Depends(signed_in)]) -> None:
    return None


class Open:
    @raises(Unavailable)
    def __call__(self) -> None:
        return None


def test_what_an_endpoint_raises_is_documented() -> None:
    """Below what it returns; said twice, it is documented once."""

    @raises(Unauthorized)
    @raises(Unavailable, Unauthorized)
    def order() -> Created:
        raise NotImplementedError

    assert [*documented(application(order))] == ["201", "401", "503"]


@pytest.mark.parametrize(
    ("dependency", "statuses"),
    [(signed_in, ["401"]), (patient, ["429", "401"]), (Open(), ["503"])],
    ids=["function", "below_another", "object"],
)
def test_what_dependencies_raise_is_documented(
    dependency: Any, statuses: list[str]
) -> None:
    """Whether the endpoint, the route or its router names them."""

    def order(user: Annotated[str, Depends(dependency)]) -> Created:
        raise NotImplementedError

    router = APIRouter(
        route_class=CatalogueRoute, dependencies=[Depends(dependency)], prefix="/r"
    )
    router.get("/")(one)
    app = application(order)
    app.include_router(router)
    stated = application(one, dependencies=[Depends(dependency)])
    for made, path in ((app, "/"), (stated, "/"), (app, "/r/")):
        assert [*documented(made, path)] == ["201", *statuses]


def test_included_routers_are_documented_alike() -> None:
    """Under all prefixes, and with the class and the dependencies of who includes them."""
    inner, outer = APIRouter(route_class=CatalogueRoute), APIRouter()
    inner.get("/one")(one)
    inner.get("/data")(unannotated)
    outer.include_router(inner, prefix="/inner")
    app = FastAPI()
    app.include_router(
        outer,
        prefix="/outer",
        default_response_class=Accepted,
        dependencies=[Depends(signed_in)],
        responses=responses_of(Unavailable),
    )
    said = documented(app, "/outer/inner/one")
    assert sorted(said) == ["201", "401", "503"]
    assert said["201"] == documented(application(one))["201"]
    said = documented(app, "/outer/inner/data")
    assert sorted(said) == ["202", "401", "503"]
    assert "Location" in said["202"]["headers"]


def test_a_router_that_is_included_twice_is_documented_for_each() -> None:
    """What the one inclusion adds is not said of the other."""
    inner, app = APIRouter(route_class=CatalogueRoute), FastAPI()
    inner.get("/")(unannotated)
    app.include_router(inner, prefix="/a", default_response_class=Accepted)
    app.include_router(inner, prefix="/b", default_response_class=NoContent)
    assert [*documented(app, "/a/")] == ["202"]
    assert [*documented(app, "/b/")] == ["204"]


def test_a_sub_application_is_documented_alike() -> None:
    """In the document of its own."""
    app, mounted = FastAPI(), application(one)
    app.mount("/shop", mounted)
    assert [*documented(mounted)] == ["201"]


def test_errors_of_the_router_are_listed_beside_the_routes_own() -> None:
    """Two classes of one status are both documented, whoever names them."""
    router = APIRouter(route_class=CatalogueRoute, responses=responses_of(Unauthorized))

    class Expired(Unauthorized):
        """The token was good once."""

    @router.get("/")
    @raises(Expired)
    def order() -> Created:
        raise NotImplementedError

    app = FastAPI()
    app.include_router(router)
    [said] = [route for route in router.routes if isinstance(route, CatalogueRoute)]
    assert (
        said.responses[401]["description"] == Unauthorized.openapi[401]["description"]
    )
    assert sorted(documented(app)) == ["201", "401"]


async def ticking() -> AsyncIterator[dict[str, str]]:
    yield {"sku": "a"}


@generators
def test_generators_are_documented_alike() -> None:
    """By the class of the stream that they are sent by."""
    said = documented(application(ticking, response_class=StockTicker))
    assert [*said] == ["200"]
    assert said["200"]["headers"] == StockTicker.openapi[200]["headers"]


def test_a_generator_needs_a_stream() -> None:
    """A class that takes a whole body cannot send what is yielded."""

    def lines() -> Iterator[str]:
        yield "a"

    with pytest.raises(
        TypeError, match=r"lines: .*ApiJSON .*generator.*: it is no str"
    ):
        route(lines, response_class=ApiJSON)


@pytest.mark.parametrize(
    "endpoint",
    [plain, pytest.param(lambda: None, id="lambda")],
)
def test_data_needs_a_class_that_can_be_made_of_it(endpoint: Endpoint) -> None:
    """Where the annotation says that data is returned; otherwise an instance may be."""
    if endpoint is plain:
        reason = "plain: .* Created from returned data: it does not know location"
        with pytest.raises(TypeError, match=reason):
            route(endpoint, response_class=Created)
    else:
        assert route(endpoint, response_class=Created).status_code == 201


@pytest.mark.parametrize(
    ("kind", "status", "reason"),
    [
        (
            Locked,
            202,
            "plain: .* Locked from .*: it takes the status 201 alone, not 202",
        ),
        (Chosen, HTTPStatus.OK, "Chosen .* the status 400, 409 alone, not 200"),
        (ApiJSON, 103, "ApiJSON .* a status of 200 to 599, not 103"),
    ],
)
def test_a_status_that_the_class_refuses_is_an_error(
    kind: type[Response], status: int, reason: str
) -> None:
    """Where FastAPI has to make the class; an instance has a status of its own."""
    with pytest.raises(TypeError, match=reason):
        route(plain, response_class=kind, status_code=status)
    made = route(unannotated, response_class=kind, status_code=status)
    assert made.status_code == status


@pytest.mark.parametrize(
    ("kind", "status"), [(Locked, HTTPStatus.CREATED), (Chosen, 409), (ApiJSON, 202)]
)
def test_a_status_that_the_class_takes_is_stated(
    kind: type[Response], status: int
) -> None:
    """The locked one, one of several, and any where it is but a default."""
    assert route(plain, response_class=kind, status_code=status).status_code == status


def test_none_is_data() -> None:
    """An empty class is made of it, others are not."""

    def nothing() -> None:
        return None

    assert route(nothing, response_class=NoContent).status_code == 204
    with pytest.raises(TypeError, match="it does not know location"):
        route(nothing, response_class=Created)


def test_a_union_with_data_is_data() -> None:
    """Its class has to be made of it."""

    def either() -> Created | Item:
        raise NotImplementedError

    with pytest.raises(TypeError, match="it does not know location"):
        route(either)


def test_a_typed_dict_is_data() -> None:
    """Though it is of no class at run time."""

    def mapping() -> Mapping:
        return {"sku": "a"}

    said = documented(application(mapping, response_class=ApiJSON))["200"]
    reference = {"$ref": "#/components/schemas/Mapping"}
    assert said["content"]["application/json"]["schema"] == reference


@pytest.mark.parametrize("annotation", [Any, object, Response, Answering])
def test_what_may_be_a_response_is_no_data(annotation: Any) -> None:
    """Instances of any class may be returned."""

    def vague():  # type: ignore[no-untyped-def]  # set below
        raise NotImplementedError

    vague.__annotations__["return"] = annotation
    assert route(vague, response_class=Created, response_model=None).status_code == 201


def test_raises_takes_classes_of_the_catalogue() -> None:
    """Others say nothing that could be documented."""
    with pytest.raises(
        TypeError, match=r"raises\(\) takes generated classes, not <cla"
    ):
        raises(JSONResponse)


@pytest.mark.parametrize("onto", [3, None, Created, ValueError("no response")])
def test_carry_takes_what_has_headers(onto: Any) -> None:
    """Nothing else would be sent with them."""
    with pytest.raises(TypeError, match=r"carry\(\) takes a response or an HTTPExcep"):
        carry(Response(headers={"X-Trace": "abc"}), onto=onto)


def test_problems_of_other_statuses_are_the_default() -> None:
    """As FastAPI has it for a router."""
    app = FastAPI(responses=responses_of(Unauthorized, default=Problem))
    app.router.route_class = CatalogueRoute
    app.get("/")(one)
    assert [*documented(app)] == ["201", "401", "default"]
