"""What names a finding wherever its line moves: its file, its rule, and the text of its statement.

Goes in: findings and the lines of their files. Comes out: identities, with the number of each among
those that are the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from respgen.audit.findings import Found
from respgen.diagnostics import Span

_LENGTH = 100
"""Characters of a statement that tell people which one it is."""


@dataclass(frozen=True, slots=True, order=True)
class Identity:
    """`statement` is the beginning of its text, white space collapsed; `digest` is of all of it."""

    path: str
    code: str
    statement: str
    digest: str


def identity(found: Found, lines: Mapping[str, Sequence[str]]) -> Identity:
    """The finding's identity; without lines, of an empty statement."""
    text = " ".join(_text(found.statement, lines.get(found.span.file, ())).split())
    digest = blake2b(text.encode(errors="surrogatepass"), digest_size=6).hexdigest()
    return Identity(found.span.file, found.code, text[:_LENGTH], digest)


def _text(span: Span, lines: Sequence[str]) -> str:
    own = list(lines[span.line - 1 : span.end_line])
    if not own:
        return ""
    # the end first: on one line, the beginning would move it
    if len(own) == span.end_line - span.line + 1:
        own[-1] = own[-1][: span.end_column - 1]
    own[0] = own[0][span.column - 1 :]
    return "\n".join(own)


def numbered(
    found: Iterable[Found], lines: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Found, Identity, int]]:
    """Each finding with its identity, and how many of the same came before it."""
    seen: Counter[Identity] = Counter()
    for each in found:
        own = identity(each, lines)
        yield each, own, seen[own]
        seen[own] += 1
