"""ContractMiddleware: what it notes, and that what is sent passes as it is."""

from __future__ import annotations

import asyncio
import gzip
import logging
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import JSONResponse, Response

from respgen.testing import ContractMiddleware, Report
from respgen.testing.catalogue import Catalogue, NoCatalogueError, catalogue_at
from respgen.testing.messages import MOST_DECODED
from respgen.testing.middleware import MOST_BODY, MOST_PATH, route_path
from respgen.testing.report import MOST_OBSERVED, Observed


@pytest.fixture
def catalogue(shop: ModuleType) -> Catalogue:
    assert shop.__file__
    return catalogue_at(Path(shop.__file__).parent)


def asked(
    catalogue: Catalogue, make: Callable[[], Any], path: str = "/now", **request: Any
) -> Observed:
    """What is noted of an application that answers with one response."""
    report = Report()

    async def answers(scope: Any, receive: Any, send: Any) -> None:
        await make()(scope, receive, send)

    app = ContractMiddleware(answers, catalogue, report)
    TestClient(app).request(request.get("method", "GET"), path, follow_redirects=False)
    [seen] = report.observed
    return seen


def test_a_response_is_known_by_its_class(
    shop: ModuleType, catalogue: Catalogue
) -> None:
    """Of all classes the one is noted that says most of what was sent."""
    made: Mapping[str, Callable[[], Any]] = {
        "api.Item": lambda: shop.Item({"id": 1}),
        "api.Created": lambda: shop.Created({"id": 1}, location="/items/1"),
        "api.Gone": lambda: shop.Gone(),
        "api.Feed": lambda: shop.Feed([{"n": 1}]),
        "api.Moved": lambda: shop.Moved(item_id=7),
        "api.OutOfCredit": lambda: shop.OutOfCredit(balance=3),
        "api.Failure": lambda: shop.Failure(status_code=404),
        "api.Envelope": lambda: shop.Envelope([1], message="it"),
    }
    found = {name: asked(catalogue, make).classes for name, make in made.items()}
    assert found == {name: (name,) for name in made}


def test_the_nearest_class_is_named(shop: ModuleType, catalogue: Catalogue) -> None:
    """What no class declares is noted with the class that it differs least from, and where."""
    seen = asked(catalogue, lambda: shop.Created({}, location="/", etag="x"))
    assert seen.classes == ("api.Created",)

    def weakened() -> Response:
        made: Response = shop.Created({}, location="/")
        made.headers["cache-control"] = "private"
        return made

    seen = asked(catalogue, weakened)
    assert (seen.is_undeclared, seen.nearest) == (True, "api.Created")
    assert seen.places == ("cache-control",)
    assert seen.refusal.splitlines() == [
        "GET /now answered 201, which no class declares; api.Created is nearest",
        "  cache-control  declared no-store  sent private",
    ]


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_head_has_no_body(shop: ModuleType, catalogue: Catalogue, method: str) -> None:
    """The answer to HEAD is that to GET without its body."""

    def make() -> Response:
        made: Response = shop.Item({"id": 1})
        made.body = b"" if method == "HEAD" else made.body
        return made

    assert asked(catalogue, make, method=method).classes == ("api.Item",)


def test_a_validated_copy_is_of_the_class(
    shop: ModuleType, catalogue: Catalogue
) -> None:
    """A 304 with the fields that a 200 would have is of the class (RFC 9110 15.4.5)."""
    fields = {"Cache-Control": "no-store", "Vary": "Accept", "ETag": '"v1"'}
    seen = asked(catalogue, lambda: Response(None, 304, headers=fields))
    assert "api.Item" in seen.classes


def run(
    app: Any, seen: list[dict[str, Any]], receive: Any = None, **scope: Any
) -> None:
    """An application, called as a server does."""

    async def send(event: Any) -> None:
        seen.append(event)

    given = {"type": "http", "method": "GET", "path": "/", **scope}
    asyncio.run(app(given, receive, send))


