"""Addresses as objects: the reference's URL, which `request.url_for` returns.

Goes in: a URL as text or as such an object, with the field's name for messages. Comes
out: its text.
"""

from typing import Protocol, cast
from urllib.parse import SplitResult

from respgen.core.grammar import typed_text


class Address(Protocol):
    """The reference's URL: `str` gives its text."""

    @property
    def components(self) -> SplitResult: ...


def is_address(value: object) -> bool:
    """Whether it is such an object: a model may have components, too, which are no URL's."""
    if type(getattr(type(value), "components", None)) is not property:
        return False
    return type(cast("Address", value).components) is SplitResult


def address_text(name: str, value: object) -> str:
    """The text of a URL, exactly a str. Raises TypeError for what is no URL."""
    if type(value) is str:
        return value
    return typed_text(name, str(value) if is_address(value) else value)
