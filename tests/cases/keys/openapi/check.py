"""`Class.openapi` and `Class.route` say what the schema declares."""

from typing import Any

from case_openapi.api import (
    Either,
    Envelope,
    Gone,
    ItemJSON,
    Items,
    Moved,
    NoItem,
    Old,
    Paper,
    Picture,
    SoldOut,
)
from fastapi import FastAPI


def _schema(of: dict[int | str, dict[str, Any]]) -> tuple[str, Any]:
    """The media type and the schema of the one response."""
    ((_, response),) = of.items()
    ((media_type, content),) = response["content"].items()
    return media_type, content["schema"]


def says_what_is_known_of_headers() -> None:
    headers = ItemJSON.openapi[200]["headers"]
    assert headers["X-Content-Type-Options"]["example"] == "nosniff"
    assert headers["X-Request-ID"] == {
        "description": "Quoted by support.",
        "required": True,
        "schema": {"type": "string"},
    }
    assert headers["X-State"] == {"schema": {"type": "string", "enum": ["new", "old"]}}
    assert headers["X-Left"] == {"schema": {"type": "integer"}}
    assert "GMT" in headers["X-Until"]["schema"]["pattern"]
    # an empty list sends nothing
    assert headers["X-Tags"] == {"schema": {"type": "string"}}


def says_which_cookies_are_set() -> None:
    header = ItemJSON.openapi[200]["headers"]["Set-Cookie"]
    session, seen = header["description"].split("\n")
    assert header["required"] is True
    assert session.startswith("May set or delete __Host-session: HttpOnly; Max-Age=1")
    assert seen.startswith("Sets seen: HttpOnly; Max-Age=86400;")


def writes_types_out() -> None:
    media_type, found = _schema(ItemJSON.openapi)
    assert media_type == "application/json"
    assert found["title"] == "Profile"
    _, envelope = _schema(Envelope.openapi)
    assert envelope["properties"]["data"] == found
    assert envelope["properties"]["success"] == {"type": "boolean", "const": True}
    assert envelope["required"] == ["success", "data", "links"]
    assert envelope["properties"]["message"] == {"type": "string"}


def describes_problems() -> None:
    media_type, found = _schema(NoItem.openapi)
    assert media_type == "application/problem+json"
    assert [*found["properties"]] == [
        *("type", "title", "status", "detail", "instance", "sku", "near")
    ]
    assert found["properties"]["type"]["const"] == NoItem.type
    assert found["required"] == ["type", "title", "status", "sku"]


def calls_a_problem_by_its_title() -> None:
    """A description of its own says more."""
    assert SoldOut.openapi[409]["description"] == "Nothing is left."
    assert NoItem.openapi[404]["description"] == "There is no such item."


def describes_what_is_no_json() -> None:
    media_type, found = _schema(Items.openapi)
    assert media_type == "application/x-ndjson"
    assert found["contentSchema"]["items"]["title"] == "Profile"
    assert Picture.openapi[200]["content"] == {
        "image/png": {"schema": {"type": "string", "format": "binary"}}
    }
    assert [*Either.openapi[200]["content"]] == ["image/png", "image/jpeg"]


def names_the_file_that_is_saved() -> None:
    header = Paper.openapi[200]["headers"]["Content-Disposition"]
    assert header == {"required": True, "schema": {"type": "string"}}
    assert "Content-Disposition" not in Picture.openapi[200]["headers"]


def says_how_parts_of_a_file_are_asked_for() -> None:
    assert [*Picture.openapi] == [200, 206, 400, 416]
    assert [*Picture.openapi[206]["content"]] == ["image/png", "multipart/byteranges"]
    assert "Content-Range" in Picture.openapi[206]["headers"]
    assert Picture.openapi[416]["headers"]["Content-Range"]["required"] is True


def knows_what_has_no_body() -> None:
    assert "content" not in Gone.openapi[204]
    assert "content" not in Moved.openapi[307]
    assert Moved.openapi[307]["headers"]["Location"]["required"] is True


def says_what_is_deprecated() -> None:
    assert Old.openapi[200]["description"] == "An old one.\n\nDeprecated: Use ItemJSON."
    assert _schema(Old.openapi)[1]["deprecated"] is True


def documents_a_route() -> None:
    app = FastAPI()
    app.get("/item", **ItemJSON.route)(lambda: None)
    app.get("/old", responses={**Old.openapi, **NoItem.openapi})(lambda: None)
    made = app.openapi()
    item = made["paths"]["/item"]["get"]["responses"]["200"]
    assert item["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/Profile"
    }
    assert {*made["paths"]["/old"]["get"]["responses"]} == {"200", "404"}
