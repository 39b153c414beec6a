"""[tool.respgen.contract]: which responses an application may send though no class declares them.

Goes in: the table. Comes out: a tuple of Allowed, and what is wrong with the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from respgen.diagnostics import Finding, KeyPath, nearest
from respgen.project.mistakes import mistake
from respgen.vocabulary.places import is_filled

TABLE = "contract"
_KEY = "allow"
_STATUS = re.compile(r"[1-5](?:[0-9]{2}|xx)")
_METHOD = re.compile(r"[A-Z]+(?:-[A-Z]+)*")
_SUCH = 'write one such as "GET /docs", "404" or "5xx /legacy/*"'


@dataclass(frozen=True, slots=True)
class Allowed:
    """`404 GET /static/*`: any part may be absent, which stands for all."""

    status: str = ""
    method: str = ""
    path: str = ""

    def holds(self, status: int, method: str, path: str) -> bool:
        """Whether a response to such a request is allowed."""
        wanted = self.status.replace("x", "[0-9]")
        return (
            (not wanted or re.fullmatch(wanted, str(status)) is not None)
            and self.method in ("", method)
            and (not self.path or is_filled(self.path.split("*"), path))
        )


def contract(
    table: Mapping[str, Any], note: Callable[[Finding], None]
) -> tuple[Allowed, ...]:
    """The entries of [tool.respgen]'s table of this name; each mistake is noted, and left out."""
    value = table.get(TABLE, {})
    if not isinstance(value, Mapping):
        note(
            _wrong(
                (),
                "contract must be a table",
                'write [tool.respgen.contract], and allow = ["404"] below it',
            )
        )
        return ()
    for key in value.keys() - {_KEY}:
        advice = nearest(key, (_KEY,)) or f"write {_KEY}"
        note(_wrong((key,), f"unknown key {key!r}", advice, key=True))
    return tuple(_entries(value.get(_KEY, []), note))


def _entries(value: object, note: Callable[[Finding], None]) -> Iterator[Allowed]:
    if not isinstance(value, list):
        note(_wrong((_KEY,), f"{_KEY} must be a list of strings", _SUCH))
        return
    for index, item in enumerate(value):
        found = allowed(item) if isinstance(item, str) else None
        if found is None:
            message = f"{item!r} says neither a status, a method nor a path"
            note(_wrong((_KEY, index), message, _SUCH))
        else:
            yield found


def allowed(text: str) -> Allowed | None:
    """An entry; None for a text that is none."""
    words = text.split()
    parts = {"status": "", "method": "", "path": ""}
    for name, fits in (
        ("status", _STATUS.fullmatch),
        ("method", _METHOD.fullmatch),
        ("path", re.compile(r"/\S*").fullmatch),
    ):
        if words and fits(words[0]):
            parts[name] = words.pop(0)
    return None if words or not any(parts.values()) else Allowed(**parts)


def _wrong(below: KeyPath, message: str, advice: str, *, key: bool = False) -> Finding:
    return mistake(message, advice, ("tool", "respgen", TABLE, *below), key)
