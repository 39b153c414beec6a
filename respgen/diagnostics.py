"""An author's mistake is a value: where it stands, which rule it breaks, what to write instead.

Goes in: rules and spans. Comes out: sorted, deduplicated diagnostics. Nothing here prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from respgen.nearness import LONG
from respgen.nearness import nearest as nearest

MOST = 600
"""Characters of a message or a help line: the longest of ours has a third of it."""
MOST_HELP = 2_000
"""Of a help line whose words are short: what is there to be pasted is there as a whole."""


class Severity(StrEnum):
    """ERROR: the response would be invalid or dangerous. WARNING: it would be unwise.

    NOTE: what is worth knowing of people's Python, and never fails.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Subject(StrEnum):
    """What a rule is about: schemas, people's Python, or two versions of the same schemas."""

    SCHEMA = "schema"
    PYTHON = "Python"
    VERSIONS = "versions"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of the table that `respgen rule` lists; `respgen rule CODE` adds the page of a rule."""

    code: str
    severity: Severity
    title: str
    subject: Subject
    ignorable: bool
    fixable: bool
    """Whether `respgen lint --fix` mends findings, those of the page among them."""


class Span(NamedTuple):  # quicker to make than a dataclass: every node has one
    """A place in a file: lines and columns count from 1, in characters; the end is exclusive."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def start(cls, file: str) -> Span:
        """The first character of a file, for what is missing from it."""
        return cls(file, 1, 1, 1, 1)


# Fixes: mendings that are certain, in terms of the tree, so that each format can be edited


@dataclass(frozen=True, slots=True)
class Replace:
    """The scalar or key that stands at `span` becomes `value`."""

    span: Span
    value: str | int | bool


@dataclass(frozen=True, slots=True)
class Remove:
    """What stands at `key_span` goes: an entry by its key or its value, or the item of a list."""

    key_span: Span


Added: TypeAlias = "str | int | bool | Mapping[str, Added]"
"""What a fix adds: a scalar, or a mapping at any depth."""


@dataclass(frozen=True, slots=True)
class Add:
    """Below the entry whose key stands at `key_span`: `value` at the keys of `path`.

    What of the path is not there yet is made; what is there already stays.
    """

    key_span: Span
    path: tuple[str, ...]
    value: Added


Fix: TypeAlias = Replace | Remove | Add

KeyPath: TypeAlias = tuple[str | int, ...]
"""The keys, and the places in lists, that lead to a part of a value; () is the whole."""


@dataclass(frozen=True, slots=True)
class Mend:
    """A fix by whoever does not know where the value stands.

    `whole` is the value after it. `part` takes the place of the part where that was written on its
    own, or of its key where that is to blame; `removed`: the part goes. `shown`: who wrote the
    whole as a text reads it in the help line, as what to write.
    """

    whole: str | None = None
    part: str | int | bool | None = None
    removed: bool = False
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a value, and the part of it that is to blame; `at_key`: by its name.

    `fix` is what would mend it, where one mending is certain. `binding`: nothing silences it, even
    if its rule can be ignored, since what it is about cannot be sent.
    """

    rule: Rule
    message: str
    help: str
    at: Span | KeyPath = ()
    at_key: bool = False
    fix: Fix | Mend | None = None
    binding: bool = False


@dataclass(frozen=True, slots=True)
class Places:
    """Where a value stands: the whole, and the key and the value of each part by its names.

    Of a list's items that have no names, the first is `#0`. A text alone has no parts.
    """

    whole: Span
    parts: Mapping[tuple[str, ...], tuple[Span, Span]] = field(default_factory=dict)
    rest: Span | None = None
    """Where the parts stand that have no place of their own: those of a parent's text."""

    @classmethod
    def of_entry(cls, entry: Span, keys: Mapping[str, Span]) -> Places:
        """The places of an entry whose keys are marked at one place each."""
        return cls(entry, {(part_name(k),): (s, s) for k, s in keys.items()})

    @property
    def is_text(self) -> bool:
        """Tells whether the value was written as one text."""
        return not self.parts and self.rest is None

    def names(self, path: KeyPath) -> tuple[str, ...]:
        """The names on the way; a list's one member may have been written without the list."""
        steps = (f"#{step}" if isinstance(step, int) else step for step in path)
        names = tuple(map(part_name, steps))
        alone = names[:1] == ("#0",) and names[:1] not in self.parts
        return names[1:] if alone else names

    def around(self, path: KeyPath) -> tuple[Span, Span]:
        """The nearest part whose place is known."""
        names = self.names(path)
        above = (names[:length] for length in range(len(names), 0, -1))
        known = (self.parts[part] for part in above if part in self.parts)
        whole = self.rest if path and self.rest else self.whole
        return next(known, (whole, whole))


