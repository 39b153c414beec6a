"""What emit hands to output: names and text, before anything touches a disk."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class GeneratedFile:
    """One file of the output package.

    `path` is relative to the output folder, with forward slashes; `text` ends its lines with LF
    and stands below the two lines of the stamp, which it does not contain.
    """

    path: str
    text: str
