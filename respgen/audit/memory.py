"""What the last audit found, so that files which have not changed need no second one.

Goes in: the files of a project, with their bytes. Comes out: the Analysis of a run that saw the same
bytes with the same settings, or None; what each group of files came to that has not changed; and
which files could be parsed then, as they are now.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from respgen.audit.asking import answered, learn
from respgen.audit.findings import Analysis, Judged, with_found
from respgen.audit.rows import (
    analysis_of,
    analysis_row,
    found_of,
    judged_of,
    judged_row,
)
from respgen.files import contents
from respgen.output.entries import entry, keep
from respgen.output.inputs import digest, fingerprint
from respgen.project import Project
from respgen.source.files import SourceFile

_ENTRY = "audit"


class _Kept(NamedTuple):
    """`state` is that of all files, `whole` what they come to besides what their groups do.

    `groups`, `plain` and `answers` hold without the others.
    """

    state: str
    whole: Sequence[Any]
    groups: Mapping[str, Sequence[Any]]
    plain: Mapping[str, str]
    answers: Mapping[str, Sequence[Any]]


@dataclass
class Memory:
    """Of one project; `seen` are the digests of the files of this run, by their names."""

    project: Project
    seen: dict[str, str] = field(default_factory=dict)
    _kept: _Kept = field(default_factory=lambda: _Kept("", (), {}, {}, {}))
    _used: dict[str, Sequence[Any]] = field(default_factory=dict)

    @classmethod
    def of(cls, project: Project) -> Memory:
        """What is left of the last run; nothing where it is another version's, or not ours."""
        found = cls(project)
        with suppress(OSError, ValueError, TypeError, RecursionError):
            ours, *kept = json.loads(entry(project, _ENTRY))
            if ours == _ours(project):
                found._kept = _Kept(*kept)
                learn(found._kept.answers)
        return found

    def see(self, file: SourceFile, data: bytes) -> None:
        """Takes note of what a file holds."""
        judged = b"judged" if file.judged else b""
        key = blake2b(data, digest_size=16, person=judged).hexdigest()
        self.seen[file.name] = key

    def is_plain(self, name: str) -> bool:
        """Whether the file could be parsed, and had nothing to be looked at, in these same bytes."""
        return name in self.seen and self._kept.plain.get(name) == self.seen[name]

    # Groups of files

    def group(self, names: Iterable[str]) -> Judged | None:
        """What the same files came to when they were judged together."""
        key = self._key(names)
        with suppress(ValueError, TypeError, KeyError, AttributeError, IndexError):
            beyond, there, row = self._kept.groups[key]
            if there == self._digest(beyond):
                self._used[key] = beyond, there, row
                return judged_of(row)
        return None

    def keep(self, names: Iterable[str], judged: Judged) -> None:
        """Takes note of what files came to."""
        key = self._key(names)
        if key not in self._used:
            there = self._digest(judged.beyond)
            self._used[key] = judged.beyond, there, judged_row(judged)

    def _key(self, names: Iterable[str]) -> str:
        """Where an import leads depends on which files there are."""
        return digest([(self._digest(names), self._there.encode())])

    @cached_property
    def _there(self) -> str:
        return digest((name, b"") for name in sorted(self.seen))

    def _digest(self, names: Iterable[str]) -> str:
        return digest((n, self.seen.get(n, "").encode()) for n in sorted(names))

    # All of them

    def recall(self) -> Analysis | None:
        """The analysis of the same files."""
        with suppress(ValueError, TypeError, KeyError, AttributeError, IndexError):
            if self._kept.state == self._digest(self.seen):
                keys, row = self._kept.whole
                found = (found_of(self._kept.groups[key][-1]) for key in keys)
                return with_found(analysis_of(row), chain.from_iterable(found))
        return None

    def remember(
        self,
        besides: Analysis,
        groups: Iterable[Sequence[str]],
        plain: Iterable[str],
    ) -> None:
        """Keeps what was found, by groups and `besides`, and which files need not be parsed again."""
        with suppress(OSError):
            known = {name: self.seen[name] for name in plain}
            state = self._digest(self.seen)
            whole = [*map(self._key, groups)], analysis_row(besides)
            kept = _Kept(state, whole, self._used, known, answered())
            rows = [_ours(self.project), *kept]
            keep(self.project, _ENTRY, json.dumps(rows).encode("utf-8"))


def _ours(project: Project) -> str:
    """Whatever decides besides the files: settings, the catalogue, and what we run on."""
    facts = [(fingerprint(project), sys.version.encode())]
    for folder, folders, names in os.walk(project.output):
        folders.sort()
        for name in sorted(names):
            path = Path(folder, name)
            facts.append((os.fspath(path), contents(path)))
    return digest(facts)
