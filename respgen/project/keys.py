"""The values of one table of pyproject.toml, each of the type that its key wants.

Goes in: the table, and the keys that lead to it. Come out: values; a wrong one is noted and left out.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from respgen.diagnostics import KeyPath, nearest
from respgen.project.mistakes import FILE, Mistake, mistake
from respgen.project.paths import is_relative
from respgen.rules.codes import may_be_ignored, named, near


class Keys:
    """Reads the keys of a table; `mistakes` are what is wrong with them."""

    def __init__(
        self, root: Path, table: Mapping[str, Any], path: KeyPath = ("tool", "respgen")
    ) -> None:
        self.root = root
        self.table = table
        self.mistakes: list[Mistake] = []
        self._at = path

    def only(self, keys: Iterable[str]) -> None:
        """Note every key that is none of these."""
        keys = tuple(keys)
        for key in self.table.keys() - {*keys}:
            advice = nearest(key, keys) or f"write one of {', '.join(keys)}"
            self.wrong((key,), f"unknown key {key!r}", advice, key=True)

    def codes(self, key: str) -> tuple[str, ...]:
        """The rules that a list names."""
        found = self.texts(key)
        return tuple(code for place, code in found if self._is_code(place, code))

    def _is_code(self, place: KeyPath, code: str) -> bool:
        """Whether it names rules; in `ignore`, one that can be ignored."""
        if not named(code):
            self.wrong(place, f"there is no rule {code!r}", near(code))
        elif "ignore" in place and not may_be_ignored(code):
            self.wrong(place, f"{code} cannot be ignored", f"remove {code}")
        else:
            return True
        return False

    def texts(self, key: str) -> Iterator[tuple[KeyPath, str]]:
        """The texts of a list, each with its place."""
        value = self.table.get(key, [])
        if not isinstance(value, list):
            self.wrong((key,), f"{key} must be a list of strings", f'write ["{value}"]')
            return
        for index, item in enumerate(value):
            if isinstance(item, str):
                yield (key, index), item
            else:
                self.wrong((key, index), f"{item} is not a string", f'write "{item}"')

    def path(self, place: KeyPath, text: object) -> Path | None:
        """Where a text leads from the folder of the file."""
        if isinstance(text, str) and is_relative(text):
            return Path(os.path.normpath(self.root / text))
        advice = f'write a path such as "{place[0]}"'
        self.wrong(place, f"{text!r} is not a path relative to {FILE}", advice)
        return None

    def wrong(
        self, place: KeyPath, message: str, advice: str, *, key: bool = False
    ) -> None:
        """Note a mistake in the value at a place below the table, or in its `key`."""
        whole = (*self._at, *place)
        found = mistake(message, advice, whole, key)
        self.mistakes.append((self.root / FILE, found))
