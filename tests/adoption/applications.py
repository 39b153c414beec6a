"""Applications, and copies of them that a catalogue is brought to.

Goes in: a folder with an application, its requests, its labels and its schemas. Come out: what
it was and what it became; each part is worked out when it is first looked at.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from tests.adoption.answers import Answer, comparable
from tests.adoption.labels import Label, Variant, read

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
ASIDE = ("requests.yaml", "labels.yaml")
"""What stands beside an application and is none of it."""
NAMES = "F401,F811,F821"
"""ruff's rules about names that nobody uses, that are defined twice, or not at all."""
ORDER = "I"
"""Its rules about the order of imports."""


class NotBuiltError(Exception):
    """A command that respgen does not have yet."""


class FailedError(Exception):
    """A command that did not do what it was asked to."""


@dataclass(frozen=True, slots=True)
class Application:
    """An application as its authors left it."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    def labels(self) -> tuple[Label, ...]:
        return read(self.folder)

    def requests(self) -> dict[str, Any]:
        text = (self.folder / "requests.yaml").read_text(encoding="utf-8")
        found: dict[str, Any] = yaml.safe_load(text)
        return found

    def copied(self, target: Path, variant: Variant) -> Project:
        """A repository of its own; what adopt is to write is not there."""
        left = {"__pycache__", *ASIDE, *(("schemas",) if variant == "adopt" else ())}
        shutil.copytree(self.folder, target, ignore=shutil.ignore_patterns(*left))
        project = Project(target, self.requests())
        project.git("init", "-q")
        project.commit()
        return project


def applications(folder: Path) -> list[Application]:
    """The applications in a folder."""
    return [Application(path.parent) for path in sorted(folder.glob("*/requests.yaml"))]


@dataclass(frozen=True, slots=True)
class Project:
    """A copy, in which commands run; none of them is told more than a user would tell."""

    root: Path
    requests: dict[str, Any]

    def run(self, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join((str(self.root), str(REPOSITORY)))
        environment = {**os.environ, "PYTHONPATH": path, "NO_COLOR": "1"}
        environment |= {"PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(
            [sys.executable, *words],
            cwd=self.root,
            env=environment,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
        )

    def out(self, *words: str, stdin: str = "", status: tuple[int, ...] = (0,)) -> str:
        done = self.run(*words, stdin=stdin)
        if done.returncode not in status or "Traceback" in done.stderr:
            said = (done.stdout + done.stderr)[-3000:]
            raise FailedError(f"{' '.join(words)}: exit {done.returncode}\n{said}")
        return done.stdout

    def respgen(self, *words: str, status: tuple[int, ...] = (0,)) -> str:
        return self.out("-m", "respgen", *words, status=status)

    def git(self, *words: str, stdin: str = "") -> str:
        author = ("-c", "user.name=a", "-c", "user.email=a@example.org")
        done = subprocess.run(
            ["git", *author, "-c", "core.autocrlf=false", *words],
            cwd=self.root,
            input=stdin.encode(),
            capture_output=True,
            check=False,
        )
        if done.returncode:
            raise FailedError(f"git {' '.join(words)}: {done.stderr.decode()}")
        return done.stdout.decode()

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", "state")

    def cloned(self, target: Path) -> Project:
        shutil.copytree(self.root, target, ignore=shutil.ignore_patterns("__pycache__"))
        return Project(target, self.requests)

    def tree(self) -> dict[str, bytes]:
        """Every file but those of git and of caches."""
        names = self.git("ls-files", "-co", "--exclude=.*_cache", "-z").split("\0")
        found = {name: self.root / name for name in names if name}
        return {
            n: p.read_bytes() for n, p in found.items() if p.is_file() and n[0] != "."
        }

    def tests(self) -> str:
        """Its own tests; fails with what they say."""
        return self.out(
            "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:respgen"
        )

    def answers(self) -> list[Answer]:
        """What it answers to the requests, and its OpenAPI document."""
        script = str(HERE / "recording.py")
        said = self.out(script, stdin=json.dumps(self.requests))
        recorded: list[Answer] = json.loads(said)
        return comparable(recorded)

    def audit(self) -> dict[str, Any]:
        said = self.respgen("audit", "--format", "json", status=(0, 1))
        found: dict[str, Any] = json.loads(said)
        return found

    def type_errors(self) -> Counter[str]:
        """What mypy --strict finds, without the lines."""
        cache = REPOSITORY / ".mypy_cache" / "adoption"
        words = (
            "--no-error-summary",
            "--hide-error-context",
            "--cache-dir",
            str(cache),
        )
        said = self.out("-m", "mypy", "--strict", *words, ".", status=(0, 1))
        return Counter(_without_line(line) for line in said.splitlines())

    def ruff(self, rules: str) -> Counter[str]:
        """What ruff finds by these rules, without the lines."""
        words = (
            "check",
            "--no-cache",
            "--output-format",
            "concise",
            "--select",
            rules,
        )
        said = self.out("-m", "ruff", *words, "-q", ".", status=(0, 1))
        return Counter(_without_line(line) for line in said.splitlines())


def _without_line(text: str) -> str:
    file, _, rest = text.partition(":")
    return f"{file}:{rest.lstrip('0123456789:')}"


class Adoption:
    """An application, before and after a catalogue takes over what it can."""

    def __init__(self, app: Application, variant: Variant, folder: Path) -> None:
        self.app, self.variant, self.folder = app, variant, folder

    @cached_property
    def untouched(self) -> Project:
        """The application as it is."""
        return self.app.copied(self.folder / "untouched", self.variant)

    @cached_property
    def catalogued(self) -> Project:
        """The same beside its catalogue, which nothing uses."""
        if self.variant == "adopt":
            self._needs("adopt")
        project = self.untouched.cloned(self.folder / "catalogued")
        if self.variant == "adopt":
            project.respgen("adopt", "--write", "--min", "1", *self._verifying())
        project.respgen("generate")
        project.commit()
        return project

    @cached_property
    def printed(self) -> str:
        """The diff that migrate prints."""
        self._needs("migrate")
        return self.catalogued.respgen("migrate")

    @cached_property
    def migrated(self) -> Project:
        self._needs("migrate")
        project = self.catalogued.cloned(self.folder / "migrated")
        project.respgen("migrate", "--write")
        return project

    @cached_property
    def applied(self) -> Project:
        """The catalogued one, to which git applied the diff."""
        project = self.catalogued.cloned(self.folder / "applied")
        if self.printed:
            project.git("apply", "-", stdin=self.printed)
        return project

    @cached_property
    def again(self) -> Project:
        """The migrated one, migrated once more."""
        project = self.migrated.cloned(self.folder / "again")
        project.respgen("migrate", "--write")
        return project

    @cached_property
    def audit_before(self) -> dict[str, Any]:
        return self.untouched.audit()

    @cached_property
    def audit_after(self) -> dict[str, Any]:
        return self.migrated.audit()

    def _verifying(self) -> tuple[str, ...]:
        """Until adopt can verify, what it writes is proven by the answers alone."""
        said = self.untouched.respgen("adopt", "--help")
        return ("--verify",) if "--verify" in said else ()

    def _needs(self, command: str) -> None:
        if self.untouched.run("-m", "respgen", command, "--help").returncode:
            raise NotBuiltError(f"respgen {command} is not built yet")
