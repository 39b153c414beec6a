"""Reads JSON that is the value of a field, NEL's and Report-To's, and what its author meant.

Goes in: the text, or the members of an object. Comes out: the value; or the members with the names that
they are known by.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from respgen.core.cookies import refuse_constant
from respgen.core.durations import parse_duration
from respgen.decoder.respelt import meant_word
from respgen.located import Plain

# a text in quotes, or a mark that JSON does not have: a comma before a bracket
_PIECES = r'"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])'


def parsed(text: str) -> Plain:
    """The value. Raises ValueError, for NaN and the infinities too, and RecursionError."""
    found: Plain = json.loads(text, parse_constant=refuse_constant)
    return found


def repeated(text: str) -> str:
    """The first name that an object of the text has twice; browsers take its last value."""
    again: list[str] = []

    def note(members: list[tuple[str, Plain]]) -> dict[str, Plain]:
        counts = Counter(name for name, _ in members)
        again.extend(name for name, times in counts.items() if times > 1)
        return dict(members)

    json.loads(text, object_pairs_hook=note)
    return again[0] if again else ""


def as_json(text: str) -> str:
    """The text with double quotes, if it has single ones alone, and without commas at the end."""
    text = text if '"' in text else text.replace("'", '"')
    return re.sub(_PIECES, lambda match: match[0].removeprefix(","), text.strip(" ,;"))


def spelt(
    value: Mapping[str, Plain],
    known: Iterable[str],
    scalar: Callable[[str, Plain], Plain],
) -> dict[str, Plain] | None:
    """The members under the names that are meant, each as `scalar` has it; None where two are one."""
    names = {key: meant_word(key, known) or key for key in value}
    if len({*names.values()}) < len(names):
        return None
    return {names[key]: scalar(names[key], inside) for key, inside in value.items()}


def read_member(name: str) -> Callable[[Plain], Plain]:
    """How a member of the field's own mapping is read: the rules check what becomes of it."""
    return _seconds if name == "max_age" else _same


def _seconds(value: Plain) -> Plain:
    return parse_duration(value) if isinstance(value, str) else value


def _same(value: Plain) -> Plain:
    return value