def test_a_stream_is_neither_kept_nor_held_back(
    shop: ModuleType, catalogue: Catalogue
) -> None:
    """Each part has been passed on when the next one is asked for, and none is kept."""
    out: list[dict[str, Any]] = []
    counts: list[int] = []
    kept: list[object] = []

    def parts() -> Any:
        for number in range(4):
            counts.append(len(out))
            yield {"n": number}

    report = Report()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        # the exchange that the middleware made of this request
        kept.append(lambda: send.__self__.kept)
        await shop.Feed(parts())(scope, receive, send)

    async def receive() -> Any:
        await asyncio.sleep(60)

    run(ContractMiddleware(app, catalogue, report), out, receive)
    assert counts == [1, 2, 3, 4]
    [exchange] = kept
    assert callable(exchange)
    assert exchange() is None
    [seen] = report.observed
    assert seen.classes == ("api.Feed",)


def test_a_large_body_passes_unread(shop: ModuleType, catalogue: Catalogue) -> None:
    """Above a limit a body is not kept, and so not compared."""
    large = shop.Item({"id": "x" * MOST_BODY})
    report = Report()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await large(scope, receive, send)

    out: list[dict[str, Any]] = []
    run(ContractMiddleware(app, catalogue, report), out)
    assert out[1]["body"] is large.body
    [seen] = report.observed
    assert seen.classes == ("api.Item",)


def test_what_is_cut_off_is_noted_without_its_body(
    shop: ModuleType, catalogue: Catalogue
) -> None:
    """An application that fails in the middle of a body has sent a status and fields."""
    report = Report()

    async def app(scope: Any, receive: Any, send: Any) -> None:
        made = shop.Item({"id": 1})
        start = {"status": made.status_code, "headers": made.raw_headers}
        await send({"type": "http.response.start", **start})
        await send({"type": "http.response.body", "body": b"{", "more_body": True})
        raise KeyError

    out: list[dict[str, Any]] = []
    with pytest.raises(KeyError):
        run(ContractMiddleware(app, catalogue, report), out)
    assert [seen.classes for seen in report.observed] == [("api.Item",)]
    assert len(out) == 2


def test_a_coding_is_undone(shop: ModuleType, catalogue: Catalogue) -> None:
    """A body that middleware has zipped is compared as it was before."""
    for content, expected in (({"id": "x" * 900}, True), ({"id": [1] * 900}, False)):
        report = Report()
        inner = GZipMiddleware(shop.Item(content))
        client = TestClient(ContractMiddleware(inner, catalogue, report))
        sent = client.get("/", headers={"Accept-Encoding": "gzip"})
        assert sent.headers["content-encoding"] == "gzip"
        [seen] = report.observed
        assert (seen.classes == ("api.Item",)) is expected
    assert gzip.decompress(gzip.compress(b"")) == b""


def test_fields_that_are_read_once_arrive(
    shop: ModuleType, catalogue: Catalogue
) -> None:
    """ASGI allows any iterable as headers: what is compared is sent all the same."""
    report, made = Report(), shop.Item({"id": 1})

    async def app(scope: Any, receive: Any, send: Any) -> None:
        fields = iter(made.raw_headers)
        start = {"type": "http.response.start", "status": 200, "headers": fields}
        await send(start)
        await send({"type": "http.response.body", "body": made.body})

    out: list[dict[str, Any]] = []
    run(ContractMiddleware(app, catalogue, report), out)
    assert [*out[0]["headers"]] == made.raw_headers
    assert [seen.classes for seen in report.observed] == [("api.Item",)]


def test_a_path_is_that_of_its_route(shop: ModuleType, catalogue: Catalogue) -> None:
    """Requests to one route are counted together, whatever routers are around it."""
    report, router = Report(), APIRouter(prefix="/v1")

    @router.get("/items/{item_id}")
    def item(item_id: int) -> Any:
        return shop.Item({"id": item_id})

    app = FastAPI()
    app.include_router(router, prefix="/api")
    app.add_middleware(ContractMiddleware, catalogue=catalogue, report=report)
    client = TestClient(app)
    for number in (7, 8):
        client.get(f"/api/v1/items/{number}")
    [(seen, times)] = report.observed.items()
    assert (seen.path, times.number) == ("/api/v1/items/{item_id}", 2)


