"""Edits: whatever a file looks like, the tree changes as it was asked and nothing else does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from copy import deepcopy
from random import Random
from typing import Any

import pytest
from hypothesis import event, given, note
from hypothesis import strategies as st

from respgen.diagnostics import Add, Fix, Problems, Remove, Replace
from respgen.fix.changes import TreeChange, Uncertain, change_of
from respgen.fix.document import Document, KeyPath, Spot
from respgen.fix.edit import Edited, edit
from respgen.load import parse
from respgen.load.tree import Mapping, Scalar, plain
from respgen.located import Plain
from tests.unit.fix.writing import WRITERS

_WORDS = st.sampled_from(
    [
        "a", "X-A", "with space", "a.b", "ü", "true", "1", "null", "=", "it's", "-",
        'say "hi"', "x: y", "x #y", "{", "Thu, 29 Feb", "", " edge ", "tab\there", "🍎",
    ]
)  # fmt: skip
_TEXT = _WORDS | st.text(st.characters(codec="utf-8", categories=["L", "P", "Zs"]))
_SCALARS = st.booleans() | st.integers(-9, 10**6) | _TEXT
_TREES = st.recursive(
    _SCALARS,
    lambda inside: st.dictionaries(_WORDS, inside, max_size=4)
    | st.lists(inside, max_size=3),
    max_leaves=12,
)
_ROOTS = st.dictionaries(_WORDS, _TREES, min_size=1, max_size=4)
_LEAVES = st.dictionaries(_WORDS, _SCALARS, min_size=1, max_size=2)
every_format = pytest.mark.parametrize("name", WRITERS)


def document(name: str, data: bytes) -> Document:
    problems = Problems()
    file = parse(data, name, problems)
    assert file is not None, list(problems)
    assert not problems.errors, list(problems)
    return Document.of(name, data, file.root)


def spots(found: Document) -> list[Spot]:
    every = (spot for group in found.values.values() for spot in group)
    return sorted(every, key=lambda spot: found.start(spot.node.span))


@st.composite
def documents(draw: st.DrawFn, name: str) -> Document:
    """A tree in some layout, with line ends of one kind, perhaps with a mark before it."""
    text = WRITERS[name](draw(_ROOTS), Random(draw(st.integers(0, 10**9))))
    data = text.replace("\n", draw(st.sampled_from(["\n", "\r\n"]))).encode()
    return document(name, draw(st.sampled_from([b"", b"\xef\xbb\xbf"])) + data)


@st.composite
def fixes(draw: st.DrawFn, found: Document) -> tuple[Fix, Spot]:
    """Something that a rule may want changed, and where."""
    kind = draw(st.sampled_from(["put", "rename", "remove", "add", "add"]))
    every = spots(found)
    fitting = [spot for spot in every if _fits(kind, spot)]
    spot = draw(st.sampled_from(fitting or every))
    key = spot.entry.key_span if spot.entry is not None else spot.node.span
    if not fitting or kind == "remove":
        return Remove(key), spot
    if kind == "put":
        return Replace(spot.node.span, draw(_SCALARS)), spot
    if kind == "rename":
        return Replace(key, draw(_TEXT)), spot
    path = tuple(draw(st.lists(_WORDS, min_size=1, max_size=3)))
    return Add(key, path, draw(_SCALARS | _LEAVES)), spot


def _fits(kind: str, spot: Spot) -> bool:
    kinds = {
        "put": isinstance(spot.node, Scalar),
        "rename": spot.entry is not None,
        "add": spot.entry is not None and isinstance(spot.node, Mapping),
    }
    return kinds.get(kind, True)


def ask(tree: Any, fix: Fix, spot: Spot) -> bool:
    """Make in a plain tree what a fix asks for; whether it asks for something that can be."""
    holder = tree
    for step in spot.path[:-1]:
        holder = holder[step]
    last = spot.path[-1]
    match fix:
        case Replace(span, value) if span == spot.node.span:
            holder[last] = value
        case Replace(_, key):
            if key in holder:
                return False
            holder[key] = holder.pop(last)
        case Remove():
            del holder[last]
        case Add(_, path, value):
            return _added(holder[last], path, deepcopy(value))
    return True


def _added(inside: Any, path: tuple[str, ...], value: Any) -> bool:
    for key in path[:-1]:
        if not isinstance(inside.setdefault(key, {}), dict):
            return False
        inside = inside[key]
    new = path[-1] not in inside
    inside.setdefault(path[-1], value)
    return new


def comments(text: str) -> list[str]:
    """Those that the writers made; text has `#1` alone, and nowhere a letter behind it."""
    return re.findall(r"#\d+", text)


def ends(text: str) -> set[str]:
    return set(re.findall(r"\r?\n", text))


def made(found: Document, fix: Fix) -> Edited | None:
    try:
        return edit(found, [change_of(fix, found)])
    except Uncertain:
        return None


@every_format
@given(data=st.data())
def test_a_fix_changes_what_it_says(name: str, data: st.DataObject) -> None:
    """The tree is the old one with the fix; comments, line ends and the mark are as they were."""
    found = data.draw(documents(name))
    fix, spot = data.draw(fixes(found))
    done = made(found, fix)
    note(f"{found.text}\n--- {fix}\n{done.data.decode() if done else None}")
    event(f"{type(fix).__name__}: {'done' if done else 'refused'}")
    asked = plain(found.root)
    possible = ask(asked, fix, spot)
    if done is None:
        assert not possible or isinstance(fix, Remove)
        return
    new = document(name, done.data)
    assert repr(_sorted(plain(new.root))) == repr(_sorted(asked))
    assert comments(new.text) == comments(found.text)
    assert new.marked == found.marked
    assert ends(new.text) <= (ends(found.text) or {"\n"})


@every_format
@given(data=st.data())
def test_fixes_together(name: str, data: st.DataObject) -> None:
    """Of several fixes those that can be are made, and nothing of the others."""
    found = data.draw(documents(name))
    asked = data.draw(st.lists(fixes(found), min_size=2, max_size=4))
    rows: list[tuple[TreeChange, Fix, Spot]] = []
    for fix, spot in asked:
        with suppress(Uncertain):
            change = change_of(fix, found)
            # of two alike one says it all
            rows += [(change, fix, spot)] if fix not in [row[1] for row in rows] else []
    done = edit(found, [change for change, _, _ in rows])
    if done is None:
        return
    event(f"{len(done.changes)} of {len(rows)}")
    tree = plain(found.root)
    # the last first: what goes from a list moves what is behind it
    for change, fix, spot in sorted(rows, key=lambda row: row[2].path, reverse=True):
        if any(change is each for each in done.changes):
            ask(tree, fix, spot)
    new = document(name, done.data)
    assert repr(_sorted(plain(new.root))) == repr(_sorted(tree))
    assert comments(new.text) == comments(found.text)


def _sorted(tree: Plain) -> Plain:
    """With keys in one order: where a new one goes, and what a table's order is, is a layout's."""
    if isinstance(tree, dict):
        return {key: _sorted(tree[key]) for key in sorted(tree)}
    return [_sorted(item) for item in tree] if isinstance(tree, list) else tree


@every_format
@given(data=st.data())
def test_what_is_beside_it_stays(name: str, data: st.DataObject) -> None:
    """Every other key and value is written as it was, quotes and all."""
    found = data.draw(documents(name))
    fix, spot = data.draw(fixes(found))
    if done := made(found, fix):
        old, new = written(found), written(document(name, done.data))
        assert {path: new.get(path) for path in beside(old, spot)} == {
            path: old[path] for path in beside(old, spot)
        }


def written(found: Document) -> dict[KeyPath, tuple[str, str]]:
    """Each key and scalar as it stands there."""
    return {
        spot.path: (
            found.written(spot.entry.key_span) if spot.entry else "",
            found.written(spot.node.span) if isinstance(spot.node, Scalar) else "",
        )
        for spot in spots(found)
    }


def beside(paths: Iterable[KeyPath], spot: Spot) -> list[KeyPath]:
    """The paths that neither lead to a spot, nor through it, nor through a list that it is in."""
    group = spot.path if spot.entry else spot.path[:-1]
    return [
        path
        for path in paths
        if path[: len(group)] != group and spot.path[: len(path)] != path
    ]
