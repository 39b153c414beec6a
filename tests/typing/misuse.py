"""Misuse: every line marked so is an error for each type checker, and no other line is."""

from datetime import datetime

from PACKAGE.shop import (
    Challenge,
    ContentRange,
    InnerList,
    Item,
    Link,
    ServerTiming,
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
    delete_named_cookie,
    delete_tenant_cookie,
    delete_ticket_cookie,
    headers_middleware,
    read_access_cookie,
    read_tokens_cookie,
    set_access_cookie,
    set_basket_cookie,
    read_named_cookie,
    set_named_cookie,
    set_session_cookie,
    set_tenant_cookie,
    set_ticket_cookie,
)

api = Api({}, request_id="r")

# wrong content type
Api(object(), request_id="r")  # error
Api({"at": datetime.now()}, request_id="r")  # error
Api({1, 2}, request_id="r")  # error
Api({1: "a"}, request_id="r")  # error
Numbers(["a"], request_id="r")  # error
Renamed({"a": 1})  # error
Renamed(content={"a": "b"})  # error
Page(7)  # error
Raw("text")  # error
Fixed({"a": 1})  # error

# bodies that the schema writes
Enveloped(["a"], message="m")  # error
Enveloped([1])  # error
Enveloped(message="m")  # error
Enveloped([1], message=None)  # error
Enveloped([1], message="m", pages=2)  # error
Bare({"success": True, "message": "m"})  # error
Bare(success=1, message="m")  # error
Bare(success=True)  # error
Bare(200, True, "m")  # error
Greeting("Ann")  # error
Greeting(name=b"Ann")  # error

# missing required header
Api({})  # error
Created({})  # error

# wrong header type
Api({}, request_id=7)  # error
Api({}, request_id=None)  # error
Api({}, request_id="r", etag=b"v1")  # error
Api({}, request_id="r", last_modified="yesterday")  # error
Api({}, request_id="r", age=1.5)  # error
Api({}, request_id="r", x_count="3")  # error
Api({}, request_id="r", x_score="0.5")  # error
Api({}, request_id="r", x_hit="true")  # error
Api({}, request_id="r", via=[1])  # error
Created({}, location=None)  # error

# structured fields, links, directives
Typed({}, x_json={"at": datetime.now()})  # error
Typed({}, x_media=7)  # error
Typed({}, file_name=b"a.pdf")  # error
Typed({}, link=["</>; rel=next"])  # error
Typed({}, link=Link("/", "next"))  # error
Typed({}, link=[Link("/")])  # error
Typed({}, link=[Link("/", "next", {"width": 5})])  # error
Typed({}, cache_control="no-store")  # error
Typed({}, cache_control={"maxage": 5})  # error
Typed({}, cache_control={"max_age": "1h"})  # error
Typed({}, cache_control={"no_store": 1})  # error
Typed({}, x_string=Token("a"))  # error
Typed({}, x_token=b"a")  # error
Typed({}, x_integer=1.5)  # error
Typed({}, x_decimal="1.5")  # error
Typed({}, x_boolean=1)  # error
Typed({}, x_bytes="bytes")  # error
Typed({}, x_date=1709631000)  # error
Typed({}, x_list={"a": 1})  # error
Typed({}, x_list=[None])  # error
Typed({}, x_list=[[[1]]])  # error
Typed({}, x_list=[Item([1], {})])  # error
Typed({}, x_list=[Item(1, {"q": [1]})])  # error
Typed({}, x_list=[InnerList([InnerList([], {})], {})])  # error
Typed({}, x_dict=[("a", 1)])  # error
Typed({}, x_dict={1: "a"})  # error
Typed({}, x_dict={"a": {"b": 1}})  # error
Token(1)  # error

# challenges, ranges, digests
Typed({}, challenges='Basic realm="shop"')  # error
Typed({}, challenges=["Basic"])  # error
Typed({}, challenges=Challenge("Basic"))  # error
Typed({}, challenges=[Challenge()])  # error
Typed({}, challenges=[Challenge("Basic", {"realm": 5})])  # error
Typed({}, challenges=[Challenge("Basic", realm="shop")])  # error
Typed({}, content_range="bytes 0-99/1234")  # error
Typed({}, content_range=(0, 99, 1234))  # error
Typed({}, content_range=ContentRange(0))  # error
Typed({}, content_range=ContentRange("0", "99", "1234"))  # error
Typed({}, content_range=UnsatisfiedRange(None))  # error
Typed({}, server_timing="db;dur=53.2")  # error
Typed({}, server_timing={"db": 53.2})  # error
Typed({}, server_timing=[("db", 53.2)])  # error
Typed({}, server_timing=ServerTiming("db"))  # error
Typed({}, server_timing=[ServerTiming("db", "53.2")])  # error
Typed({}, server_timing=[ServerTiming("db", 53.2, 5)])  # error
Typed({}, content_digest={"sha-256": "aGk="})  # error
Typed({}, content_digest=b"aGk=")  # error
Typed({}, content_digest=[("sha-256", b"")])  # error

