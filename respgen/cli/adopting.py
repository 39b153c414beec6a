"""What `respgen adopt` says: the entries, and what is left and why; and which file gets them.

Goes in: an Adoption. The entries go to stdout, everything about them to stderr.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from respgen.adopt.adoption import Adoption, Request
from respgen.cli.inspection import OpenProject
from respgen.cli.terminal import Stop, complain, say_message

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
        raise Stop(f"{given} is no YAML: name a file that ends in .yaml")
    if path.parent not in map(_real, folders) and path not in map(
        _real, where.project.schemas
    ):
        listed = ", ".join(where.shown(where.project.name(each)) for each in folders)
        raise Stop(
            f"{given} would be no schema of the project: name a file in {listed}"
        )
    return path


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def publish(where: OpenProject, asked: Request, made: Adoption, wrote: bool) -> None:
    """Say it."""
    if made.proposals and not wrote:
        say_message(made.fresh)
    for line in _lines(where, asked, made, wrote):
        complain(line)


def _lines(
    where: OpenProject, asked: Request, made: Adoption, wrote: bool
) -> Iterator[str]:
    for each in made.lost:
        place = f"{where.shown(each.span.file)}:{each.span.line}:{each.span.column}"
        yield f"{place}: {each.what} stays: {each.reason}"
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
