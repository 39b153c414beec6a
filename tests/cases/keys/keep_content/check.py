"""The content stays readable on the instance, as it was given."""

from case_keep_content import api
from typing_extensions import assert_type


def it_is_what_was_given() -> None:
    given = {"a": 1}
    item = api.Item(given)
    assert_type(item.content, dict[str, int])
    assert item.content is given


def it_is_called_content_whatever_the_argument() -> None:
    assert api.Note("a").content == "a"


def a_child_may_let_it_go() -> None:
    assert not hasattr(api.Gone({}), "content")