# misspelt parameter
Api({}, requestid="r", request_id="r")  # error
Api({}, request_id="r", e_tag="v1")  # error

# unknown cookie method, wrong cookie value
api.set_sesion_cookie("x")  # error
api.delete_locale_cookie()  # error
api.set_session_cookie(7)  # error
api.set_session_cookie()  # error
set_session_cookie(api, b"x")  # error
set_session_cookie("x", "y")  # error
set_named_cookie(api, {"a": 1})  # error
set_named_cookie(api, "a", key="sid")  # error
delete_named_cookie(api)  # error
read_named_cookie({}, domain=None)  # error
set_basket_cookie(api, {1, 2})  # error

# what callers give of a cookie by keyword
set_access_cookie(api, "x")  # error
set_access_cookie(api, "x", "web")  # error
set_access_cookie(api, "x", client=7)  # error
set_access_cookie(api, "x", client="web", max_age="14d")  # error
set_access_cookie(api, "x", client="web", path="/")  # error
api.set_access_cookie("x")  # error
api.set_access_cookie("x", client=None)  # error
api.delete_access_cookie()  # error
api.delete_access_cookie(client="web", max_age=60)  # error
read_access_cookie({})  # error
read_access_cookie({}, "web")  # error
delete_tenant_cookie(api, path="/")  # error
delete_ticket_cookie(api, cookie_name="t")  # error
delete_ticket_cookie(api, cookie_name="t", path="/", secret="x")  # error
set_ticket_cookie(api, 1, cookie_name="t")  # error
set_ticket_cookie(api, 1, cookie_name="t", secret=7)  # error
set_ticket_cookie(api, 1, cookie_name="t", secret="x", httponly="no")  # error
TicketCookie(cookie_name="t")  # error
TicketCookie("t", secret="x")  # error
TicketCookie(cookie_name="t", secret="x").set("x", 1)  # error
TicketCookie(cookie_name="t", secret="x").read()  # error
TicketCookie(cookie_name="t", secret="x").path = "/"  # error
set_tenant_cookie(api, "x")  # error
set_tenant_cookie(api, "x", path=None)  # error
set_tenant_cookie(api, "x", path="/", domain=7)  # error
set_tenant_cookie(api, "x", path="/", secure="yes")  # error
set_tenant_cookie(api, "x", path="/", samesite="Lax")  # error
set_tenant_cookie(api, "x", path="/", partitioned=None)  # error
delete_tenant_cookie(api)  # error
api.delete_tenant_cookie(path="/", max_age=0)  # error
api.set_tokens_cookie({1, 2}, client="web")  # error
text: str | None = read_tokens_cookie({}, client="web")  # error

# bad enum value
Api({}, request_id="r", x_mode="medium")  # error
Api({}, request_id="r", allow=["POST"])  # error

# content on an empty response
Nothing({"a": 1})  # error
Nothing("text")  # error

# status that is locked
Created({}, 200, location="/")  # error
Created({}, status_code=202, location="/")  # error

# the reference's own parameters
Api({}, "200", request_id="r")  # error
Api({}, request_id="r", headers={"X-Extra": 1})  # error
Api({}, request_id="r", media_type=7)  # error
Api({}, request_id="r", background="later")  # error
Api({}, 200, {}, None, None, "r")  # error

# params of templates
Derived({})  # error
Derived({}, item_id="7")  # error
Derived({}, item_id=None)  # error
Derived({}, item_id=7, page=1)  # error
Derived({}, item_id=7, location="/items/7")  # error

# media types that callers choose
Chosen(b"", media_type="image/gif")  # error
Chosen(b"", media_type=None)  # error
Labelled(b"")  # error
Labelled(b"", 200, None, "image/png")  # error
Labelled(b"", media_type="image/gif")  # error

# what is declared, on a response that was made elsewhere
Api.apply(api)  # error
Api.apply(request_id="r")  # error
Api.apply(api, request_id=7)  # error
Api.apply(api, request_id="r", x_mode="middling")  # error
Api.apply(api, request_id="r", location="/")  # error
Api.apply("response", request_id="r")  # error
Created.apply(api)  # error
Derived.apply(api)  # error
Derived.apply(api, item_id="1")  # error
Enveloped.apply(api, message="m")  # error
Typed.apply(api, x_token=1)  # error
Numbers.apply(api)  # error
apply_secure()  # error
apply_secure("x")  # error
apply_kept(api)  # error
apply_kept(api, max_age="1h")  # error
apply_hinted(api)  # error
headers_middleware("secured")  # error
headers_middleware("secure", max_age=60)  # error
headers_middleware("secure", below="500")  # error
headers_middleware("secure", methods=[1])  # error
headers_middleware("kept")  # error
headers_middleware("kept", max_age="1h")  # error

# what is assigned afterwards
api.request_id = 7  # error
api.request_id = None  # error
api.etag = b"v1"  # error
api.x_mode = "middling"  # error
api.tag = "v1"  # error
