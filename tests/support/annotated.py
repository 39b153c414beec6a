"""Schemas whose comments say what comes of each line: `# R404: why` what is found, `# sent: text` what is sent.

Goes in: the path of such a schema. Comes out: what its comments promise, what is found, and the
headers, each with what it is written as and sent as. A text without `# sent:` is sent as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from respgen.diagnostics import Diagnostic, Problems, Severity, Span
from respgen.load import parse
from respgen.load.tree import Mapping as Keys
from respgen.load.tree import Node, Scalar, Sequence
from respgen.pipeline import compiled
from respgen.specs import Constant, HeaderSpec, ModuleSpec

_FOUND = re.compile(r" # (R\d{3}(?: R\d{3})*): \S")
_SENT = re.compile(r" # sent: (.*?)(?: # R\d{3}\b.*)?$")
_SOURCE = re.compile(r"^# .*https?://\S+$", re.M)


@dataclass(frozen=True, slots=True)
class Written:
    """A header as it stands in a schema. `promised` is what it should be sent as, `sent` what it is.

    Both are None where the header is wrong, or has no text.
    """

    line: int
    name: str
    promised: str | None
    sent: str | None


@dataclass(frozen=True, slots=True)
class Annotated:
    """A schema, and what came of it. `promised` and `found` are lines with codes."""

    text: str
    module: ModuleSpec
    promised: frozenset[tuple[int, str]]
    problems: tuple[Diagnostic, ...]
    headers: tuple[Written, ...]

    @property
    def found(self) -> set[tuple[int, str]]:
        return {(each.span.line, each.code) for each in self.problems}

    @property
    def wrong(self) -> set[int]:
        """The lines that a finding is about."""
        return {line for line, _ in self.promised}

    @property
    def cookies(self) -> list[str]:
        """What the comments promise of cookies that are always set."""
        lines = [line for line in self.text.splitlines() if "{set: always" in line]
        return [match[1] for line in lines if (match := _SENT.search(line))]

    @property
    def sources(self) -> list[str]:
        """The comments that say where the values come from."""
        return _SOURCE.findall(self.text)


@cache
def annotated(path: Path) -> Annotated:
    """Compile one file by itself."""
    text, problems = path.read_text(encoding="utf-8"), Problems()
    file = parse(text.encode(), path.name, problems)
    assert file, list(problems)
    modules = compiled([file], "fastapi", problems)
    assert modules, list(problems)
    module = modules[0]
    of_responses = (response.headers for response in module.responses)
    every = {
        header.span: header
        for headers in (*module.profiles.values(), *of_responses)
        for header in headers
    }
    errors = {p.span.line for p in problems if p.severity is Severity.ERROR}
    lines, texts = text.splitlines(), dict(_texts(file.root))
    return Annotated(
        text,
        module,
        frozenset(_promised(lines)),
        tuple(problems),
        tuple(
            _written(header, lines[span.line - 1], texts, span.line in errors)
            for span, header in sorted(every.items())
        ),
    )


def _promised(lines: list[str]) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(lines, 1):
        if match := _FOUND.search(line):
            yield from ((number, code) for code in match[1].split())


def _texts(node: Node) -> Iterator[tuple[Span, str]]:
    """The scalars below keys, by the places of the keys."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _texts(item)
    if isinstance(node, Keys):
        for entry in node:
            if isinstance(entry.value, Scalar):
                yield entry.key_span, str(entry.value.value)
            yield from _texts(entry.value)


def _written(
    header: HeaderSpec, line: str, texts: Mapping[Span, str], wrong: bool
) -> Written:
    match, origin = _SENT.search(line), header.origin
    if wrong and not match:
        return Written(header.span.line, header.name, None, None)
    promised = match[1] if match else texts.get(header.span)
    sent = origin.text if isinstance(origin, Constant) else None
    return Written(header.span.line, header.name, promised, sent)
