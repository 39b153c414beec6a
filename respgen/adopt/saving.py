"""What a response is saved as: of a file its name and disposition, of others Content-Disposition.

Goes in: what several messages say of it. Comes out: what a class says in their place; numbers in a name
are its params. What nothing escapes has no class.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol

from respgen.adopt.alike import Vague
from respgen.adopt.names import camel
from respgen.adopt.templates import escaped
from respgen.adopt.text import Node
from respgen.audit.dispositions import is_escaped
from respgen.audit.origins import Origins
from respgen.sending.kinds import DISPOSITIONS, is_plain
from respgen.sending.sent import NOTHING, Given, Sent
from respgen.sending.values import file_name
from respgen.source.program.values import (
    Attribute,
    Joined,
    Known,
    Parameter,
    Value,
    text,
)

HEADER = "content-disposition"
_FILE_NAME = re.compile(r'filename="?([^";]+)', re.IGNORECASE)
Counts = Callable[[Value], bool]
"""Whether a value is a number, and no bool."""


class Numbers(Protocol):
    """Takes the numbers of a name as params."""

    def number(self, name: str) -> str:
        """What the param of a number is called."""
        ...


def check_saved(origins: Origins, message: Sent) -> None:
    """Raises Vague for names that nothing escapes, or that no class writes alike."""
    header = message.fields.get(HEADER)
    if header and not is_escaped(origins, header.value):
        raise Vague("nothing escapes the file name in its Content-Disposition")
    name = _name(message)
    if name == NOTHING:
        return
    if not is_plain(name.value):
        raise Vague(
            "its file name may have more than letters and digits, which a class writes otherwise"
        )
    if message.others["content_disposition_type"].value not in DISPOSITIONS:
        raise Vague("its disposition is not known")


def _name(message: Sent) -> Given:
    """The name of a file."""
    return message.others.get("filename", NOTHING)


def is_saved(message: Sent) -> bool:
    """Whether browsers save it, as far as it says so."""
    if HEADER in message.fields:
        said = message.fields[HEADER].value
        first = text(_pieces(said)[0])
        return not (first or "").lower().startswith("inline")
    kind = message.others.get("content_disposition_type", NOTHING)
    return _name(message) != NOTHING and kind.value != Known("inline")


def mark(counts: Counts, message: Sent) -> object:
    """What has to be the same where a class has a name of its own for it."""
    header = message.fields.get(HEADER, NOTHING)
    kind = message.others.get("content_disposition_type")
    return _frame(counts, header.value), _frame(counts, _name(message).value), kind


def stem(messages: Sequence[Sent]) -> str:
    """What all files are called, where that is known: `Books` of `books.csv`."""
    found = {_stem(each) for each in messages}
    return found.pop() if len(found) == 1 else ""


def _stem(message: Sent) -> str:
    header = text(message.fields.get(HEADER, NOTHING).value) or ""
    stated = _FILE_NAME.search(header)
    name = stated[1] if stated else text(_name(message).value) or ""
    return camel(name.partition(".")[0])


def saved(
    counts: Counts, messages: Sequence[Sent], numbers: Numbers
) -> dict[str, Node]:
    """The keys of files that are saved alike."""
    named = [each for each in messages if _name(each) != NOTHING]
    kinds = {text(e.others["content_disposition_type"].value) for e in named}
    keys: dict[str, Node] = {"disposition": "inline"} if kinds == {"inline"} else {}
    if named and len(named) == len(messages):
        name = pattern(counts, [_name(each).value for each in named], numbers)
        keys |= {"filename": name} if name else {}
    return keys


def pattern(counts: Counts, values: Sequence[Value], numbers: Numbers) -> str:
    """The template of texts that are alike but for numbers; empty where there is none."""
    frames = {_frame(counts, each) for each in values}
    if len(frames) != 1 or None in frames:
        return ""
    return "".join(_piece(each, numbers) for each in _pieces(values[0]))


def are_names(values: Sequence[Value]) -> bool:
    """Whether all say no more than a name to save under."""
    return all(file_name(Given(each)) for each in values)


def _frame(counts: Counts, value: Value) -> tuple[str | None, ...] | None:
    """The texts around numbers, which are None; None of what has other parts."""
    pieces = _pieces(value)
    known = all(text(each) is not None or counts(each) for each in pieces)
    return tuple(map(text, pieces)) if known else None


def _pieces(value: Value) -> tuple[Value, ...]:
    return value.parts if isinstance(value, Joined) else (value,)


def _piece(value: Value, numbers: Numbers) -> str:
    known = text(value)
    if known is not None:
        return escaped(known)
    match value:
        case Parameter(name=name) | Attribute(name=name):
            return f"{{{numbers.number(name)}}}"
    return f"{{{numbers.number('number')}}}"
