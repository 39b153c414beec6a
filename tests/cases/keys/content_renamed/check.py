"""The first parameter bears the author's name, and stays the first."""

from case_content_renamed.api import Users


def has_the_name() -> None:
    assert Users(users=[]).body == Users([]).body == b"[]"
