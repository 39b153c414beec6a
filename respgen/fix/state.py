"""The schemas of a project at one moment of being mended: what there is to do, and the next moment.

Goes in: a project and the bytes of its schemas. Comes out: tasks, and the state after some of them.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeAlias

from respgen.diagnostics import Diagnostic, KeyPath, Problems
from respgen.fix.changes import Rename, TreeChange, Uncertain, change_of, file_of
from respgen.fix.document import Document, Edits, before
from respgen.fix.edit import edit
from respgen.load.source import SchemaText
from respgen.pipeline import Judged, judge
from respgen.project import Project

Key: TypeAlias = tuple[str, str, str, KeyPath]
"""A finding wherever it moves: its file, its code, its words, and the path that its fix changes."""


@dataclass(frozen=True, slots=True)
class Task:
    """A finding whose fix changes one place."""

    found: Diagnostic
    document: Document
    change: TreeChange

    @property
    def key(self) -> Key:
        found = self.found
        return found.span.file, found.code, found.message, self.change.path


@dataclass(frozen=True, slots=True)
class State:
    """`documents` are those that a fix is about; `history` are the edits up to here by file."""

    project: Project
    data: Mapping[str, bytes]
    judged: Judged
    documents: Mapping[str, Document]
    history: Mapping[str, tuple[Edits, ...]]

    @classmethod
    def of(
        cls,
        project: Project,
        data: Mapping[str, bytes],
        history: Mapping[str, tuple[Edits, ...]],
    ) -> State:
        """Judge the schemas."""
        seen = judge(project, data)
        names = {file_of(found.fix) for found in seen.problems if found.fix}
        names &= seen.trees.keys()  # of a file that cannot be read nothing can be fixed
        documents = {
            name: Document.of(name, data[name], seen.trees[name].root) for name in names
        }
        return cls(project, data, seen, documents, history)

    def tasks(self) -> tuple[list[Task], list[tuple[Diagnostic, str]]]:
        """What is to be done; and the findings whose fix is not certain, with the reason."""
        tasks: list[Task] = []
        doubtful: list[tuple[Diagnostic, str]] = []
        for found in self.judged.problems:
            if found.fix is None:
                continue
            document = self.documents.get(file_of(found.fix))
            if document is None:
                doubtful.append((found, "correct what keeps the file from being read"))
            else:
                try:
                    change = change_of(found.fix, document)
                    tasks.append(Task(found, document, change))
                except Uncertain as reason:
                    doubtful.append((found, str(reason)))
        rivals = _rivals(tasks)
        doubtful += [(each.found, "another key means the same") for each in rivals]
        return [task for task in tasks if task not in rivals], doubtful

    def after(self, tasks: Sequence[Task]) -> tuple[State, list[Task]] | None:
        """The state after tasks, and those of them that are done by then.

        None where the text of a file cannot be changed so.
        """
        data, history, done = dict(self.data), dict(self.history), list[Task]()
        for name in sorted({task.document.name for task in tasks}):
            own = [task for task in tasks if task.document.name == name]
            made = edit(self.documents[name], [task.change for task in own])
            if made is None:
                return None
            data[name] = made.data
            history[name] = (*history.get(name, ()), made.edits)
            done += [task for task in own if task.change in made.changes]
        return State.of(self.project, data, history), done

    def origin(self, found: Diagnostic, first: Mapping[str, bytes]) -> Diagnostic:
        """The finding where it was, or would have been, when the files were `first`."""
        span, name = found.span, found.span.file
        if name not in self.history:
            return found
        now, then = _source(name, self.data[name]), _source(name, first[name])
        start = now.starts[span.line - 1] + span.column - 1
        end = now.starts[span.end_line - 1] + span.end_column - 1
        for edits in reversed(self.history[name]):
            start, end = before(start, edits), before(end, edits)
        return replace(found, span=then.span(start, end))


@lru_cache(maxsize=16)
def _source(name: str, data: bytes) -> SchemaText:
    return SchemaText.of(name, data.removeprefix(BOM_UTF8).decode(), Problems())


def _rivals(tasks: Sequence[Task]) -> list[Task]:
    """Those that would give one name to several keys of a mapping."""
    named: dict[tuple[str, KeyPath, str], list[Task]] = {}
    for task in tasks:
        if isinstance(task.change, Rename):
            name = task.document.name, task.change.path[:-1], task.change.key
            named.setdefault(name, []).append(task)
    return [
        task
        for group in named.values()
        for task in group
        if any(task.change.path != other.change.path for other in group)
    ]
