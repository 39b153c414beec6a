"""Prints how far each application is brought under a catalogue.

    python -m tests.adoption.score [FOLDER ...] [--all]

Each FOLDER is an application; without any, those of this folder. What is missed or wrongly changed is listed;
with `--all` what is refused, too.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.adoption.applications import (
    HERE,
    Adoption,
    Application,
    FailedError,
    NotBuiltError,
    applications,
)
from tests.adoption.judging import judged
from tests.adoption.labels import VARIANTS, Label


def main(words: list[str]) -> int:
    folders = [Path(word) for word in words if not word.startswith("-")]
    apps = [Application(folder.resolve()) for folder in folders] or applications(HERE)
    for app in apps:
        for variant in VARIANTS:
            with TemporaryDirectory() as folder:
                adoption = Adoption(app, variant, Path(folder))
                print(f"{app.name}, {variant}: {_line(adoption, '--all' in words)}")
    return 0


def _line(adoption: Adoption, everything: bool) -> str:
    try:
        found = judged(adoption)
    except (NotBuiltError, FailedError) as error:
        return str(error)
    before, after = (
        report["summary"]["score"]
        for report in (adoption.audit_before, adoption.audit_after)
    )
    wanted = len(found.migrated) + len(found.missed)
    lines = [
        f"{len(adoption.app.labels())} sites labelled, {len(found.migrated)} of {wanted} migrated"
        f" ({found.share:.0f} %), {len(found.refused)} left as they must be, {len(found.wrong)}"
        f" wrongly changed; score {before} -> {after}"
    ]
    lists = {"missed": found.missed, "WRONG": found.wrong}
    if everything:
        lists |= {"migrated": found.migrated, "left": found.refused}
    for word, labels in lists.items():
        lines += [_entry(word, label, adoption) for label in labels]
    return "\n".join(lines)


def _entry(word: str, label: Label, adoption: Adoption) -> str:
    verdict = label.verdicts[adoption.variant]
    first = label.statement.source.partition("\n")[0]
    place = f"{label.file}:{label.statement.start[0]}"
    return f"  {word}: {place}: {first} [{verdict.word}{': ' * bool(verdict.why)}{verdict.why}]"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
