"""The envelope {success, message}, with two params and nothing else for callers to say."""

import pytest
from case_envelope.shop import Done, Failed
from fastapi import FastAPI
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient


def sends_what_the_dict_would() -> None:
    by_hand = JSONResponse({"success": True, "message": 'Saved "Löwe" 🦁'})
    response = Done(success=True, message='Saved "Löwe" 🦁')
    assert response.body == by_hand.body
    assert response.raw_headers == by_hand.raw_headers
    assert response.status_code == 200


def leaves_out_what_is_none() -> None:
    assert Failed(message="Sold out.").body == (
        b'{"success":false,"message":"Sold out."}'
    )
    assert Failed(message="Sold out.", hint="Come back.").body == (
        b'{"success":false,"message":"Sold out.","hint":"Come back."}'
    )


def keeps_its_status() -> None:
    assert Failed(message="").status_code == 409
    with pytest.raises(ValueError, match="status_code"):
        Failed(200, message="")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # what is tried


def serves_a_route() -> None:
    app = FastAPI()

    @app.post("/items", response_class=Done)
    def add() -> Done:
        return Done(success=True, message="Added.")

    response = TestClient(app).post("/items")
    assert response.json() == {"success": True, "message": "Added."}
    assert response.headers["content-type"] == "application/json"


def names_the_param_in_messages() -> None:
    with pytest.raises(TypeError, match="^message: "):
        Done(success=True, message={1})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # what is tried
    with pytest.raises(ValueError, match="^message: "):
        Done(success=True, message="\ud800")