def part_name(text: str) -> str:
    """What a mapping's key and the name on the wire have in common: `max_age` and `max-age`."""
    return text.lower().replace("_", "").replace("-", "")


def locate(found: Finding, places: Places) -> Diagnostic:
    """The diagnostic of a finding in the value that stands there."""
    rule, at, fix = found.rule, found.at, found.fix
    key, value = (at, at) if isinstance(at, Span) else places.around(at)
    span = key if found.at_key else value
    if isinstance(fix, Mend):
        fix = None if isinstance(at, Span) else _placed(fix, at, span, places)
    words = (rule.code, rule.severity, found.message, found.help)
    return Diagnostic(span, *words, fix, found.binding)


def _placed(mend: Mend, path: KeyPath, span: Span, places: Places) -> Fix | None:
    """The part alone where it was written on its own, the whole text where it was not."""
    if places.is_text and mend.whole is not None:
        return Replace(places.whole, mend.whole)
    if places.names(path) not in places.parts:
        return None
    if mend.removed:
        return Remove(places.around(path)[0])
    return None if mend.part is None else Replace(span, mend.part)


class Malformed(Exception):  # noqa: N818 # what is raised is no bug but a finding
    """What was written is no value of its kind, and `found` says why."""

    def __init__(self, found: Finding) -> None:
        super().__init__(found.message)
        self.found = found

    def below(self, step: str | int) -> None:
        """The value stands below that step of another one."""
        if not isinstance(self.found.at, Span):
            self.found = replace(self.found, at=(step, *self.found.at))


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One finding, in the order of places."""

    span: Span
    code: str
    severity: Severity
    message: str
    help: str
    fix: Fix | None = field(default=None, compare=False)
    """What would mend it, where one mending is certain."""
    binding: bool = field(default=False, compare=False)
    """Whether nothing silences it, be its rule ignorable: what it is about has no form to send."""

    def __post_init__(self) -> None:
        if len(self.message) > MOST or len(self.help) > MOST:
            object.__setattr__(self, "message", shortened(self.message))
            object.__setattr__(self, "help", shortened(self.help, MOST_HELP))


@dataclass(slots=True)
class Problems:
    """Collects the diagnostics of one run."""

    _found: set[Diagnostic] = field(default_factory=set)

    def add(
        self,
        rule: Rule,
        span: Span,
        message: str,
        help: str,  # noqa: A002 # the word authors read
        fix: Fix | None = None,
        binding: bool = False,
    ) -> None:
        """Note one mistake; the same one at the same place counts once."""
        severity = rule.severity
        found = Diagnostic(span, rule.code, severity, message, help, fix, binding)
        self._found.add(found)

    def note(self, findings: Iterable[Finding], places: Places) -> None:
        """Note what is wrong with the value that stands there."""
        self.extend(locate(found, places) for found in findings)

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        self._found.update(diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(sorted(self._found))

    def __len__(self) -> int:
        return len(self._found)

    @property
    def errors(self) -> int:
        return sum(found.severity is Severity.ERROR for found in self._found)


def shortened(text: str, most: int = MOST) -> str:
    """A message of a size that people read, whatever of an author's it quotes.

    Long words lose what is between their ends, and a message of many words its middle.
    """
    if len(text) <= MOST:
        return text
    short = " ".join(map(_cut, text.split(" ")))
    return short if len(short) <= most else _cut(short, most * 2 // 3, most // 3 - 1)


def _cut(text: str, head: int = LONG, tail: int = LONG // 4) -> str:
    return text if len(text) <= head + tail else f"{text[:head]}…{text[-tail:]}"


def quoted(text: str) -> str:
    """An author's text as messages show it: in quotes, on one line, cut where it is long."""
    return repr(text if len(text) <= LONG else f"{text[: LONG - 3]}...")


def pasted(text: str) -> str:
    """A text as help shows it to be written: with quotes around its own, where that is clear."""
    return f"'{text}'" if '"' in text and "'" not in text else text
