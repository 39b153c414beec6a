"""What was observed of an application: which declared classes were seen, and what nobody declared.

Goes in: one exchange at a time, from any thread. Comes out: the sums, as plain data where another
process adds them up.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from threading import Lock
from typing import Any

from respgen.output.write import document
from respgen.testing.catalogue import Catalogue
from respgen.testing.differences import Difference, table

MOST_TESTS = 20
"""Tests that are named of one observation."""
MOST_OBSERVED = 10_000
"""Observations that are told apart; of others the path is not kept: whoever asks chooses it."""
_OTHERS = "…"


@dataclass(frozen=True, slots=True)
class Row:
    """A class that the schemas declare. `parent` is the one that it extends, if that is another."""

    name: str
    status: int
    about: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Observed:
    """One response, and what it is: of `classes`, allowed without one, or neither.

    `nearest` is the class that it differs least from, in `differences`.
    """

    method: str
    path: str
    status: int
    classes: tuple[str, ...] = ()
    allowed: bool = False
    nearest: str = ""
    differences: tuple[Difference, ...] = field(default=(), compare=False)
    places: tuple[str, ...] = ()
    """Where it differs: what differs in the same places counts as the same."""

    @property
    def is_undeclared(self) -> bool:
        return not self.classes and not self.allowed

    @property
    def refusal(self) -> str:
        """An undeclared response in words, with what separates it from the nearest class."""
        head = f"{self.request} answered {self.status}, which no class declares"
        if not self.nearest:
            return head
        return f"{head}; {self.nearest} is nearest\n{table(self.differences)}"

    @property
    def request(self) -> str:
        """`GET /items/{item_id}`."""
        return f"{self.method} {self.path}"


@dataclass(slots=True)
class Times:
    """How often something was observed, and in which tests."""

    number: int = 0
    tests: list[str] = field(default_factory=list)

    def add(self, number: int, tests: Iterable[str]) -> None:
        self.number += number
        for test in tests:
            if test and test not in self.tests and len(self.tests) < MOST_TESTS:
                self.tests.append(test)


@dataclass(slots=True)
class Report:
    """All that was observed. `test` is the one that runs, where there are tests.

    `rows` are the declared classes by their names.
    """

    rows: dict[str, Row] = field(default_factory=dict)
    observed: dict[Observed, Times] = field(default_factory=dict)
    test: str = ""
    title: str = ""
    _lock: Lock = field(default_factory=Lock, repr=False)

    def declare(self, catalogue: Catalogue) -> None:
        """Take in the classes of a catalogue."""
        for name, each in catalogue.classes.items():
            parent = each.spec.parent
            above = f"{parent.module}.{parent.name}" if parent else ""
            self.rows[name] = Row(name, each.spec.status_code, each.about, above)

    def add(self, seen: Observed, number: int = 1, tests: Iterable[str] = ()) -> None:
        """Count an observation."""
        with self._lock:
            if seen not in self.observed and len(self.observed) >= MOST_OBSERVED:
                seen = replace(seen, path=_OTHERS)
            times = self.observed.setdefault(seen, Times())
            times.add(number, tests or (self.test,))

    @property
    def undeclared(self) -> list[tuple[Observed, Times]]:
        """What no class declares and no setting allows."""
        return self._those(lambda seen: seen.is_undeclared)

    @property
    def allowed(self) -> list[tuple[Observed, Times]]:
        """What no class declares, and settings allow."""
        return self._those(lambda seen: seen.allowed)

    def _those(self, wanted: Any) -> list[tuple[Observed, Times]]:
        with self._lock:
            found = [pair for pair in self.observed.items() if wanted(pair[0])]
        return sorted(
            found, key=lambda p: (p[0].path, p[0].method, p[0].status, p[0].nearest)
        )

    @property
    def seen(self) -> Mapping[str, Times]:
        """The classes that were seen, and how often. What may be of several is of each of them."""
        found: dict[str, Times] = {}
        with self._lock:
            for each, times in self.observed.items():
                for name in each.classes:
                    found.setdefault(name, Times()).add(times.number, times.tests)
        return found

    @property
    def through(self) -> Mapping[str, list[str]]:
        """Of each class that was seen only as what others extend, those that were seen."""
        found: dict[str, list[str]] = {}
        seen = self.seen
        for name in seen:
            above = self.rows[name].parent if name in self.rows else ""
            while above in self.rows:
                if above not in seen:
                    found.setdefault(above, []).append(name)
                above = self.rows[above].parent
        return found

    @property
    def unseen(self) -> list[Row]:
        """The declared classes of which no response was seen, nor of one that extends them."""
        known = {*self.seen, *self.through}
        return [row for name, row in self.rows.items() if name not in known]

    @property
    def number(self) -> int:
        """How many responses were observed."""
        return sum(times.number for times in self.observed.values())

    # Between processes

    def data(self) -> dict[str, Any]:
        """All of it, of Python's own types."""
        return {
            "rows": [asdict(row) for row in self.rows.values()],
            "observed": [
                (asdict(seen), times.number, list(times.tests))
                for seen, times in self.observed.items()
            ],
        }

    def merge(self, data: Mapping[str, Any]) -> None:
        """Take in what another process observed."""
        for row in data["rows"]:
            self.rows[row["name"]] = Row(**row)
        for seen, number, tests in data["observed"]:
            self.add(_restored(seen), number, tests)

    def write(self, path: str | os.PathLike[str]) -> None:
        """Write the report as a page of HTML. Raises OSError."""
        from respgen.testing.page import page  # most runs have none

        document(Path(path), page(self).encode())


def _restored(data: dict[str, Any]) -> Observed:
    """What `asdict` made of an observation, whose tuples may have become lists on the way."""
    differences = tuple(Difference(**each) for each in data["differences"])
    classes, places = tuple(data["classes"]), tuple(data["places"])
    lists = {"differences": differences, "classes": classes, "places": places}
    return Observed(**(data | lists))
