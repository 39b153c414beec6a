"""Which findings a project reports: `select` and `ignore` of its settings, comments on lines.

Goes in: all that was found, with the lines and trees of the schemas. Comes out: what of it is
reported, and what is wrong with the comments themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from respgen.diagnostics import Diagnostic, Finding, Places, Problems, Severity, Span
from respgen.load import Lines
from respgen.load.tree import SchemaFile, texts
from respgen.project import Project
from respgen.rules import RULES, r0
from respgen.rules.codes import may_be_ignored, named, near

_COMMENT = re.compile(r"(?:^|\s)(#\s*respgen:?\s*ignore\b(?:\s*\[([^\]#]*)\])?)")
_MOST = 20
"""At most so many findings are reported for one comment."""
_CODE = re.compile(r"[^,\s]+")


@dataclass(frozen=True, slots=True)
class IgnoreComment:
    """`# respgen: ignore[R301, R4]`: the codes, or their beginnings, each with its place."""

    span: Span
    codes: Mapping[str, Span]


def reported(
    found: Problems, project: Project, lines: Lines, trees: Mapping[str, SchemaFile]
) -> Problems:
    """What neither a setting nor a comment ignores, and R015 where a comment ignores nothing."""
    comments = {
        (each.span.file, each.span.line): each
        for name, tree in trees.items()
        for each in _comments(name, lines[name], tree)
    }
    everything = Problems()
    everything.extend(found)
    if comments:
        _note_useless(comments, found, everything)
    chosen = Problems()
    chosen.extend(
        each
        for each in everything
        if not _may_be_ignored(each)
        or (_selected(each, project) and not _ignored(each, comments))
    )
    return chosen


_Comments = Mapping[tuple[str, int], IgnoreComment]
"""By file and line."""


def _comments(
    name: str, lines: Sequence[str], tree: SchemaFile
) -> Iterator[IgnoreComment]:
    """Those that are comments, and no part of a text: only the tree can tell."""
    matches = [
        (number, match)
        for number, line in enumerate(lines, 1)
        if "#" in line and (match := _COMMENT.search(line))
    ]
    spans = sorted({*texts(tree.root)}) if matches else []
    for number, match in matches:
        if not _in_text(spans, (number, match.start(1) + 1)):
            codes = {
                code[0]: _span(name, number, match.start(2), code)
                for code in _CODE.finditer(match[2] or "")
            }
            start, end = match.start(1) + 1, match.end(1) + 1
            yield IgnoreComment(Span(name, number, start, number, end), codes)


def _in_text(spans: Sequence[Span], place: tuple[int, int]) -> bool:
    """Whether a line and column lie in one of these spans, sorted and apart from each other."""
    before = bisect_right(spans, place, key=_start) - 1
    return before >= 0 and place < (spans[before].end_line, spans[before].end_column)


def _start(span: Span) -> tuple[int, int]:
    return span.line, span.column


def _span(name: str, line: int, start: int, code: re.Match[str]) -> Span:
    return Span(name, line, start + code.start() + 1, line, start + code.end() + 1)


def _selected(found: Diagnostic, project: Project) -> bool:
    wanted = not project.select or found.code.startswith(project.select)
    return wanted and not found.code.startswith(project.ignore)


def _ignored(found: Diagnostic, comments: _Comments) -> bool:
    """Whether the comment on the line of a finding names it."""
    comment = comments.get((found.span.file, found.span.line))
    return comment is not None and not _begins(found.code).isdisjoint(comment.codes)


def _begins(code: str) -> set[str]:
    """What names a rule: its code, or the beginning of it."""
    return {code[:length] for length in range(1, len(code) + 1)}


def _may_be_ignored(found: Diagnostic) -> bool:
    """What the run time would refuse anyway is always reported."""
    return not found.binding and RULES[found.code].ignorable


def _note_useless(comments: _Comments, found: Problems, problems: Problems) -> None:
    """Note every comment that ignores nothing, at the code that is to blame."""
    ignored: dict[tuple[str, int], set[str]] = {}
    there: dict[tuple[str, int], str] = {}
    certain = True
    for each in found:
        place = each.span.file, each.span.line
        if _may_be_ignored(each):
            there.setdefault(place, each.code)
        if _may_be_ignored(each) and _ignored(each, comments):
            ignored.setdefault(place, set()).add(each.code)
        else:
            # an error keeps later checks from looking at what the comment is about
            certain = certain and each.severity is not Severity.ERROR
    for place, comment in comments.items():
        if not comment.codes:
            problems.note([_bare(there.get(place, ""))], Places(comment.span))
        useless = _useless(comment, ignored.get(place, set()), certain)
        for finding in islice(useless, _MOST):
            problems.note([finding], Places(comment.span))


def _bare(code: str) -> Finding:
    """A comment without codes; `code` is one that it could name."""
    message = "the comment names no rule, and ignores nothing"
    advice = f"write # respgen: ignore[{code}]" if code else "remove it"
    return Finding(r0.USELESS_IGNORE, message, advice)


def _useless(
    comment: IgnoreComment, ignored: set[str], certain: bool
) -> Iterator[Finding]:
    for code, span in comment.codes.items():
        if not named(code):
            message, advice = f"there is no rule {code!r}", near(code)
        elif not may_be_ignored(code):
            message = f"{code} cannot be ignored"
            advice = f"remove {code} here: what it finds has to be corrected"
        elif certain and not any(each.startswith(code) for each in ignored):
            message = f"{code} finds nothing on this line"
            advice = f"remove {code}: a comment ignores what is found on its own line"
        else:
            continue
        yield Finding(r0.USELESS_IGNORE, message, advice, at=span)
