"""[tool.respgen.workspace]: the projects of a repository that one command works on.

Goes in: the root of a workspace and its table. Come out: the roots of its members, and findings
about those that are none.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from glob import glob, has_magic
from pathlib import Path
from shlex import quote
from typing import Any

from respgen.diagnostics import Finding, KeyPath, nearest
from respgen.project.mistakes import FILE, mistake
from respgen.project.patterns import matching
from respgen.project.pyproject import contents, declares, document, table

TABLE = "workspace"
_HERE = ("tool", "respgen", TABLE)
_MEMBERS = (*_HERE, "members")


def is_workspace(data: bytes) -> bool:
    """Whether a pyproject.toml lists members."""
    if TABLE.encode() not in data:
        return False  # most are none, and reading takes a millisecond
    return TABLE in table(document(data) or {}, "tool", "respgen")


def is_project(folder: Path) -> bool:
    """Whether a folder is the root of a project: its own, not that of a workspace above it."""
    data = contents(folder / FILE)
    if data is None:
        return False
    return declares(data) or os.path.isdir(folder / "schemas")


def members(
    root: Path, settings: Mapping[str, Any]
) -> tuple[tuple[Path, ...], list[Finding]]:
    """The roots of the members in [tool.respgen], in their order; and what is wrong with the list."""
    reader = _Members(root)
    folders = tuple(dict.fromkeys(reader.folders(settings[TABLE])))
    return folders, reader.mistakes


@dataclass(slots=True)
class _Members:
    """Reads the list; what is no member is noted and left out."""

    root: Path
    mistakes: list[Finding] = field(default_factory=list)
    _named: set[Path] = field(default_factory=set)

    def folders(self, workspace: object) -> Iterator[Path]:
        if not isinstance(workspace, dict):
            message = f"{TABLE} must be a table"
            self._wrong(
                _HERE, message, "write [tool.respgen.workspace] on its own line"
            )
            return
        for key in workspace.keys() - {"members"}:
            advice = nearest(key, ["members"]) or "members is the only key"
            self.mistakes.append(
                mistake(f"unknown key {key!r}", advice, (*_HERE, key), at_key=True)
            )
        for place, text in self._texts(workspace.get("members")):
            yield from self._matching(place, text)

    def _texts(self, value: object) -> Iterator[tuple[KeyPath, str]]:
        advice = 'list the folders of projects: members = ["services/a", "services/*"]'
        if not isinstance(value, list) or not value:
            self._wrong(_MEMBERS, "members must be a list of folders", advice)
            return
        for index, item in enumerate(value):
            place = (*_MEMBERS, index)
            if isinstance(item, str) and item and "\0" not in item:
                yield place, item
            else:
                self._wrong(place, f"{item!r} is not the path of a folder", advice)

    def _matching(self, place: KeyPath, text: str) -> Iterator[Path]:
        if os.path.isabs(text):
            advice = f"write the path from the folder of this {FILE}"
            self._wrong(place, f"{text!r} is not a relative path", advice)
        elif has_magic(text):
            yield from self._glob(place, text)
        elif self._is_member(place, text):
            yield self._folder(text)

    def _glob(self, place: KeyPath, text: str) -> Iterator[Path]:
        found = sorted(matching(self.root, text))
        projects = [each for each in found if self._may_be(each)]
        if not projects:
            advice = f"a project has a {FILE} with [tool.respgen]"
            self._wrong(place, f"{text!r} matches no folder with a project", advice)
        yield from projects

    def _may_be(self, folder: Path) -> bool:
        """Whether a folder that a pattern matches is a member: what is none is passed over."""
        below = folder != self.root and folder.is_relative_to(self.root)
        return below and is_project(folder) and not self._is_workspace(folder)

    def _is_member(self, place: KeyPath, text: str) -> bool:
        folder = self._folder(text)
        if folder == self.root:
            message = "the root of a workspace is not one of its members"
            advice = (
                "remove it: with settings or schemas of its own it is a project, too"
            )
        elif not folder.is_relative_to(self.root):
            message = f"{text!r} is outside of the workspace"
            advice = f"put [tool.respgen.workspace] into a {FILE} above both"
        elif not os.path.isdir(folder):
            message = f"there is no folder {text!r}"
            advice = self._near(text)
        elif not is_project(folder):
            message = f"there is no project in {text!r}"
            advice = f"`respgen -C {quote(text)} init` starts one"
        elif self._is_workspace(folder):
            message = f"{text!r} is a workspace of its own"
            advice = "list its members here, and remove its [tool.respgen.workspace]"
        elif folder in self._named:
            message, advice = f"{text!r} is listed twice", "remove one of the two"
        else:
            self._named.add(folder)
            return True
        self._wrong(place, message, advice)
        return False

    def _folder(self, text: str) -> Path:
        return Path(os.path.realpath(self.root / text))

    def _is_workspace(self, folder: Path) -> bool:
        return is_workspace(contents(folder / FILE) or b"")

    def _near(self, text: str) -> str:
        """A folder beside the missing one that is called nearly so."""
        above = os.path.dirname(os.path.normpath(text))
        beside = glob(os.path.join(above, "*", ""), root_dir=self.root)
        known = [Path(each).as_posix() for each in beside]
        return nearest(text, known) or "correct the path, or remove it"

    def _wrong(self, place: KeyPath, message: str, advice: str) -> None:
        self.mistakes.append(mistake(message, advice, place))
