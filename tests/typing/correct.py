"""Correct use: the type checkers find nothing, and infer what assert_type says."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Literal, assert_type

from PACKAGE.shop import (
    CacheControl,
    Challenge,
    ContentRange,
    DisplayString,
    InnerList,
    Item,
    JsonValue,
    Link,
    ServerTiming,
    StructuredMember,
    Token,
    UnsatisfiedRange,
)
from PACKAGE.shop import (
    Api,
    Bare,
    Chosen,
    Created,
    Derived,
    Enveloped,
    Fixed,
    Greeting,
    Labelled,
    Nothing,
    Numbers,
    Page,
    Raw,
    Renamed,
    TicketCookie,
    Typed,
    apply_hinted,
    apply_kept,
    apply_secure,
    delete_access_cookie,
    delete_named_cookie,
    delete_session_cookie,
    delete_tenant_cookie,
    delete_ticket_cookie,
    headers_middleware,
    read_access_cookie,
    read_basket_cookie,
    read_named_cookie,
    read_session_cookie,
    read_tokens_cookie,
    set_access_cookie,
    set_basket_cookie,
    set_named_cookie,
    set_session_cookie,
    set_tenant_cookie,
    set_ticket_cookie,
)

counts: dict[str, int] = {"a": 1}
api = Api(counts, request_id="r")
api = Api({"nested": [1, 2.5, None, {"deep": (True, "x")}]}, request_id="r")
api = Api(
    [],
    404,
    {"X-Extra": "1"},
    "application/vnd.api+json",
    None,
    request_id="r",
    etag="v1",
    x_mode="fast",
    last_modified=datetime.now(UTC),
    age=timedelta(hours=1),
    x_count=3,
    x_score=0.5,
    x_hit=True,
    allow=["GET", "PUT"],
    via=("a", "b"),
)
api = Api(None, request_id="r", age=60, etag=None)
assert_type(api.request_id, str)
assert_type(api.etag, str | None)
assert_type(api.last_modified, datetime | None)
assert_type(api.age, timedelta | int | None)
assert_type(api.x_hit, bool | None)
assert_type(api.allow, Sequence[Literal["GET", "PUT"]] | None)
assert_type(api.render({"a": 1}), bytes)
api.set_session_cookie("token")
api.set_basket_cookie({"items": [1, 2]})
api.delete_session_cookie()

parent: Api = Numbers([1, 2], request_id="r")
Renamed({"a": "b"})
Renamed(table={"a": "b"})
Page("<p>")
Raw(b"bytes")
Nothing()
Nothing(None, headers={"X-Extra": "1"})
Created({"id": 1}, location="/items/1")
Created({"id": 1}, 201, location="/items/1")
Fixed()
Fixed(201)

set_session_cookie(api, "token")
set_basket_cookie(Nothing(), {"items": []})
delete_session_cookie(Nothing())
assert_type(read_session_cookie({"session": "x"}), str | None)
set_named_cookie(api, 'a "b"')
set_named_cookie(api, "a", domain="shop.example")
delete_named_cookie(Nothing(), domain=None)
assert_type(read_named_cookie({"sid": "x"}), str | None)
basket: JsonValue = read_basket_cookie({})

api.set_access_cookie("token", client="web")
api.set_access_cookie("token", client="web", max_age=None)
api.delete_access_cookie(client="web")
set_access_cookie(api, "token", client="web", max_age=60)
delete_access_cookie(Nothing(), client="web")
assert_type(read_access_cookie({}, client="web"), str | None)
site: Literal["lax", "strict", "none"] = "none"
set_tenant_cookie(api, "a", path="/", domain="shop.example", samesite=site)
set_tenant_cookie(api, "a", path="/", secure=True, samesite=None, partitioned=True)
delete_tenant_cookie(api, path="/", domain=None, secure=False, samesite="lax")
api.set_tokens_cookie({"id": [1, None]}, client="web")
api.delete_tokens_cookie(client="web")
tokens: JsonValue = read_tokens_cookie({"tokens.web.parts": "x"}, client="web")
secrets = [b"k" * 32, b"l" * 32]
set_ticket_cookie(api, {"id": 1}, cookie_name="t", secret=secrets)
set_ticket_cookie(api, [], cookie_name="t", path="/a", httponly=False, secret="k" * 32)
api.delete_ticket_cookie(cookie_name="t", path="/a")
delete_ticket_cookie(Nothing(), cookie_name="t", path="/", httponly=False)
ticket = TicketCookie(cookie_name="t", path="/a", secret=secrets)
ticket.set(api, {"id": 1})
ticket.delete(Nothing())
held: JsonValue = ticket.read({"t": "x"})
assert_type(ticket.path, str)
assert_type(ticket.httponly, bool)

Typed(
    {},
    x_json={"a": [1, None]},
    x_media="text/plain",
    file_name="a.pdf",
    link=[Link("/", "next"), Link("/", "prev", {"title": "Back"})],
    cache_control={"max_age": timedelta(hours=1), "no_cache": ["Set-Cookie"]},
    x_string="text",
    x_token="token",
    x_integer=5,
    x_decimal=Decimal("0.5"),
    x_boolean=True,
    x_bytes=b"bytes",
    x_date=datetime.now(UTC),
    x_tokens=["a", "b"],
)
Typed({}, x_decimal=0.5)
caching: CacheControl = {"public": True, "s_maxage": 5, "immutable": False}
Typed({}, cache_control=caching)
Typed({}, link=(Link(href="/", rel="next"),))
Typed({}, x_list=["a", 1, 0.5, Decimal(1), True, b"b", datetime.now(UTC), Token("t")])
Typed({}, x_list=[DisplayString("\xe9"), Item(Token("t"), {"q": 0.5, "x": True})])
Typed(
    {}, x_list=[[1, 2], ("a", Item(1)), InnerList([1, Item(2, {"a": 1})], {"b": "c"})]
)
Typed({}, x_dict={"a": 1, "b": True, "c": Item(True, {"d": 1}), "e": ["f"]})
limits: dict[str, int] = {"a": 1}
numbers: list[int] = [1, 2]
Typed({}, x_dict=limits, x_list=numbers)
assert_type(Typed({}).x_dict, Mapping[str, StructuredMember] | None)
assert_type(Typed({}).x_decimal, Decimal | float | None)
assert_type(Typed({}).link, Sequence[Link] | None)

Enveloped([1], message="m")
Enveloped([1], 201, {"X-A": "b"}, message="m", page=2)
assert_type(Enveloped([1], message="m").page, int | None)
Bare(success=True, message=None)
Bare(202, success=False, message="m")
assert_type(Bare(success=True, message=None).message, str | None)
Greeting(name="Ann", status_code=404)

derived = Derived({}, item_id=7)
derived = Derived({}, item_id=7, page=None, headers={"Location": "/items/8"})
assert_type(derived.item_id, int)
assert_type(derived.page, str | None)
Typed({}, challenges=[Challenge("Negotiate"), Challenge("Negotiate", "YII=")])
parameters: dict[str, str] = {"realm": "shop"}
Typed({}, challenges=(Challenge("Basic", parameters),))
Typed({}, content_range=ContentRange(0, 99, 1234))
Typed({}, content_range=ContentRange(first=0, last=99, unit="items"))
Typed({}, content_range=UnsatisfiedRange(1234))
Typed({}, server_timing=[ServerTiming("db", 53.2, "Database"), ServerTiming("miss")])
Typed({}, server_timing=(ServerTiming("db", duration=timedelta(milliseconds=5)),))
assert_type(Typed({}).server_timing, Sequence[ServerTiming] | None)
digests: dict[str, bytes] = {"sha-256": bytes(32)}
Typed({}, content_digest=digests)
assert_type(Typed({}).challenges, Sequence[Challenge] | None)
assert_type(Typed({}).content_range, ContentRange | UnsatisfiedRange | None)
assert_type(Typed({}).content_digest, Mapping[str, bytes] | None)
Chosen(b"", media_type="image/jpeg")
assert_type(Chosen(b"").content, bytes)
Labelled(b"", media_type="image/png")

# what is declared, on a response that was made elsewhere
made = Nothing()
Api.apply(made, request_id="r", etag="v1", x_mode="fast", age=timedelta(1))
Api.apply(made, request_id="r")
Created.apply(made, location="/")
Derived.apply(made, item_id=1)
Enveloped.apply(made)
Typed.apply(made, challenges=[Challenge("Basic")], x_token="a")
Numbers.apply(made, request_id="r")
Page.apply(made)
apply_secure(made)
apply_kept(made, max_age=timedelta(1))
apply_hinted(made, address="/help")
headers_middleware("secure")
headers_middleware("secure", methods=("GET", "HEAD"), below=500, exclude=["/docs"])
headers_middleware("kept", max_age=60)

# what is assigned afterwards is sent
again = Api({}, request_id="r")
again.request_id = "s"
again.etag = None
assert_type(Api({}, request_id="r").request_id, str)
assert_type(Api({}, request_id="r").age, timedelta | int | None)
Numbers([1], request_id="r").x_count = 3
