"""All groups of a project, judged, and what they come to together.

Goes in: Sources, a look at them, and the memory of the last run. Comes out: an Analysis.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from respgen.audit.findings import Analysis, Judged, Skipped, with_found
from respgen.audit.groups import Group, Sets, groups
from respgen.audit.looking import Look, Progress
from respgen.audit.memory import Memory
from respgen.audit.shapes import repeated, together
from respgen.audit.workers import Workers
from respgen.source.files import SourceFile, Sources


def analysed(
    sources: Sources, seen: Look, memory: Memory, jobs: int, progress: Progress
) -> Analysis:
    """What is found; the memory keeps it."""
    with Workers(sources, jobs) as workers:
        return _Run(sources, seen, memory, workers, progress).analysis()


@dataclass
class _Run:
    """One run."""

    sources: Sources
    seen: Look
    memory: Memory
    workers: Workers
    progress: Progress
    plain: set[str] = field(default_factory=set)
    """The files that are Python, and do nothing with responses."""
    _known: dict[tuple[str, ...], Judged] = field(default_factory=dict)
    """What was judged, by the files that were."""

    def analysis(self) -> Analysis:
        """What all files come to."""
        others = self._others()
        unknown = [each for each in others if not self.memory.is_plain(each.name)]
        unread = self.workers.unread(unknown)  # other processes begin with it now
        groups = self._groups()
        skipped = {**self.seen.skipped, **self._checked(unread)}
        self.plain |= {each.name for each in others if each.name not in skipped}
        found = [self._known[each.judged] for each in groups]
        for group, each in zip(groups, found, strict=True):
            self.memory.keep(group.members, each)  # with what it read beyond them
            skipped |= {one.span.file: one for one in each.skipped}
        alike = [*together(made for each in found for made in each.made)]
        self.progress(len(self.sources.files), len(self.sources.files))
        besides = Analysis(
            tuple(repeated(alike)),
            tuple(skipped.values()),
            len(self.sources.files),
            len(self.sources.files) - len(skipped),
            sum(each.uses for each in found),
            len(alike),
        )
        self.memory.remember(besides, (each.members for each in groups), self.plain)
        return with_found(besides, (one for each in found for one in each.found))

    # What only has to be Python

    def _others(self) -> list[SourceFile]:
        """The files that are not judged, and can be read."""
        judged = {*self.seen.judged(self.sources)}
        files = (f for f in self.sources.files if f.name in self.memory.seen)
        return [each for each in files if each.name not in judged]

    def _checked(self, found: Iterable[Skipped | None]) -> Mapping[str, Skipped]:
        """What cannot be parsed, by its name."""
        skipped = {}
        for number, each in enumerate(found):
            self.progress(number, len(self.sources.files))
            if each:
                skipped[each.span.file] = each
        return skipped

    # What is judged

    def _groups(self) -> list[Group]:
        """The groups in which files are judged at last, each judged."""
        host = self.workers.host
        near = self.seen.judged(self.sources)
        now = [*groups(near, host.units, host.reader.text)]
        while True:
            self._judge(now)
            joined = [*_joined(now, self._known)]
            if joined == now:
                return now
            now = joined

    def _judge(self, wanted: Iterable[Group]) -> None:
        """Judges what is neither known nor remembered."""
        new = []
        for group in wanted:
            if group.judged not in self._known:
                known = self.memory.group(group.members)
                if known is None:
                    new.append(group)
                else:
                    self._known[group.judged] = known
        done = len(self.sources.files) - sum(len(each.judged) for each in new)
        for group, judged in self.workers.judged(new):
            done += len(group.judged)
            self.progress(done, len(self.sources.files))
            self._known[group.judged] = judged
            self.memory.keep(group.members, judged)


def _joined(
    now: Iterable[Group], known: Mapping[tuple[str, ...], Judged]
) -> Iterator[Group]:
    """The groups, those as one that have something in common."""
    every = [*now]
    sets = Sets()
    having: dict[str, list[str]] = {}
    ended = set[str]()
    for group in every:
        first, *others = group.members
        judged = known[group.judged]
        for name in (*others, *judged.beyond):
            sets.join(first, name)
        for text, ends in judged.links:
            having.setdefault(text, []).append(first)
            ended |= {text} if ends else set()
    for text in ended:
        one, *others = having[text]
        for other in others:
            sets.join(one, other)
    found: dict[str, Group] = {}
    for group in every:
        key = sets.of(group.members[0])
        beyond = Group((), known[group.judged].beyond)
        found[key] = found.get(key, Group((), ())) | group | beyond
    return iter(found.values())
