"""What help lines name does work: a pydantic model and dataclasses become JSON by `default`."""

from case_render_json_classes.api import ParcelsJSON, ProfileJSON
from tests.support.acme import Parcel, Profile


def test_model() -> None:
    """pydantic's own function makes a dict of a model."""
    assert ProfileJSON(Profile(name="Ada")).body == b'{"name":"Ada","nickname":null}'


def test_dataclasses() -> None:
    """So does that of dataclasses."""
    body = ParcelsJSON([Parcel(7, ("a",)), Parcel(8)]).body
    assert body == b'[{"number":7,"tags":["a"]},{"number":8,"tags":[]}]'
