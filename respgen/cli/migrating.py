"""What `respgen migrate` says: the diff, and what stays and why; or both as JSON.

Goes in: a Migration, and the files that could not be written. Everything about the diff goes to stderr.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from json import dumps

from respgen.audit.findings import Found
from respgen.cli.inspection import OpenProject
from respgen.cli.naming import named
from respgen.cli.reporters.visible import encodable
from respgen.cli.run import Run
from respgen.cli.terminal import complain, files, say, say_message
from respgen.migrate.migration import Migration
from respgen.rewrite.patch import base, diff


@dataclass(frozen=True, slots=True)
class Moved:
    """A migration, and of the files that were not written each with the reason."""

    where: OpenProject
    migration: Migration
    failed: Sequence[tuple[str, str]] = ()
    wrote: bool = False


def publish(moved: Moved, form: str) -> None:
    """Say it."""
    if form == "json":
        say(dumps(_document(moved), indent=2))
        return
    text = _diff(moved)
    if text and not moved.wrote:
        say_message(text)
    for line in _lines(moved):
        complain(line)


def unmoved(run: Run) -> str:
    """The document where nothing is done, since the schemas have mistakes or the catalogue is another."""
    found = run.document()
    wrong = {"diagnostics": found["diagnostics"], "outdated": found["changes"]}
    return dumps(_EMPTY | wrong, indent=2)


_EMPTY: dict[str, object] = {
    "diagnostics": [],
    "outdated": [],
    "changes": [],
    "refusals": [],
    "failed": [],
    "diff": "",
}
"""The keys of the document, which are always there."""


def _diff(moved: Moved) -> bytes:
    """Paths are from the root of the repository, as git applies it."""
    root = moved.where.project.root
    start = base(root)
    return b"".join(
        diff(named(root, file.name, start), file.old, file.new)
        for file in moved.migration.files
    )


def _lines(moved: Moved) -> Iterator[str]:
    made = moved.migration
    for change in made.changes:
        if change.mends:
            site = change.sites[0]
            yield f"{_place(moved, site)}: {site.code} unsafe: {change.to} mends this: {change.mends}"
    for refusal in made.refusals:
        yield f"{_place(moved, refusal.site)}: {refusal.site.code} stays: {refusal.reason}"
    for name, reason in moved.failed:
        yield f"{moved.where.shown(name)} was not written: {reason}"
    changed = sum(file.old != file.new for file in made.files) - len(moved.failed)
    word = "wrote" if moved.wrote else "would change"
    count = sum(len(each.sites) for each in made.changes)
    sites = f"{count:,} site{'s' * (count != 1)}"
    yield f"{word} {files(changed)}: {sites} of {count + len(made.refusals):,} moved to the catalogue"


def _place(moved: Moved, site: Found) -> str:
    return f"{moved.where.shown(site.span.file)}:{site.span.line}:{site.span.column}"


def _document(moved: Moved) -> dict[str, object]:
    made = moved.migration
    text = _diff(moved)
    return _EMPTY | {
        "changes": [
            {**_row(moved, site), "to": each.to, "unsafe": bool(each.mends)}
            for each in made.changes
            for site in each.sites
        ],
        "refusals": [
            {**_row(moved, each.site), "reason": encodable(each.reason)}
            for each in made.refusals
        ],
        "failed": [
            {"file": encodable(moved.where.shown(name)), "reason": encodable(reason)}
            for name, reason in moved.failed
        ],
        "diff": text.decode("utf-8", "replace"),
    }


def _row(moved: Moved, site: Found) -> dict[str, object]:
    span = site.span
    return {
        "file": encodable(moved.where.shown(span.file)),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
        "code": site.code,
    }
