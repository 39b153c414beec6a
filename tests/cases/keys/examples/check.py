"""What documents show of a body, the class has rendered."""

from typing import Any

from case_examples.api import Late, Names, Note, Refused
from fastapi import FastAPI


def _examples(of: dict[str, Any], media_type: str = "application/json") -> Any:
    return of["content"][media_type]["examples"]


def shows_what_is_sent() -> None:
    shown = _examples(Refused.openapi[400])
    known = Refused(code="REGISTER_USER_ALREADY_EXISTS")
    assert known.body == b'{"code":"REGISTER_USER_ALREADY_EXISTS"}'
    assert shown["known"] == {
        "summary": "The address is known.",
        "value": {"code": "REGISTER_USER_ALREADY_EXISTS"},
    }
    assert shown["weak"] == {
        "summary": "The password is weak.",
        "description": "Longer ones are better.",
        "value": {"code": "REGISTER_INVALID_PASSWORD", "again": True},
    }


def shows_content_and_text() -> None:
    assert _examples(Names.openapi[200])["two"] == {"value": ["a", "b"]}
    shown = _examples(Note.openapi[200], "text/plain")
    assert shown == {"ada": {"value": "Hello, Ada."}}


def stands_under_its_status() -> None:
    for status, name in {409: "just", 410: "long"}.items():
        shown = _examples(Late.openapi[status], "application/problem+json")
        assert [*shown] == [name]
        assert shown[name]["value"]["status"] == status


def comes_with_the_component_of_a_route() -> None:
    app = FastAPI()
    app.get("/", **Refused.route)(lambda: None)
    made = app.openapi()["paths"]["/"]["get"]["responses"]["400"]
    content = made["content"]["application/json"]
    assert content["schema"] == {"$ref": "#/components/schemas/Refused"}
    assert [*content["examples"]] == ["known", "weak"]
