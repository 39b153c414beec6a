"""Comments that silence findings in Python: `# respgen: ignore[R930]`, `# respgen: ignore-file[R91]`.

Goes in: the text of a file, and findings. Comes out: the comment that silences each, and R901 for
every code of a comment that silences nothing.
"""

from __future__ import annotations

import tokenize
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from itertools import islice

from respgen.audit.choice import Choice
from respgen.audit.findings import Found
from respgen.diagnostics import Span
from respgen.rules import r9
from respgen.rules.codes import IgnoreComment, ignore_comment, named, near

_LAYOUT = frozenset({tokenize.COMMENT, tokenize.NL, tokenize.ENCODING})
_MOST = 20
"""At most so many findings are reported for one comment."""
_UNSILENCED = frozenset({r9.UNREAD.code, r9.USELESS_SUPPRESSION.code})


@dataclass(frozen=True, slots=True)
class Comments:
    """Those of a file by their lines, and those of the whole file; `late` ones come too late for it."""

    lines: Mapping[int, IgnoreComment] = field(default_factory=dict)
    whole: tuple[IgnoreComment, ...] = ()
    late: tuple[IgnoreComment, ...] = ()

    def silencing(self, found: Found) -> IgnoreComment | None:
        """The comment that names the finding, on its line or where its statement begins."""
        if found.code in _UNSILENCED:
            return None
        near = (
            self.lines.get(line) for line in (found.span.line, found.statement.line)
        )
        each = (*near, *self.whole)
        return next((one for one in each if one and one.covers(found.code)), None)


def comments(name: str, data: bytes) -> Comments:
    """Those of a file that can be parsed."""
    if b"respgen" not in data:
        return Comments()
    lines: dict[int, IgnoreComment] = {}
    whole: list[IgnoreComment] = []
    late: list[IgnoreComment] = []
    for begun, comment in _found(name, data):
        if not comment.whole_file:
            lines[comment.span.line] = comment
        else:
            (late if begun else whole).append(comment)
    return Comments(lines, tuple(whole), tuple(late))


def _found(name: str, data: bytes) -> Iterator[tuple[bool, IgnoreComment]]:
    """Each comment, and whether a statement has begun before it; a docstring is none."""
    begun = False
    first = True
    for token in _tokens(data):
        if token.type == tokenize.COMMENT:
            line, start = token.start
            if comment := ignore_comment(name, line, token.string):
                yield begun, _moved(comment, start)
        elif first and token.type == tokenize.NEWLINE:
            first = False
        elif token.type not in _LAYOUT:
            begun = begun or not (first and token.type == tokenize.STRING)


def _tokens(data: bytes) -> Iterator[tokenize.TokenInfo]:
    try:
        yield from tokenize.tokenize(BytesIO(data).readline)
    except (tokenize.TokenError, SyntaxError, ValueError, RecursionError):
        return  # the parser took it: what is left has no comment of ours


def _moved(comment: IgnoreComment, by: int) -> IgnoreComment:
    """The comment where its line has it."""

    def moved(span: Span) -> Span:
        return span._replace(column=span.column + by, end_column=span.end_column + by)

    codes = {code: moved(span) for code, span in comment.codes.items()}
    return IgnoreComment(moved(comment.span), codes, comment.whole_file, comment.reason)


def useless(there: Comments, found: Iterable[Found], choice: Choice) -> Iterator[Found]:
    """R901 for what silences none of the findings in the file of the comments."""
    silenced: dict[Span, set[str]] = {}
    for each in found:
        if comment := there.silencing(each):
            silenced.setdefault(comment.span, set()).add(each.code)
    for comment in (*there.lines.values(), *there.whole, *there.late):
        is_late = any(comment is each for each in there.late)
        codes = frozenset(silenced.get(comment.span, ()))
        for span, message, advice in islice(_faults(comment, codes, choice), _MOST):
            if is_late:
                message = "ignore-file stands behind the first statement"
                span, advice = comment.span, "move it to the top of the file"
            rule = r9.USELESS_SUPPRESSION
            words = (message, advice)
            yield Found(rule, rule.severity, span, *words, statement=comment.span)
            if is_late:
                break


def _faults(
    comment: IgnoreComment, silenced: frozenset[str], choice: Choice
) -> Iterator[tuple[Span, str, str]]:
    """What is wrong with a comment, and where; nothing of a code that is not reported anyway."""
    if not comment.codes:
        message = "the comment names no rule, and silences nothing"
        yield comment.span, message, "write the codes in brackets, or remove it"
    where = "in this file" if comment.whole_file else "on this line"
    for code, span in comment.codes.items():
        if not named(code):
            yield span, f"there is no rule {code!r}", near(code)
        elif code in _UNSILENCED:
            yield span, f"{code} cannot be silenced", f"remove {code}"
        elif not any(each.startswith(code) for each in silenced) and (
            choice.reports_any(code, comment.span.file)
        ):
            yield span, f"{code} finds nothing {where}", f"remove {code}"
