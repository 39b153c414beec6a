"""Which findings a project reports: `select` and `ignore` of its settings, comments on lines.

Goes in: all that was found, with the lines and trees of the schemas. Comes out: what of it is
reported, and what is wrong with the comments themselves.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from respgen.diagnostics import Diagnostic, Finding, Places, Problems, Severity, Span
from respgen.load import Lines
from respgen.load.tree import SchemaFile, texts
from respgen.project import Project
from respgen.rules import RULES, r0
from respgen.rules.codes import (
    IgnoreComment,
    ignore_comment,
    may_be_ignored,
    named,
    near,
)

_MOST = 20
"""At most so many findings are reported for one comment."""


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
    found = [
        comment
        for number, line in enumerate(lines, 1)
        if (comment := ignore_comment(name, number, line))
    ]
    spans = sorted({*texts(tree.root)}) if found else []
    for comment in found:
        if not _in_text(spans, _start(comment.span)):
            # a schema is no file of code: its lines are what comments are about
            yield replace(comment, codes={}) if comment.whole_file else comment


def _in_text(spans: Sequence[Span], place: tuple[int, int]) -> bool:
    """Whether a line and column lie in one of these spans, sorted and apart from each other."""
    before = bisect_right(spans, place, key=_start) - 1
    return before >= 0 and place < (spans[before].end_line, spans[before].end_column)


def _start(span: Span) -> tuple[int, int]:
    return span.line, span.column


def _selected(found: Diagnostic, project: Project) -> bool:
    wanted = not project.select or found.code.startswith(project.select)
    return wanted and not found.code.startswith(project.ignore)


def _ignored(found: Diagnostic, comments: _Comments) -> bool:
    """Whether the comment on the line of a finding names it."""
    comment = comments.get((found.span.file, found.span.line))
    return comment is not None and comment.covers(found.code)


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
