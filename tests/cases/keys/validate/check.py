"""A function of the project's own looks at the content before it is rendered."""

import pytest
from case_validate import api


def what_passes_is_rendered() -> None:
    assert api.Hal({"_links": {}}).body == b'{"_links":{}}'


def what_it_raises_is_not_changed() -> None:
    for made in (api.Hal, api.Loose):
        with pytest.raises(LookupError, match="no _links"):
            made({})


def it_comes_before_everything() -> None:
    """Nothing of the response is made, so nothing else is complained about."""
    with pytest.raises(LookupError):
        api.Hal({}, 700)


def a_child_inherits_it() -> None:
    page = api.Page({"_links": {}})
    assert page.content == {"_links": {}}
    with pytest.raises(LookupError):
        api.Page({})
