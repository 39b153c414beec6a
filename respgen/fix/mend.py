"""Schemas with every certain fix made: judged, edited, judged again, until nothing is left to fix.

Goes in: a project and the bytes of its schemas. Comes out: the mended bytes, what was fixed, what
could not be, and what is found in the result. Nothing is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from respgen.diagnostics import Diagnostic, Severity
from respgen.fix.changes import described
from respgen.fix.state import Key, State, Task
from respgen.pipeline import Judged
from respgen.project import Project

_ROUNDS = 1_000
_BATCH = 200
"""Fixes that are made at once at first; twice as many after each time that they all were good."""
_EFFORT = 1_000_000
"""Characters of all rounds together that may fail, but for a few rounds."""
_FAILURES = 8
_FURTHER = 3
"""Times that what a fix uncovers is fixed along with it."""
_NOT_TRIED = "not tried yet: correct the others by hand, then run it again"


@dataclass(frozen=True, slots=True)
class FixResult:
    """What became of a finding's fix, in words: what was done, or why nothing was."""

    found: Diagnostic
    words: str


@dataclass(frozen=True, slots=True)
class Mended:
    """`data` are the bytes of all schemas now; `before` and `after` are what there is to say.

    The places of `fixed` are those before anything was fixed; those of `refused` are of now.
    """

    data: Mapping[str, bytes]
    before: Judged
    after: Judged
    fixed: tuple[FixResult, ...]
    refused: tuple[FixResult, ...]


def mend(project: Project, data: Mapping[str, bytes]) -> Mended:
    """Make every fix of the reported findings that proves to be one.

    A fix proves to be one where it changes in the tree what it says and nothing else, where its
    finding is gone afterwards, and where no error is new.
    """
    mending = _Mending(data, State.of(project, data, {}))
    before = mending.state.judged
    mending.run()
    end, fixed = mending.state, mending.fixed.values()
    return Mended(
        end.data,
        before,
        end.judged,
        tuple(sorted(fixed, key=lambda outcome: outcome.found)),
        tuple(sorted(mending.refusals(), key=lambda outcome: outcome.found)),
    )


@dataclass(slots=True)
class _Mending:
    first: Mapping[str, bytes]
    state: State
    fixed: dict[Key, FixResult] = field(default_factory=dict)
    _refused: dict[Key, str] = field(default_factory=dict)

    def run(self) -> None:
        """As many at once as can be; where a batch fails, half as many, down to one."""
        most = _BATCH
        size = sum(map(len, self.first.values()))
        failures = max(_FAILURES, _EFFORT // max(size, 1))
        tried_with = 0
        for _ in range(_ROUNDS):
            # what comes back after it was fixed stays
            known = self.fixed.keys() | self._refused.keys()
            tasks = [task for task in self.state.tasks()[0] if task.key not in known]
            # of a misspelt key other rules think that it is not there
            tasks = [task for task in tasks if task.found.code < "R2"] or tasks
            if not tasks and len(self.fixed) > tried_with:
                # what others fixed since may have made room: an alias that is gone
                tried_with = len(self.fixed)
                self._refused.clear()
                continue
            if not tasks or not failures:
                return
            tasks = tasks[:most]
            why = self._attempt(tasks)
            if why and len(tasks) == 1:
                self._refused[tasks[0].key] = why
            failures -= bool(why)
            most = max(len(tasks) // 2, 1) if why else most * 2

    def refusals(self) -> Iterator[FixResult]:
        """The findings that are left although they have a fix."""
        tasks, doubtful = self.state.tasks()
        for found, reason in doubtful:
            yield FixResult(found, reason)
        for task in tasks:
            if task.key not in self.fixed:
                yield FixResult(task.found, self._refused.get(task.key, _NOT_TRIED))

    def _attempt(self, tasks: Sequence[Task]) -> str:
        """Why the tasks cannot be done together; nothing where they were, or some of them."""
        known = {task.key for task in self.state.tasks()[0]}
        state, fixed = self.state, dict[Key, FixResult]()
        mended: list[Task] = []
        for step in range(_FURTHER):
            made = state.after(tasks)
            if made is None:
                return "the text cannot be changed there without changing more of it"
            fixed |= {task.key: self._outcome(state, task) for task in made[1]}
            state, done = made
            mended += done if not step else []
            if _is_better(self.state.judged, state.judged, mended):
                self.state, self.fixed = state, self.fixed | fixed
                return ""
            # what a fix uncovers may have a fix, too
            tasks = [task for task in state.tasks()[0] if task.key not in known]
            if not tasks:
                break
        return "the fix would not be enough, or would break something else"

    def _outcome(self, state: State, task: Task) -> FixResult:
        return FixResult(state.origin(task.found, self.first), described(task.change))


def _is_better(before: Judged, after: Judged, done: Iterable[Task]) -> bool:
    """Whether what was done is gone, and no file has more errors of any code than before."""
    had, has = _counts(before), _counts(after)
    mended = Counter((task.found.span.file, task.found.code) for task in done)
    gone = all(has[kind] <= had[kind] - mended[kind] for kind in mended)
    errors = {_kind(each) for each in after.problems if _is_error(each)}
    return gone and all(has[kind] <= had[kind] for kind in errors)


def _counts(seen: Judged) -> Counter[tuple[str, str]]:
    return Counter(map(_kind, seen.problems))


def _kind(found: Diagnostic) -> tuple[str, str]:
    return found.span.file, found.code


def _is_error(found: Diagnostic) -> bool:
    return found.severity is Severity.ERROR
