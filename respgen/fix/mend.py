"""Schemas with every certain fix made: judged, edited, judged again, until nothing is left to fix.

Goes in: a project and the bytes of its schemas. Comes out: the mended bytes, what was fixed, what
could not be, and the judgement on the result. Nothing is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from respgen.diagnostics import Diagnostic, Severity, Span
from respgen.fix.changes import Change, Uncertain, change_of, described, file_of
from respgen.fix.document import Document, Path
from respgen.fix.edit import edit
from respgen.judgement import Judgement, judge
from respgen.project import Project

_ROUNDS = 1_000

Key: TypeAlias = tuple[str, str, str, Path]
"""A finding wherever it moves: its file, its code, its words, and the path that its fix changes."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a finding's fix, in words: what was done, or why nothing was."""

    found: Diagnostic
    words: str


@dataclass(frozen=True, slots=True)
class Mended:
    """`data` are the bytes of all schemas now; `before` and `after` are what there is to say.

    The places of `fixed` are those before anything was fixed; those of `refused` are of now.
    """

    data: Mapping[str, bytes]
    before: Judgement
    after: Judgement
    fixed: tuple[Outcome, ...]
    refused: tuple[Outcome, ...]


def mend(project: Project, data: Mapping[str, bytes]) -> Mended:
    """Make every fix of the reported findings that proves to be one.

    A fix proves to be one where it changes in the tree what it says and nothing else, where its
    finding is gone afterwards, and where no error is new.
    """
    start = _State.of(project, data)
    mending = _Mending(project, start)
    mending.run()
    end, fixed = mending.state, mending.fixed.values()
    return Mended(
        end.data,
        start.judgement,
        end.judgement,
        tuple(sorted(fixed, key=lambda outcome: outcome.found)),
        tuple(mending.refusals()),
    )


@dataclass(frozen=True, slots=True)
class _Task:
    found: Diagnostic
    document: Document
    change: Change

    @property
    def key(self) -> Key:
        found = self.found
        return found.span.file, found.code, found.message, self.change.path


@dataclass(frozen=True, slots=True)
class _State:
    """The schemas at one moment; `documents` are those that a fix is about."""

    data: Mapping[str, bytes]
    judgement: Judgement
    documents: Mapping[str, Document]

    @classmethod
    def of(cls, project: Project, data: Mapping[str, bytes]) -> _State:
        seen = judge(project, data)
        names = {file_of(found.fix) for found in seen.problems if found.fix}
        documents = {
            name: Document.of(name, data[name], seen.trees[name].root) for name in names
        }
        return cls(data, seen, documents)

    def tasks(self) -> Iterator[_Task | Outcome]:
        """Of each finding with a fix what is to be done, or why that is not certain."""
        for found in self.judgement.problems:
            if found.fix is not None:
                document = self.documents[file_of(found.fix)]
                try:
                    yield _Task(found, document, change_of(found.fix, document))
                except Uncertain as reason:
                    yield Outcome(found, str(reason))


@dataclass(slots=True)
class _Mending:
    project: Project
    state: _State
    fixed: dict[Key, Outcome] = field(default_factory=dict)
    _refused: dict[Key, str] = field(default_factory=dict)
    _places: dict[Key, Span] = field(default_factory=dict)

    def run(self) -> None:
        """As many at once as can be; where a batch fails, half as many, down to one."""
        most = _ROUNDS
        for _ in range(_ROUNDS):
            tasks = self._tasks()[:most]
            if not tasks:
                return
            why = self._attempt(tasks)
            if why and len(tasks) == 1:
                self._refused[tasks[0].key] = why
            most = max(len(tasks) // 2, 1) if why else most * 2

    def refusals(self) -> Iterator[Outcome]:
        """The findings that are left although they have a fix."""
        for each in self.state.tasks():
            if isinstance(each, Outcome):
                yield each
            elif why := self._refused.get(each.key):
                yield Outcome(each.found, why)

    def _tasks(self) -> list[_Task]:
        """What was neither done nor refused yet; what comes back after it was fixed stays."""
        tasks = [each for each in self.state.tasks() if isinstance(each, _Task)]
        for task in tasks:
            self._places.setdefault(task.key, task.found.span)
        known = self.fixed.keys() | self._refused.keys()
        return [task for task in tasks if task.key not in known]

    def _attempt(self, tasks: Sequence[_Task]) -> str:
        """Why the tasks cannot be done together; nothing where they were, or some of them."""
        data, done = dict(self.state.data), list[_Task]()
        for document in {id(task.document): task.document for task in tasks}.values():
            own = [task for task in tasks if task.document is document]
            made = edit(document, [task.change for task in own])
            if made is None:
                return "the text cannot be changed there without changing more"
            data[document.name] = made.data
            done += [task for task in own if task.change in made.changes]
        state = _State.of(self.project, data)
        if not _is_better(self.state.judgement, state.judgement, done):
            return "it would not be enough, or break something else"
        self.state = state
        for task in done:
            at_first = replace(task.found, span=self._places[task.key])
            self.fixed[task.key] = Outcome(at_first, described(task.change))
        return ""


def _is_better(before: Judgement, after: Judgement, done: Iterable[_Task]) -> bool:
    """Whether what was done is gone, and no file has more errors of any code than before."""
    had, has = _counts(before), _counts(after)
    mended = Counter((task.found.span.file, task.found.code) for task in done)
    gone = all(has[kind] <= had[kind] - mended[kind] for kind in mended)
    errors = {_kind(each) for each in after.problems if _is_error(each)}
    return gone and all(has[kind] <= had[kind] for kind in errors)


def _counts(seen: Judgement) -> Counter[tuple[str, str]]:
    return Counter(map(_kind, seen.problems))


def _kind(found: Diagnostic) -> tuple[str, str]:
    return found.span.file, found.code


def _is_error(found: Diagnostic) -> bool:
    return found.severity is Severity.ERROR
