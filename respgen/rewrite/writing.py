"""Rewritten files -> disk, each in one step.

Go in: files with the bytes that were read and the new ones. Come out: those that were not written,
with the reason; the others go on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from respgen.output.present import Obstacle
from respgen.output.rewrite import Rewrite, rewrite
from respgen.rewrite.edits import Rewritten


def write(root: Path, files: Iterable[Rewritten]) -> Iterator[tuple[Rewritten, str]]:
    """Write what differs; `root` is where the names start. The rest keeps its bytes and its time.

    A link stays one: the file that it points to is written.
    """
    for each in files:
        if each.new != each.old:
            path = Path(os.path.realpath(root / each.name))
            try:
                rewrite([Rewrite(each.name, path, each.old, each.new)])
            except Obstacle as error:
                yield each, str(error)
