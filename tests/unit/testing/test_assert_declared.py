"""assert_declared: what it lets pass, and what it says of the rest."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import httpx
import pytest
from starlette.responses import FileResponse, JSONResponse, Response

from respgen.testing import UndeclaredError, assert_declared

Made = Callable[[ModuleType], Any]


def problem(**members: object) -> JSONResponse:
    """A problem as somebody writes it by hand."""
    document = {
        "type": "https://shop.example/problems/out-of-credit",
        "title": "You do not have enough credit.",
        "status": 403,
        "detail": "Your balance is 3.",
        "balance": 3,
    }
    kept = {name: v for name, v in (document | members).items() if v is not None}
    return JSONResponse(kept, 403, media_type="application/problem+json")


def created(shop: ModuleType, **changes: str | None) -> Response:
    """What Created sends, but for some fields."""
    made = shop.Created({"id": 7}, location="/items/7", etag="v1")
    for name, value in changes.items():
        field = name.replace("_", "-")
        del made.headers[field]
        if value is not None:
            made.headers[field] = value
    sent: Response = made
    return sent


def cookie(shop: ModuleType, line: str) -> Response:
    made = shop.Item({})
    made.headers.append("set-cookie", line)
    sent: Response = made
    return sent


FINE: dict[str, tuple[str, Made]] = {
    "as it is made": ("Created", created),
    "without what is optional": ("Item", lambda shop: shop.Item({"id": 1})),
    "with fields that nobody declares": (
        "Item",
        lambda shop: shop.Item({}, headers={"X-Trace": "1"}),
    ),
    "with members that others add": (
        "Item",
        lambda shop: shop.Item({}, headers={"Vary": "Origin"}),
    ),
    "another status, left to callers": ("Item", lambda shop: shop.Item({}, 202)),
    "no body": ("Gone", lambda shop: shop.Gone()),
    "a body template": ("Envelope", lambda shop: shop.Envelope([1], message="it")),
    "a stream": ("Feed", lambda shop: shop.Feed([{"n": 1}])),
    "a redirect": ("Moved", lambda shop: shop.Moved(item_id=7)),
    "a problem": ("OutOfCredit", lambda shop: shop.OutOfCredit(balance=3)),
    "a problem by hand": ("OutOfCredit", lambda shop: problem()),
    "one of several statuses": ("Failure", lambda shop: shop.Failure(status_code=404)),
    "a cookie": ("Item", lambda shop: with_cookie(shop, "set_session_cookie", "s3")),
    "its deletion": ("Item", lambda shop: with_cookie(shop, "delete_session_cookie")),
    "the framework's deletion": ("Item", lambda shop: deleted(shop.Item({}))),
    "a cookie whose name is read": ("Renamed", lambda shop: shop.Renamed()),
    "a cookie of the preset's name": (
        "Renamed",
        lambda shop: twice(shop.Renamed(), "set-cookie", "renamed=1; Max-Age=5"),
    ),
    "a cookie in quotes": ("Item", lambda shop: cookie(shop, rf'note="\351"; {NOTE}')),
    "a cookie that needs none": ("Item", lambda shop: cookie(shop, f"note=a; {NOTE}")),
}
NOTE = "HttpOnly; Path=/; SameSite=lax; Secure"


def deleted(response: Response) -> Response:
    response.delete_cookie("__Host-session", secure=True, httponly=True)
    return response


def with_cookie(shop: ModuleType, method: str, *values: str) -> Response:
    made = shop.Item({})
    getattr(made, method)(*values)
    sent: Response = made
    return sent


@pytest.mark.parametrize(("name", "made"), FINE.values(), ids=FINE)
def test_what_a_class_sends_is_declared(
    shop: ModuleType, name: str, made: Made
) -> None:
    """A response of a class is what that class declares."""
    assert_declared(made(shop), getattr(shop, name))


WRONG: dict[str, tuple[str, Made, str]] = {
    "another status": (
        "Created",
        lambda shop: shop.Item({}, headers={"Location": "/"}),
        "status declared 201 sent 200",
    ),
    "another class of status": (
        "Item",
        lambda shop: shop.Item({}, 404),
        "status declared 200 sent 404",
    ),
    "another media type": (
        "Item",
        lambda shop: created(shop, content_type="text/plain"),
        "content-type declared application/json sent text/plain",
    ),
    "a missing header": (
        "Created",
        lambda shop: created(shop, location=None),
        "location declared a URL sent nothing",
    ),
    "another constant": (
        "Created",
        lambda shop: created(shop, cache_control="private"),
        "cache-control declared no-store sent private",
    ),
    "a missing member": (
        "Created",
        lambda shop: created(shop, vary="Origin"),
        "vary declared Accept sent Origin",
    ),
    "a malformed value": (
        "Created",
        lambda shop: created(shop, etag="v1"),
        "etag declared a strong entity tag sent v1",
    ),
    "a header twice": (
        "Created",
        lambda shop: twice(created(shop), "cache-control", "private"),
        "cache-control declared one line sent 2: no-store and private",
    ),
    "a body of another type": (
        "Item",
        lambda shop: shop.Item({"id": None}),
        "body /id declared integer or string sent null",
    ),
    "no JSON": (
        "Item",
        lambda shop: Response("{", headers=dict(shop.Item({}).headers)),
        "body declared a JSON document sent none",
    ),
    "a body where there is none": (
        "Gone",
        lambda shop: Response("x", 204),
        "body declared nothing sent 1 bytes",
    ),
    "a body where there is nothing to say": (
        "Moved",
        lambda shop: Response("x", 303, headers={"Location": "/items/7"}),
        "body declared nothing sent 1 bytes",
    ),
    "another constant of a body": (
        "Envelope",
        lambda shop: JSONResponse({"success": 1, "message": "Saved it", "data": []}),
        "body /success declared true sent 1",
    ),
    "another text of a body": (
        "Envelope",
        lambda shop: JSONResponse({"success": True, "message": "No", "data": []}),
        'body /message declared "Saved {message}" sent "No"',
    ),
    "a member too many": (
        "OutOfCredit",
        lambda shop: problem(cost=1),
        "body /cost declared nothing sent 1",
    ),
    "a member too few": (
        "OutOfCredit",
        lambda shop: problem(balance=None),
        "body /balance declared integer sent nothing",
    ),
    "another problem": (
        "OutOfCredit",
        lambda shop: problem(type="about:blank"),
        'body /type declared "https://shop.example/problems/out-of-credit" sent "about:blank"',
    ),
    "a redirect to elsewhere": (
        "Moved",
        lambda shop: Response(None, 303, headers={"Location": "/orders/7"}),
        "location declared /items/{item_id} sent /orders/7",
    ),
    "a redirect to what its place cannot name": (
        "Moved",
        lambda shop: Response(None, 303, headers={"Location": "/items/7/../orders"}),
        "location declared /items/{item_id} sent /items/7/../orders",
    ),
    "JSON that is not in UTF-8": (
        "Item",
        lambda shop: encoded(shop.Item({"id": 1}), "utf-16"),
        "body declared a JSON document sent none",
    ),
    "a byte order mark": (
        "Item",
        lambda shop: encoded(shop.Item({"id": 1}), "utf-8-sig"),
        "body declared a JSON document sent none",
    ),
    "a body of what has not changed": (
        "Item",
        lambda shop: validated(shop.Item({"id": 1}, etag="v1")),
        "body declared nothing sent 8 bytes",
    ),
    "a name that a terminal obeys": (
        "Envelope",
        lambda shop: JSONResponse(
            {"success": True, "message": "Saved it", "data": [], "\x9b31m": 1}
        ),
        "body /\N{REPLACEMENT CHARACTER}31m declared nothing sent 1",
    ),
    "a cookie without an attribute": (
        "Item",
        lambda shop: cookie(
            shop,
            "__Host-session=x; HttpOnly; Max-Age=3600; Path=/; SameSite=lax",
        ),
        "cookie __Host-session Secure declared set sent nothing",
    ),
    "a deletion on another path": (
        "Item",
        lambda shop: cookie(
            shop,
            "__Host-session=; Max-Age=0; HttpOnly; Path=/a; SameSite=lax; Secure",
        ),
        "cookie __Host-session Path declared / sent /a",
    ),
    "a cookie without its quotes": (
        "Item",
        lambda shop: cookie(shop, f"note=a b; {NOTE}"),
        "cookie note value declared quoted text sent another form",
    ),
    "a cookie in quotes that it needs not": (
        "Item",
        lambda shop: cookie(shop, f'note="a"; {NOTE}'),
        "cookie note value declared quoted text sent another form",
    ),
    "a cookie that cannot be in quotes": (
        "Item",
        lambda shop: cookie(shop, f'note="\xe9"; {NOTE}'),
        "cookie note value declared quoted text sent another form",
    ),
    "a cookie that the class does not list": (
        "Gone",
        lambda shop: twice(
            Response(None, 204),
            "set-cookie",
            "__Host-session=x; HttpOnly; Max-Age=1; Path=/; SameSite=lax; Secure",
        ),
        "cookie __Host-session Max-Age declared 3600 sent 1",
    ),
}


def encoded(response: Response, charset: str) -> Response:
    """A response whose text has another encoding."""
    response.body = bytes(response.body).decode().encode(charset)
    return response


def validated(response: Response) -> Response:
    """A response that says of its body that the client has it already."""
    response.status_code = 304
    return response


def twice(response: Response, name: str, value: str) -> Response:
    response.headers.append(name, value)
    return response


@pytest.mark.parametrize(("name", "made", "said"), WRONG.values(), ids=WRONG)
def test_a_difference_is_shown(
    shop: ModuleType, name: str, made: Made, said: str
) -> None:
    """What differs is shown field by field, and nothing else is."""
    with pytest.raises(UndeclaredError) as raised:
        assert_declared(made(shop), getattr(shop, name))
    head, *lines = str(raised.value).splitlines()
    assert head == f"the response is not what api.{name} declares"
    assert [" ".join(line.split()) for line in lines] == [said]


def test_a_cookies_value_is_shown_to_nobody(shop: ModuleType) -> None:
    """Values of cookies are secrets, whatever else is wrong."""
    with pytest.raises(UndeclaredError) as raised:
        assert_declared(cookie(shop, "__Host-session=s3cret; Path=/"), shop.Item)
    assert "s3cret" not in str(raised.value)


def test_any_of_several_classes_will_do(shop: ModuleType) -> None:
    """A response may be of any of the classes; of none, what the nearest declares is shown."""
    assert_declared(shop.Gone(), shop.Item, shop.Gone)
    with pytest.raises(UndeclaredError, match=r"none of 2 .* api\.Gone is nearest"):
        assert_declared(Response(None, 404), shop.Created, shop.Gone)


def test_errors_and_subclasses_are_the_class(shop: ModuleType) -> None:
    """The Error of a problem and a class written below a generated one declare what that does."""
    below = type("Below", (shop.Item,), {})
    assert_declared(shop.Item({}), below)
    assert_declared(shop.OutOfCredit(balance=3), shop.OutOfCredit.Error)


def test_what_answers_all_errors_has_their_statuses(shop: ModuleType) -> None:
    """The problem that `errors: http:` names answers other statuses as about:blank."""
    document = {"type": "about:blank", "title": "I'm a teapot", "status": 418}
    teapot = JSONResponse(document, 418, media_type="application/problem+json")
    assert_declared(teapot, shop.Failure)


def test_octets_are_not_guessed_at(shop: ModuleType) -> None:
    """A value beyond ASCII is compared as the octets that were sent, whatever a client makes of them."""
    fields = [*shop.Item({}).raw_headers, (b"etag", '"\xc3\xa9"'.encode("latin-1"))]
    assert_declared(httpx.Response(200, headers=fields, content=b"{}"), shop.Item)


def test_a_bad_range_is_of_a_file_where_one_was_asked_for(shop: ModuleType) -> None:
    """Any other 400 of plain text, such as that of a CORS preflight, is nobody's."""

    def refused(**headers: str) -> httpx.Response:
        asked = httpx.Request("GET", "https://shop.example/paper", headers=headers)
        return httpx.Response(400, text="Malformed range header.", request=asked)

    assert_declared(refused(Range="bytes=x"), shop.Paper)
    with pytest.raises(UndeclaredError, match=r"status +declared 200 +sent 400"):
        assert_declared(refused(), shop.Paper)


def test_a_file_with_a_name_has_it_in_a_header(shop: ModuleType) -> None:
    """A file that somebody else sends is not the one of the class."""
    assert_declared(shop.Paper(__file__), shop.Paper)
    with pytest.raises(UndeclaredError, match=r"content-disposition .*sent nothing"):
        assert_declared(
            FileResponse(__file__, media_type="application/pdf"), shop.Paper
        )


def test_no_response_and_no_class_are_type_errors(shop: ModuleType) -> None:
    """What is no response, and what is no generated class, is said by name."""
    with pytest.raises(TypeError, match="got str"):
        assert_declared("no response", shop.Item)
    with pytest.raises(TypeError, match="JSONResponse is no class"):
        assert_declared(shop.Item({}), JSONResponse)
