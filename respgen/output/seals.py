"""What the seals of a module must say: digests of what it means, whatever its layout.

Goes in: the head and the sections of a module. Comes out: a seal for each.

The head has no digest of all that is in it, since two branches that each add a class both change
it. The sections guard its imports: the seal of one covers where its names come from.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from hashlib import sha256

from respgen.output.canonical import Words, canonical, comments, docstring, names
from respgen.output.heads import (
    Origins,
    exports,
    imported,
    is_head,
    may_be_left,
    origins,
)
from respgen.output.sections import Section, apart

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a section says whatever its layout, as a digest, and the words in it."""

    digest: str
    words: Words
    names: tuple[str, ...]
    is_torn: bool


def meaning(section: Section) -> Meaning:
    """What a section says."""
    words = Words()
    written = [canonical(statement, words) for statement in section.body]
    written += comments(section.text)
    words.bound -= _members(section)
    # what is torn may define anything
    found = _WORD.findall(section.text) if section.is_torn else section.names
    return Meaning(_digest(written, 12), words, tuple(found), section.is_torn)


def seal(meaning: Meaning, origins: Origins) -> str:
    """What the seal of a section must say: what it means, and where its names come from."""
    used = (meaning.words.read - meaning.words.bound) & origins.keys()
    sources = sorted(f"{name} {origins[name]}" for name in used)
    return f"{meaning.digest}-{_digest(sources, 4)}"


def head_seal(
    head: Section, meanings: Sequence[Meaning], expected: Set[str] = frozenset()
) -> str:
    """What the seal of the head must say: all in it that has no part in any section.

    `expected` are names that sections should define or export.
    """
    brought = origins(head.body).keys()
    used = {name for each in meanings for name in each.words.read}
    if any(each.is_torn for each in meanings):
        used |= brought
    elif brought - used:
        texts = {text for each in meanings for text in each.words.texts}
        used.update(name for text in texts for name in _WORD.findall(text))
    ours = {name for name, of in origins(head.body).items() if may_be_left(of)}
    known = {name for each in meanings for name in each.names} | ours | expected
    return _digest(_rest(head, used, known), 8)


def lost(section: Section, known: Iterable[str]) -> bool:
    """Whether it uses a name that nothing defines or imports: an import went missing."""
    own = {name for each in section.body for name in (*_bound(each), *_local(each))}
    words = meaning(section).words
    return bool(words.read - own - words.bound - {*known} - {*dir(builtins)})


def beside(section: Section) -> tuple[Section, ...]:
    """What stands beside the definition that the seal is of, where that itself was not changed."""
    own = section.seal.partition("-")[0]
    parts = apart(section)
    strange = tuple(each for each in parts if meaning(each).digest != own)
    return strange if len(strange) == len(parts) - 1 else ()


def _rest(head: Section, used: Set[str], known: Set[str]) -> Iterator[str]:
    yield from comments(head.text)
    for place, statement in enumerate(head.body):
        if not is_head(statement, place):
            yield canonical(statement, Words())
        elif isinstance(statement, ast.Expr):
            yield docstring(str(getattr(statement.value, "value", "")))
        elif (exported := exports(statement)) is not None:
            yield from sorted({*exported} - known)
        else:
            for name, origin in sorted(imported(statement).items()):
                if name not in used and not may_be_left(origin):
                    yield f"{name} {origin}"


def _members(section: Section) -> set[str]:
    """What its classes define: in `x = x` there, the second x is the module's."""
    return {
        name
        for statement in section.body
        if isinstance(statement, ast.ClassDef)
        for each in statement.body
        for name in names(each)
    }


def _bound(statement: ast.stmt) -> Iterator[str]:
    """Names that are bound other than by assignment or as a parameter."""
    for node in ast.walk(statement):
        match node:
            case (
                ast.ClassDef(name) | ast.FunctionDef(name) | ast.AsyncFunctionDef(name)
            ):
                yield name
            case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)):
                yield name
            case ast.MatchStar(name=str(name)) | ast.MatchMapping(rest=str(name)):
                yield name
            case ast.Import() | ast.ImportFrom():
                yield from imported(node)


def _local(statement: ast.stmt) -> Iterator[str]:
    """Names that functions bind: a parameter may be called as a member of the class is."""
    for function in ast.walk(statement):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            for node in ast.walk(function):
                match node:
                    case ast.arg(name) | ast.Name(name, ast.Store()):
                        yield name


def _digest(texts: Iterable[str], length: int) -> str:
    whole = "\0".join(f"{len(text)} {text}" for text in texts)
    return sha256(whole.encode(errors="surrogatepass")).hexdigest()[:length]
