"""HAL and Siren: documents that a function of the project checks before they are rendered."""

import pytest
from case_checked_documents import api


def good_ones_are_rendered() -> None:
    hal = api.HALResponse({"_links": {"self": {"href": "/a"}}})
    assert hal.headers["content-type"] == "application/hal+json"
    assert api.SirenResponse({"class": ["order"]}).body == b'{"class":["order"]}'


def what_the_check_raises_reaches_the_caller() -> None:
    with pytest.raises(LookupError, match="no _links"):
        api.HALResponse({"total": 1})
    with pytest.raises(TypeError, match="class is a list of words"):
        api.SirenResponse({"class": "order"})
