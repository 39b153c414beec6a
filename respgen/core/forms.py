"""Forms as `application/x-www-form-urlencoded` (WHATWG URL 5.2).

Goes in: a mapping, or pairs where a name appears twice. Comes out: the bytes of the body.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, cast
from urllib.parse import urlencode

from respgen.core.bodies import TypedMapping
from respgen.core.grammar import exact, too_many_digits, wrong_type

FormValue = str | int | float | Decimal
FormContent = (
    Mapping[str, FormValue | Sequence[FormValue]]
    | Sequence[tuple[str, FormValue | Sequence[FormValue]]]
    | TypedMapping
)


def form_body(content: FormContent) -> bytes:
    """The pairs in order; a list is one pair for each of its items.

    Raises ValueError for lone surrogates and ints that Python does not write, TypeError for None and what has no text.
    """
    pairs: Any = content
    try:
        if not (isinstance(content, Mapping) and is_plain_form(content)):
            pairs = form_pairs(content)
        return urlencode(pairs).encode("ascii")
    except UnicodeEncodeError:
        raise
    except ValueError:
        raise too_many_digits("content") from None


def form_pairs(content: object) -> list[tuple[str, str]]:
    """Names and values as text, a list's items each by itself."""
    return [
        (form_text(name), form_text(value))
        for name, held in form_members(content)
        for value in form_values(held)
    ]


def is_plain_form(content: Mapping[Any, Any]) -> bool:
    """Whether urlencode itself writes it as it should be."""
    return {*map(type, content)} <= {str} and {*map(type, content.values())} <= {
        str,
        int,
        float,
    }


def form_members(content: object) -> Iterable[tuple[object, object]]:
    """The names, each with what it has."""
    if isinstance(content, Mapping):
        return cast("Mapping[object, object]", content).items()
    if isinstance(content, list | tuple):
        return cast("Sequence[tuple[object, object]]", content)
    raise wrong_type("content", "a mapping or pairs", content)


def form_values(held: object) -> Iterator[object]:
    """The values of one name."""
    if isinstance(held, list | tuple):
        yield from cast("Sequence[object]", held)
    else:
        yield held


def form_text(value: object) -> str:
    """A name or a value as text."""
    text = exact(value)
    if type(text) is str:
        return text
    if type(text) in (int, float, bool, Decimal):
        return str(text)
    raise wrong_type("content", "text or a number in a form", value)
