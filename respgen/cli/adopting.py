"""What `respgen adopt` says: the entries, and what is left and why; and which file gets them.

Goes in: an Adoption. The entries go to stdout, everything about them to stderr.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from respgen.adopt.adoption import Adoption, Request
from respgen.adopt.openapi import OpenAPI, Unknown
from respgen.adopt.proposals import Left
from respgen.cli.inspection import OpenProject, unreadable
from respgen.cli.reporters.visible import visible
from respgen.cli.terminal import Stop, complain, say_message
from respgen.diagnostics import Problems
from respgen.load import Unreadable, contents, foreign
from respgen.rules import r0
from respgen.schema.stems import why_not
from respgen.vocabulary.identifiers import mended

_YAML = (".yaml", ".yml")


def destination(where: OpenProject, given: Path | None) -> Path:
    """The file that gets the entries. Raises Stop where no schema can be there."""
    folders = [each for each in where.project.sources if not each.is_file()]
    if given is None:
        if not folders:
            raise Stop("the setting schemas names no folder: say --into FILE")
        return folders[0] / "adopted.yaml"
    path = Path(os.path.realpath(given))
    if path.suffix.lower() not in _YAML:
        raise Stop(f"{given} is no YAML\n  help: name a file that ends in .yaml")
    _check_stem(where, given, path)
    if path.parent not in map(_real, folders) and path not in map(
        _real, where.project.schemas
    ):
        listed = ", ".join(where.shown(where.project.name(each)) for each in folders)
        raise Stop(
            f"{given} would be no schema of the project\n  help: name a file in {listed}"
        )
    return path


def _check_stem(where: OpenProject, given: Path, path: Path) -> None:
    """Raises Stop where the file gives no module of its own (R011)."""
    if reason := why_not(path.stem):
        name = mended(path.stem)
        better = given.with_stem(name if name and not why_not(name) else "adopted")
        raise Stop(f"{given}: {reason}\n  help: name another file, such as {better}")
    for other in where.project.schemas:
        if _real(other) != path and other.stem.lower() == path.stem.lower():
            shown = where.shown(where.project.name(other))
            message = f"{given} and {shown} would generate the same module"
            raise Stop(f"{message}\n  help: name another file")


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def openapi(where: OpenProject, given: Path) -> OpenAPI:
    """The document in a file. Raises Stop."""
    name = where.project.name(given.absolute())
    shown = where.shown(name)
    problems = Problems()
    try:
        tree = foreign(contents(given, name), name, problems)
    except Unreadable as error:
        raise unreadable(where, error) from error
    for each in problems:
        place = f"{shown}:{each.span.line}:{each.span.column}"
        advice = "" if each.code == r0.LIMIT.code else f"; {each.help}"  # of schemas
        raise Stop(f"{place}: {each.message}{advice}")
    if tree is None:
        raise Stop(f"{shown} cannot be read")
    try:
        return OpenAPI.of(tree)
    except Unknown as error:
        place = f"{shown}:{error.span.line}:{error.span.column}"
        raise Stop(f"{place}: {error}") from error


def publish(where: OpenProject, asked: Request, made: Adoption, wrote: bool) -> None:
    """Say it."""
    if made.proposals and not wrote:
        say_message(made.fresh)
    for line in _lines(where, asked, made, wrote):
        complain(visible(line))


def _lines(
    where: OpenProject, asked: Request, made: Adoption, wrote: bool
) -> Iterator[str]:
    for each in made.mended:
        yield f"{_place(where, each)}: unsafe: {each.what} mends this: {each.reason}"
    for each in made.lost:
        yield f"{_place(where, each)}: {each.what} stays: {each.reason}"
    count = len(made.proposals)
    places = sum(each.places for each in made.proposals)
    if made.failure:
        yield f"nothing was tried: {made.failure}"
    if made.few:
        few = "1 place is" if made.few == 1 else f"{made.few:,} places are"
        yield f"{few} of shapes that are made in fewer than {asked.least} (--min)"
    if not count:
        yield "there is nothing to adopt"
        return
    word = "wrote" if wrote else "would write"
    entries = "1 entry" if count == 1 else f"{count:,} entries"
    sites = "1 place" if places == 1 else f"{places:,} places"
    yield f"{word} {entries} for {sites} to {where.shown(asked.into)}"
    if made.brings_fastapi:
        yield 'no file names fastapi, which the catalogue will import: set target = "starlette" in [tool.respgen]'


def _place(where: OpenProject, found: Left) -> str:
    span = found.span
    return f"{where.shown(span.file)}:{span.line}:{span.column}"
