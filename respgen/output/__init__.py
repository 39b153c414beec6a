"""Wanted files against the files present: changes, and from them the disk or a diff."""

from respgen.output.causes import Cause, Why
from respgen.output.compare import ChangeKind, FileChange, compare, refusals
from respgen.output.diff import diff
from respgen.output.present import Obstacle, present
from respgen.output.write import replace, write

__all__ = [
    "Cause",
    "ChangeKind",
    "FileChange",
    "Obstacle",
    "Why",
    "compare",
    "diff",
    "present",
    "refusals",
    "replace",
    "write",
]
