"""What a name means: in its own module, or as `module.name` in one of those it uses."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TypeVar

from respgen.diagnostics import Problems, Rule, Span, nearest, quoted
from respgen.kinds import DEFAULT
from respgen.resolve.ready import NAMES as READY
from respgen.rules import r1
from respgen.schema import SchemaModule, Section
from respgen.specs import Ref
from respgen.vocabulary.identifiers import is_identifier
from respgen.vocabulary.targets import CLASSES

Vertex = TypeVar("Vertex", Ref, str)


@dataclass(frozen=True, slots=True)
class _Noun:
    """How a section's entries are called, and the rule that an unknown one breaks."""

    word: str
    rule: Rule
    advice: str


_NOUNS: dict[Section, _Noun] = {
    "headers": _Noun("header profile", r1.UNKNOWN_NAME, "declare it under headers"),
    "cookies": _Noun("cookie preset", r1.UNKNOWN_NAME, "declare it under cookies"),
    "problems": _Noun("problem", r1.UNKNOWN_NAME, "declare it under problems"),
    "responses": _Noun(
        "parent",
        r1.UNKNOWN_PARENT,
        "write a class of your own as package.module:Class",
    ),
}


@dataclass(frozen=True, slots=True)
class Namespace:
    """All modules of one run, by name."""

    modules: Mapping[str, SchemaModule]
    problems: Problems

    def uses(self, module: SchemaModule) -> Iterator[tuple[SchemaModule, Span]]:
        """The modules that one uses and that are there, each once, with the place of its name."""
        for name, span in module.uses.items():
            if name in self.modules:
                yield self.modules[name], span

    def check_uses(self) -> None:
        """Report names of modules that are not there, and circles."""
        # a file that has made no tree was reported then
        broken = {PurePosixPath(found.span.file).stem for found in self.problems}
        for module in self.modules.values():
            for name, span in module.uses.items():
                if name not in self.modules and name not in broken:
                    message = f"unknown module {quoted(name)}"
                    others = sorted(self.modules.keys() - {module.name})
                    advice = (
                        nearest(name, others)
                        or "remove it, or add a schema file of that name"
                    )
                    self.problems.add(r1.UNKNOWN_MODULE, span, message, advice)
        graph = {
            name: [used.name for used, _ in self.uses(module)]
            for name, module in self.modules.items()
        }
        for circle in circles(graph):
            span = self.modules[circle[0]].uses[circle[1]]
            message = f"modules use each other in a cycle: {arrows(circle)}"
            advice = "move what they share into a separate module"
            self.problems.add(r1.CYCLE, span, message, advice)

    def find(
        self, module: SchemaModule, word: str, section: Section, span: Span
    ) -> Ref | None:
        """The entry that a word means; None, reported, where there is none.

        One that is there but malformed gives None, too: that was reported at its own place.
        """
        prefix, dot, rest = word.partition(".")
        home = self._home(module, prefix) if dot else module
        name = rest if dot else word
        if home is not None and name in home.present(section):
            return Ref(home.name, name)
        malformed = home is not None and (
            name in home.declared[section] or section in home.unreadable
        )
        lost = bool(dot) and (prefix in module.uses or "uses" in module.keys.lost)
        if not malformed and not (home is None and lost):
            self._unknown(module, word, section, span)
        return None

    def answer(self, module: SchemaModule, word: str, span: Span) -> Ref | None:
        """The problem or the response that a word means, as `find` does."""
        prefix, dot, name = word.rpartition(".")
        home = self._home(module, prefix) if dot else module
        if home is not None and home.declared["problems"] & {name}:
            return Ref(home.name, name) if name in home.problems else None
        known = home is not None and name in home.declared["responses"]
        return self.find(module, word, "responses" if known else "problems", span)

    def _home(self, module: SchemaModule, prefix: str) -> SchemaModule | None:
        return self.modules.get(prefix) if prefix in module.uses else None

    def _unknown(
        self, module: SchemaModule, word: str, section: Section, span: Span
    ) -> None:
        noun = _NOUNS[section]
        if section == "responses" and self._is_problem(module, word):
            message = f"{word} is a problem, which no entry can extend"
            advice = "write a problem of its own, or an entry with exception: true"
            self.problems.add(r1.UNKNOWN_PARENT, span, message, advice)
            return
        prefix, dot, rest = word.partition(".")
        other = self.modules.get(prefix) if dot and prefix not in module.uses else None
        if other is not None and rest in other.declared[section]:
            advice = f"add {prefix} to uses"
        else:
            near = nearest(word, self._reachable(module, section))
            advice = self._elsewhere(module, word, section) or near or noun.advice
        self.problems.add(
            noun.rule, span, f"unknown {noun.word} {quoted(word)}", advice
        )

    def _is_problem(self, module: SchemaModule, word: str) -> bool:
        """Whether it is one of a module, of those that are not used, too."""
        prefix, dot, name = word.rpartition(".")
        home = self.modules.get(prefix) if dot else module
        return home is not None and name in home.declared["problems"]

    def _elsewhere(self, module: SchemaModule, word: str, section: Section) -> str:
        """What to write for a name that another module declares, or a class of the author's."""
        for other in self.modules.values():
            if word in other.declared[section]:
                used = other.name in module.uses
                more = "" if used else f", and add {other.name} to uses"
                return f"write '{other.name}.{word}'{more}"
        return _own_class(word) if section == "responses" else ""

    def _reachable(self, module: SchemaModule, section: Section) -> Iterator[str]:
        yield from module.declared[section]
        yield from READY if section == "headers" else ()
        for used, _ in self.uses(module):
            yield from (f"{used.name}.{name}" for name in used.declared[section])


def _own_class(word: str) -> str:
    """An import path with its colon, for a dotted word that lacks it."""
    path, dot, name = word.rpartition(".")
    known = (each for each in CLASSES.items() if word in each[1])
    if found := next(known, None):
        module, kinds = found
        other = kinds[word] != DEFAULT
        return f"write kind: {kinds[word]}" if other else f"write '{module}:{word}'"
    dotted = dot and all(map(is_identifier, word.split(".")))
    return f"write '{path}:{name}', with a colon before the class" if dotted else ""


def arrows(circle: Sequence[str]) -> str:
    """A circle as authors read it; of a very long one, the beginning and the end."""
    long = len(circle) > 10
    return " -> ".join([*circle[:4], "...", *circle[-4:]] if long else circle)


def circles(graph: Mapping[Vertex, Sequence[Vertex]]) -> list[list[Vertex]]:
    """Every circle that a walk through the graph runs into, from its least node back to it."""
    found: dict[tuple[Vertex, ...], None] = {}
    done: set[Vertex] = set()
    for start in sorted(graph):
        # the nodes of the walk in order, each with the edges not gone yet
        walk = {start: iter(graph[start])} if start not in done else {}
        while walk:
            last = next(reversed(walk))
            node = next((node for node in walk[last] if node not in done), None)
            if node is None:
                del walk[last]
                done.add(last)
            elif node in walk:
                path = list(walk)
                found[_turned(path[path.index(node) :])] = None
            else:
                walk[node] = iter(graph.get(node, ()))
    return [list(circle) for circle in found]


def _turned(circle: list[Vertex]) -> tuple[Vertex, ...]:
    start = circle.index(min(circle))
    return tuple(circle[start:] + circle[: start + 1])
