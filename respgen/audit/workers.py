"""Processes that parse and judge, where there is enough to do for several.

Goes in: files to be parsed, groups to be judged. Come out: the same answers, however many there are.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from respgen.audit.analysis import Judge
from respgen.audit.asking import answered, learn
from respgen.audit.findings import Judged, Skipped
from respgen.audit.groups import Group
from respgen.audit.reader import unread
from respgen.audit.rows import judged_of, judged_row
from respgen.source.files import SourceFile, Sources

_SHARED = 1_500
"""Files from which on further processes save more time than they take to start."""
_CHUNK = 100
"""Files of which fewer are done at once, or not by another process at all."""
if TYPE_CHECKING:
    from concurrent.futures import ProcessPoolExecutor

_Row: TypeAlias = list[Any]
_Answers: TypeAlias = Mapping[str, Sequence[Any]]
_TASKS = 8
"""For each process, so that all end at nearly the same time."""


@dataclass
class Workers:
    """While it is entered there may be further processes."""

    sources: Sources
    jobs: int
    host: Judge = field(init=False)
    _pool: ProcessPoolExecutor | None = None

    def __post_init__(self) -> None:
        self.host = Judge(self.sources)

    def __enter__(self) -> Workers:
        if self.jobs > 1 and len(self.sources.files) >= _SHARED:
            # small projects need not wait until these are loaded
            from concurrent.futures import ProcessPoolExecutor
            from multiprocessing import get_context

            # a new interpreter knows nothing of this one's threads and locks
            context = get_context("spawn")
            told = (self.sources,)
            self._pool = ProcessPoolExecutor(self.jobs, context, _begin, told)
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def unread(self, files: Sequence[SourceFile]) -> Iterator[Skipped | None]:
        """What is wrong with each file, if anything is."""
        if self._pool is None or len(files) < _CHUNK:
            return map(unread, files)
        return self._pool.map(unread, files, chunksize=_CHUNK)

    def judged(self, groups: Sequence[Group]) -> Iterator[tuple[Group, Judged]]:
        """What each group comes to, in any order."""
        number = sum(len(each.judged) for each in groups)
        if self._pool is None or len(groups) < 2 or number < _CHUNK:
            yield from ((each, self.host.judged(each)) for each in groups)
            return
        tasks = _shared(groups, self.jobs * _TASKS)
        rows = self._pool.map(_judge, tasks)
        for task, (found, answers) in zip(tasks, rows, strict=True):
            learn(answers)
            yield from zip(task, map(judged_of, found), strict=True)


def _shared(groups: Sequence[Group], number: int) -> list[list[Group]]:
    """Tasks that are nearly equally long, the longest first."""
    tasks: list[tuple[int, list[Group]]] = [(0, []) for _ in range(number)]
    for group in sorted(groups, key=lambda each: -len(each.judged)):
        least = min(range(number), key=lambda each: tasks[each][0])
        count, task = tasks[least]
        tasks[least] = count + len(group.judged), [*task, group]
    return [task for _, task in sorted(tasks, key=lambda e: -e[0]) if task]


# In a process of its own

_hosts: list[Judge] = []
"""The one of this process, which knows where all modules are."""


def _begin(sources: Sources) -> None:
    """Ctrl-C ends the run that started the processes, and that ends them."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _hosts.append(Judge(sources))


def _judge(groups: Sequence[Group]) -> tuple[list[_Row], _Answers]:
    """Rows of what is judged, and all that was asked meanwhile."""
    rows = [judged_row(_hosts[0].judged(each)) for each in groups]
    return rows, {**answered()}
