"""[tool.respgen.source]: which of a project's Python is read, and what is said of it.

Goes in: the table. Comes out: SourceSettings, and what is wrong with the rest.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from respgen.diagnostics import KeyPath, nearest
from respgen.project.keys import Keys
from respgen.project.mistakes import Mistake
from respgen.project.paths import is_relative
from respgen.rules.codes import named, near
from respgen.rules.r9 import UNREAD

SOURCE = "source"
_BASELINE = ".respgen-baseline.json"
_KEYS = (
    "include",
    "exclude",
    "safe_names",
    "baseline",
    "per_file_ignores",
    "judge_tests",
)
_SUCH = 'write per_file_ignores = {"legacy/**" = ["R94"]}'


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """Paths and patterns start from the project's root.

    `safe_names` are functions, as `module:name`, whose result may stand in a file name.
    """

    include: tuple[str, ...] = (".",)
    exclude: tuple[str, ...] = ()
    safe_names: tuple[str, ...] = ()
    baseline: str = _BASELINE
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    judge_tests: bool = False


def source_settings(
    root: Path, table: Mapping[str, Any], mistakes: list[Mistake], *, used: bool
) -> SourceSettings:
    """The settings of [tool.respgen]'s table of this name; each mistake is noted, and left out.

    Where they are `used`, what is included must be there: a checkout of schemas alone needs no code.
    """
    value = table.get(SOURCE, {})
    is_table = isinstance(value, Mapping)
    keys = _Keys(root, value if is_table else {}, ("tool", "respgen", SOURCE))
    if not is_table:
        advice = 'write [tool.respgen.source], and include = ["src"] below it'
        keys.wrong((), f"{SOURCE} must be a table", advice)
    found = keys.settings()
    if used:
        keys.confirm(found.include)
    mistakes.extend(keys.mistakes)
    return found


class _Keys(Keys):
    """Reads the keys; a wrong one is noted and counts as silent."""

    def settings(self) -> SourceSettings:
        self.only(_KEYS)
        return SourceSettings(
            include=tuple(self._paths("include")) or (".",),
            exclude=tuple(self._paths("exclude")),
            safe_names=tuple(self._functions()),
            baseline=self._baseline(),
            per_file_ignores=tuple(self._per_file()),
            judge_tests=self._truth("judge_tests"),
        )

    def confirm(self, include: tuple[str, ...]) -> None:
        """Note what is included and not there."""
        for place, text in self.texts("include"):
            if text in include and not os.path.lexists(self.root / text):
                near = nearest(text, os.listdir(self.root))
                message = f"there is neither a folder nor a file {text!r}"
                self.wrong(place, message, near or "correct the path, or remove it")

    def _paths(self, key: str) -> Iterator[str]:
        for place, text in self.texts(key):
            if is_relative(text):
                yield text
            else:
                such = {"include": "src", "exclude": "migrations/**"}[key]
                self._not_relative(place, text, such)

    def _not_relative(self, place: KeyPath, text: object, such: str) -> None:
        message = f"{text!r} is not a path relative to the folder of this file"
        self.wrong(place, message, f'write one such as "{such}"')

    def _functions(self) -> Iterator[str]:
        for place, text in self.texts("safe_names"):
            parts = text.split(":")
            names = [name for part in parts for name in part.split(".")]
            if len(parts) == 2 and all(map(str.isidentifier, names)):
                yield text
            else:
                message = f"{text!r} is not the import path of a function"
                self.wrong(place, message, 'write one such as "shop.text:slug"')

    def _baseline(self) -> str:
        value = self.table.get("baseline", _BASELINE)
        if isinstance(value, str) and is_relative(value):
            return value
        self._not_relative(("baseline",), value, _BASELINE)
        return _BASELINE

    def _per_file(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        value = self.table.get("per_file_ignores", {})
        if not isinstance(value, Mapping):
            message = "per_file_ignores must be a table of lists"
            self.wrong(("per_file_ignores",), message, _SUCH)
            return
        for pattern, codes in value.items():
            place: KeyPath = ("per_file_ignores", pattern)
            if not is_relative(pattern):
                self._not_relative(place, pattern, "legacy/**")
            elif isinstance(codes, list):
                yield pattern, tuple(self._codes_of(place, codes))
            else:
                self.wrong(place, f"{pattern!r} must have a list of codes", _SUCH)

    def _codes_of(self, place: KeyPath, codes: list[object]) -> Iterator[str]:
        for index, code in enumerate(codes):
            at = (*place, index)
            if not isinstance(code, str):
                self.wrong(at, f"{code} is not a string", f'write "{code}"')
            elif not named(code):
                self.wrong(at, f"there is no rule {code!r}", near(code))
            elif code == UNREAD.code:
                message = f"{code} cannot be ignored"
                self.wrong(at, message, "exclude the file: it is not read then")
            else:
                yield code

    def _truth(self, key: str) -> bool:
        value = self.table.get(key, False)
        if not isinstance(value, bool):
            self.wrong((key,), f"{value!r} is neither true nor false", "write true")
        return value is True
