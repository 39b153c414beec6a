"""Holds what was migrated to the labels.

Goes in: an adoption. Comes out: for each label whether the place became what a person would have made
of it, and which places were changed that must not be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tests.adoption.applications import Adoption
from tests.adoption.labels import Label, Statement, innermost, statements

SITES = frozenset(f"R91{digit}" for digit in range(6))


@dataclass(frozen=True, slots=True)
class Judgement:
    """The labels of a variant, by what came of them."""

    migrated: tuple[Label, ...]
    missed: tuple[Label, ...]
    refused: tuple[Label, ...]
    wrong: tuple[Label, ...]

    @property
    def share(self) -> float:
        """Which share of what a person would migrate is migrated, in percent."""
        wanted = len(self.migrated) + len(self.missed)
        return 100 * len(self.migrated) / wanted if wanted else 100.0


def judged(adoption: Adoption) -> Judgement:
    """Every label of an application, against what migrate wrote."""
    tree = adoption.migrated.tree()
    flagged = _flagged(adoption.audit_after, tree)
    migrated, missed, refused, wrong = (list[Label]() for _ in range(4))
    for (file, scope), labels in _by_scope(adoption.app.labels()):
        here = [one for one in statements(tree[file]) if one.scope == scope]
        same, changed = _parted(labels, here)
        for label in same:
            verdict = label.verdicts[adoption.variant]
            (missed if verdict.migrates else refused).append(label)
        wrong += [one for one in changed if _word(one, adoption) == "refuse"]
        done = [one for one in changed if one.verdicts[adoption.variant].migrates]
        free = len(changed) - len(done)
        left = flagged[file, scope] - Counter(one.statement.text for one in labels)
        still = min(len(done), max(0, left.total() - free))
        missed += done[len(done) - still :]
        migrated += done[: len(done) - still]
    return Judgement(tuple(migrated), tuple(missed), tuple(refused), tuple(wrong))


def _word(label: Label, adoption: Adoption) -> str:
    return label.verdicts[adoption.variant].word


def _by_scope(
    labels: Iterable[Label],
) -> Iterator[tuple[tuple[str, str], list[Label]]]:
    found: dict[tuple[str, str], list[Label]] = {}
    for label in labels:
        found.setdefault((label.file, label.statement.scope), []).append(label)
    yield from found.items()


def _parted(
    labels: list[Label], here: list[Statement]
) -> tuple[list[Label], list[Label]]:
    """The labels whose statement is still there, and the others."""
    there = Counter(one.text for one in here)
    same, changed = list[Label](), list[Label]()
    for label in labels:
        text = label.statement.text
        (same if there[text] > 0 else changed).append(label)
        there[text] -= 1
    return same, changed


def _flagged(
    report: dict[str, Any], tree: dict[str, bytes]
) -> dict[tuple[str, str], Counter[str]]:
    """The statements that audit calls made by hand, by file and function."""
    found: dict[tuple[str, str], Counter[str]] = {}
    for finding in report["diagnostics"]:
        if finding["code"] in SITES and (one := stands(finding, tree)):
            counts = found.setdefault((finding["file"], one.scope), Counter())
            counts[one.text] += 1
    return _Absent(found)


class _Absent(dict[tuple[str, str], Counter[str]]):
    """Where nothing is found, there is nothing."""

    def __missing__(self, key: tuple[str, str]) -> Counter[str]:
        return Counter()


def stands(finding: dict[str, Any], tree: dict[str, bytes]) -> Statement | None:
    """The statement that a finding is about."""
    source = tree[finding["file"]]
    line = source.decode().splitlines()[finding["line"] - 1]
    offset = len(line[: finding["column"] - 1].encode())
    place = (finding["line"], offset)
    return innermost(statements(source), place, place)
