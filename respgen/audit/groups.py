"""Which files of a project have to be judged together: those that imports lead from and to.

Goes in: the files that are to be judged, and the text of any. Come out: groups, each with all files
that it reads. What neither imports the other can tell nothing of it; what else may belong together, a
cookie by its name, is known only when both have been judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from respgen.source.program.units import Units

_IMPORT = re.compile(
    r"""^[ \t]*(?:
        from[ \t]+(?P<home>[.\w]+)[ \t]+import[ \t]*
            (?P<names>\([^)]*\)|[^\n\\]*(?:\\\r?\n[^\n\\]*)*)
        |import[ \t]+(?P<modules>[^\n\\]*(?:\\\r?\n[^\n\\]*)*)
    )""",
    re.MULTILINE | re.VERBOSE,
)
_NAME = re.compile(r"(?<!\w)(?:as[ \t]+)?[\w.]+")
_ALIAS = re.compile(r"as[ \t]")


@dataclass(frozen=True, slots=True, order=True)
class Group:
    """`judged` are to be judged together; `members` are all files that have to do with them."""

    judged: tuple[str, ...]
    members: tuple[str, ...]

    def __or__(self, other: Group) -> Group:
        return Group(
            tuple(sorted({*self.judged, *other.judged})),
            tuple(sorted({*self.members, *other.members})),
        )


@dataclass(slots=True)
class Sets:
    """Names in sets that are joined: each name leads to one that stands for its set."""

    _above: dict[str, str] = field(default_factory=dict)

    def of(self, name: str) -> str:
        above = self._above.setdefault(name, name)
        while above != self._above[above]:
            self._above[name] = above = self._above[above]
        return above

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.of(one), self.of(other)))
        self._above[second] = first


def groups(
    judged: Iterable[str], units: Units, text: Callable[[str], str]
) -> Iterator[Group]:
    """Those of a project, in the order of their first files."""
    near = [*judged]
    sets, seen = Sets(), set[str]()
    waiting = [*near]
    while waiting:
        file = waiting.pop()
        if file in seen:
            continue
        seen.add(file)
        for other in _imported(file, units, text(file)):
            sets.join(file, other)
            waiting.append(other)
    members: dict[str, list[str]] = {}
    for file in sorted(seen):
        members.setdefault(sets.of(file), []).append(file)
    wanted = {*near}
    for each in members.values():
        yield Group(tuple(f for f in each if f in wanted), tuple(each))


def _imported(file: str, units: Units, text: str) -> set[str]:
    """The files of the project that one names in its imports; perhaps more than it needs."""
    names = {
        units.home(name, file)
        for found in _IMPORT.finditer(text)
        for name in _modules(found, file.rpartition("/")[0].replace("/", "."))
    }
    parts = {
        ".".join(words[: count + 1])
        for words in (name.split(".") for name in names)
        for count in range(len(words))
    }
    return {found for each in parts if (found := units.file(each))}


def _modules(found: re.Match[str], package: str) -> Iterator[str]:
    if found["modules"] is not None:
        yield from _names(found["modules"])
        return
    home = found["home"].lstrip(".")
    level = len(found["home"]) - len(home)
    if level:
        above = package.split(".")
        home = ".".join(filter(None, [*above[: len(above) - level + 1], home]))
    yield home
    for name in _names(found["names"]):
        yield f"{home}.{name}"


def _names(text: str) -> Iterator[str]:
    """The names in an import, without those that they get."""
    for name in _NAME.findall(re.sub(r"#[^\n]*", "", text)):
        if not _ALIAS.match(name):
            yield name