@pytest.mark.parametrize(
    ("path", "params", "expected"),
    [
        ("/a/1/b/1", {"one": 1, "two": 1}, "/a/{one}/b/{two}"),
        ("/files/x/y.txt", {"path": "x/y.txt"}, "/files/{path}"),
        ("/1/11", {"id": 11}, "/1/{id}"),
        ("/x.json", {"name": "x"}, "/{name}.json"),
        ("/a.b", {"name": "."}, "/a.b"),
        ("/", {"name": ""}, "/"),
    ],
)
def test_parameters_take_their_places(
    path: str, params: dict[str, object], expected: str
) -> None:
    assert route_path(path, params) == expected


def test_fastapis_own_pages_are_allowed(catalogue: Catalogue) -> None:
    """The document and its pages are nobody's classes, and need no setting."""
    report = Report()
    app = FastAPI()
    app.add_middleware(ContractMiddleware, catalogue=catalogue, report=report)
    client = TestClient(app)
    for path in ("/openapi.json", "/docs", "/redoc"):
        client.get(path)
    assert [seen.path for seen, _ in report.allowed] == [
        *("/docs", "/openapi.json", "/redoc")
    ]
    assert report.undeclared == []
    client.post("/docs")
    assert [seen.status for seen, _ in report.undeclared] == [405]


def test_without_a_report_it_is_logged(
    catalogue: Catalogue, caplog: pytest.LogCaptureFixture
) -> None:
    """A middleware that reports to nobody says in the log what no class declares."""
    app = ContractMiddleware(JSONResponse({}, 418), catalogue)
    with caplog.at_level(logging.WARNING, "respgen.testing"):
        TestClient(app).get("/tea")
    [record] = caplog.records
    assert record.getMessage().startswith("GET /tea answered 418, which no class")


def test_a_page_is_written_at_shutdown(
    shop: ModuleType, catalogue: Catalogue, tmp_path: Path
) -> None:
    """A path as report is a page that is there when the application has shut down."""
    page = tmp_path / "new" / "report.html"
    app = FastAPI(
        middleware=[Middleware(ContractMiddleware, catalogue=catalogue, report=page)]
    )
    app.add_api_route("/gone", shop.Gone, response_model=None)
    with TestClient(app) as client:
        client.get("/gone")
        assert not page.exists()
    assert "<code>Gone</code>" in page.read_text()


def test_the_package_leads_to_the_schemas(
    shop: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`catalogue` is the name of the package; one that is not there is an error at once."""
    app = ContractMiddleware(shop.Gone(), shop.__name__.partition(".")[0], Report())
    assert "api.Gone" in app.catalogue.classes
    with pytest.raises(NoCatalogueError, match="no package 'nowhere'"):
        ContractMiddleware(shop.Gone(), "nowhere")


def test_websockets_and_lifespans_pass(catalogue: Catalogue) -> None:
    """What is no HTTP is the application's own business."""
    called: list[str] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        called.append(scope["type"])

    wrapped = ContractMiddleware(app, catalogue, Report())
    for kind in ("websocket", "lifespan"):
        run(wrapped, [], type=kind)
    assert called == ["websocket", "lifespan"]


def test_what_grows_when_it_is_decoded(shop: ModuleType, catalogue: Catalogue) -> None:
    """A small body that becomes a large one is not decoded to its end."""

    def bomb() -> Response:
        packed = gzip.compress(b" " * (MOST_DECODED + 1))
        made: Response = shop.Item({})
        made.body = packed
        made.headers["content-length"] = str(len(packed))
        made.headers["content-encoding"] = "gzip"
        return made

    assert asked(catalogue, bomb).classes == ("api.Item",)


def test_a_path_is_shown_in_a_line(catalogue: Catalogue) -> None:
    """Whoever asks chooses it."""
    seen = asked(catalogue, lambda: Response(status_code=404), "/%1b[31m" + "a" * 9999)
    assert seen.path.startswith("/\N{REPLACEMENT CHARACTER}[31ma")
    assert len(seen.path) == MOST_PATH


def test_paths_that_nobody_can_count() -> None:
    """Beyond a number of them they are one."""
    report = Report()
    for number in range(MOST_OBSERVED + 10):
        report.add(Observed("GET", f"/{number}", 404))
    assert len(report.observed) == MOST_OBSERVED + 1
    assert report.observed[Observed("GET", "\N{HORIZONTAL ELLIPSIS}", 404)].number == 10
    assert report.number == MOST_OBSERVED + 10
