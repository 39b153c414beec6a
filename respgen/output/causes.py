"""Why a file of ours is not what is wanted: the true causes, each with the place where it shows.

Goes in: the bytes of a file that somebody or something changed, and those wanted. Comes out:
causes, the ones to act on first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from respgen.output.heads import vouched
from respgen.output.seals import beside
from respgen.output.stamp import Part, Reading

_GIVEN = re.compile(r"\b(\w+)=self\.\1\b")
_BETWEEN = re.compile(r"[\s,]+")


class Why(StrEnum):
    """A cause, in the words that people read."""

    CONFLICT = "conflict markers"
    EDIT = "edited by hand"
    ORDER_MARK = "a byte order mark"
    LINE_ENDS = "mixed line ends"
    REVISION = "respgen's own output changed"
    SETTINGS = "settings changed"
    TEMPLATES = "a template changed"
    SCHEMA = "schema changed"
    FUNCTION = "the parameters of a render function changed"
    SORTING = "its imports are sorted in another way: the project's packages changed, or a formatter sorted them"
    FORMATTER = "a formatter changed its layout"
    IMPORTS = "imports or exports are missing, moved or left over, as after a merge"
    STAMP = "its stamp was changed"


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause; `line` is where it shows, from 1, or 0. `names` are the definitions it concerns."""

    why: Why
    line: int = 0
    names: tuple[str, ...] = ()


def causes(data: bytes, old: Reading, new: Reading) -> tuple[Cause, ...]:
    """Why `data`, which reads as `old`, is not what `new` is. Never none."""
    found = [*_damage(data, old, new)]
    if not old.conflict:
        inputs = [*_inputs(old, new)]
        found += inputs or [*_schema(old, new), *_layout(old, new)]
        if not any(cause.why is not Why.FORMATTER for cause in found):
            found += _stamp(old, new)
    return tuple(found) or (Cause(_head_layout(old, new)),)


def is_mixed(data: bytes) -> bool:
    """Whether lines end in several ways, or in CR alone."""
    rest = data.replace(b"\r\n", b"")
    return b"\r" in rest or (b"\n" in rest and len(rest) != len(data))


def _damage(data: bytes, old: Reading, new: Reading) -> Iterator[Cause]:
    if old.conflict:
        yield Cause(Why.CONFLICT, old.conflict)
    if old.edited and old.meaning != new.meaning:
        edited = [_edit(part) for part in old.parts if part.edited]
        names = _names(old, edited, "imports and exports")
        yield Cause(Why.EDIT, old.line(edited[0]), tuple(names))
    if data.startswith(b"\xef\xbb\xbf"):
        yield Cause(Why.ORDER_MARK, 1)
    if is_mixed(data):
        yield Cause(Why.LINE_ENDS)


def _edit(part: Part) -> Part:
    """A part, or what somebody wrote below the definition that it is."""
    added = beside(part.section)
    if not added:
        return part
    body = tuple(statement for each in added for statement in each.body)
    return replace(part, section=replace(added[0], body=body))


def _inputs(old: Reading, new: Reading) -> Iterator[Cause]:
    """Which input but the schema changed since it was generated: line 2 says so."""
    was, now = old.claim, new.claim
    if was and now:
        if was.revision != now.revision:
            yield Cause(Why.REVISION)
        if was.marks.settings != now.marks.settings:
            yield Cause(Why.SETTINGS)
        if was.marks.templates != now.marks.templates:
            yield Cause(Why.TEMPLATES)


def _schema(old: Reading, new: Reading) -> Iterator[Cause]:
    """Compares seals, so that an edit is not taken for a change of the schema."""
    was = {part.claimed: part for part in old.parts[1:]}
    now = {part.claimed: part for part in new.parts[1:]}
    names: list[str] = []
    if old.claim and new.claim and old.claim.head != new.claim.head:
        names.append("the docstring")
    if old.meaning[1:] != new.meaning[1:]:  # else only seals were changed
        gone = [was[each] for each in was.keys() - now.keys()]
        names += _names(old, sorted(gone, key=old.line), "")
        come = [now[each] for each in now.keys() - was.keys()]
        names += _names(new, sorted(come, key=new.line), "")
        if was.keys() == now.keys() and [*was] != [*now]:
            names.append("the order")
    if names:
        why = Why.FUNCTION if _is_call_alone(old, new) else Why.SCHEMA
        yield Cause(why, names=tuple(dict.fromkeys(names)))


def _is_call_alone(old: Reading, new: Reading) -> bool:
    """Whether no more differs than which params a function gets: its own signature says that."""
    return not old.edited and _without_params(old) == _without_params(new)


def _without_params(reading: Reading) -> list[str]:
    texts = (part.section.text for part in reading.parts)
    return [_BETWEEN.sub("", _GIVEN.sub("", text)) for text in texts]


def _head_layout(old: Reading, new: Reading) -> Why:
    """The sections of imports follow from which packages are the project's."""
    was, now = old.parts[0].section.text, new.parts[0].section.text
    same = sorted(was.split()) == sorted(now.split())
    return Why.SORTING if same and was.strip() != now.strip() else Why.FORMATTER


def _layout(old: Reading, new: Reading) -> Iterator[Cause]:
    """Whether what means the same is written in another way, or parts of the head were lost."""
    was, now = _texts(old), _texts(new)
    if any(was[each] != now[each] for each in was.keys() & now.keys()):
        yield Cause(Why.FORMATTER)


def _texts(reading: Reading) -> dict[str, str]:
    """What definitions mean, wherever their names come from, and how that is written."""
    return {
        part.found.partition("-")[0]: part.section.text.strip()
        for part in reading.parts[1:]
    }


def _stamp(old: Reading, new: Reading) -> Iterator[Cause]:
    """What remains: the head and the stamp."""
    was, now = old.parts[0].section.body, new.parts[0].section.body
    if vouched(was) != vouched(now):
        yield Cause(Why.IMPORTS)
    elif old.claim != new.claim or _claims(old) != _claims(new):
        yield Cause(Why.STAMP)


def _claims(reading: Reading) -> list[str]:
    return [part.claimed for part in reading.parts]


def _names(reading: Reading, parts: Iterable[Part], head: str) -> Iterator[str]:
    """What parts are called: the head `head`, and what is no Python after its line."""
    for part in parts:
        if part is reading.parts[0]:
            yield head
        else:
            yield from part.section.names or (f"line {reading.line(part)}",)
