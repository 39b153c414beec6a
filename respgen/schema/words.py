"""Values that may be written in more than one form: told apart by their shape, never by trial.

Trying one form after the other would report a mistake once for each; a tag names the one meant.
Tags stand in angle brackets, so that no sane key is taken for one in an error's place.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from pydantic import Discriminator, Tag

TEXT: Final = Tag("<text>")
WHOLE: Final = Tag("<whole>")
NUMBER: Final = Tag("<number>")
TRUTH: Final = Tag("<truth>")
NULL: Final = Tag("<null>")
LIST: Final = Tag("<list>")
MAPPING: Final = Tag("<mapping>")
REMOVAL: Final = Tag("<removal>")
CONSTANT: Final = Tag("<constant>")
TYPED: Final = Tag("<typed>")
PARAMETER: Final = Tag("<parameter>")
SOURCE: Final = Tag("<source>")
TEMPLATE: Final = Tag("<template>")
COMPUTED: Final = Tag("<computed>")

WRONG_FORM: Final = "wrong_form"
"""The type of the pydantic error where a value has none of the forms."""
HEADER_FORMS: Final = "text, a whole number, a mapping or null"
HEADER_KEYS: Final = frozenset(
    {
        "type",
        "required",
        "default",
        "as",
        "policy",
        "description",
        "value",
        "values",
        "remove",
        "from",
        "template",
        "of",
    }
)
"""What the mapping of a header may say, whichever header it is."""
OF_PARAMETERS: Final = frozenset({"default"})
"""Of these, those that a field's own form has, too: alone they say nothing of a parameter."""


def form(value: object) -> str:
    """The tag of a plain value."""
    for kind, tag in _FORMS:
        if isinstance(value, kind):
            return tag.tag
    return NULL.tag


# bool before int: in Python a truth value is one
_FORMS = (
    (str, TEXT),
    (bool, TRUTH),
    (int, WHOLE),
    (float, NUMBER),
    (dict, MAPPING),
    (list, LIST),
)


def header_form(value: object) -> str:
    """The tag of a header's value: what a mapping means its keys tell."""
    if not isinstance(value, dict) or not value.keys() & HEADER_KEYS - OF_PARAMETERS:
        return form(value)
    if "value" in value and "remove" not in value:
        return (TYPED if "type" in value else CONSTANT).tag
    return next((tag for key, tag in _FORMS_BY_KEY if key in value), PARAMETER).tag


_FORMS_BY_KEY = (
    ("remove", REMOVAL),
    ("from", SOURCE),
    ("template", TEMPLATE),
    ("of", COMPUTED),
)


def one_of(expected: str) -> Discriminator:
    """Tells plain forms apart; `expected` names them in the message."""
    return _discriminator(form, expected)


def header_value() -> Discriminator:
    return _discriminator(header_form, HEADER_FORMS)


def _discriminator(tag: Callable[[object], str], expected: str) -> Discriminator:
    # the message is all that travels: a context would make the annotation unhashable
    return Discriminator(
        tag, custom_error_type=WRONG_FORM, custom_error_message=expected
    )
