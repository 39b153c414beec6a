"""An audit as a JSON object with keys that stay."""

from __future__ import annotations

from json import dumps

from respgen.audit.report import Result
from respgen.cli.reporters.audit.shown import Shown
from respgen.cli.reporters.visible import encodable


def json(shown: Shown) -> str:
    """Lines and columns count from 1, in characters; the end is exclusive. Notes are among them."""
    figures = shown.report.summary
    document = {
        "diagnostics": [_row(each, shown) for each in shown.report.results],
        "skipped": [
            {
                "file": encodable(shown.name(each.span.file)),
                "line": each.span.line,
                "message": encodable(each.message),
            }
            for each in shown.report.skipped
        ],
        "summary": {
            "files": figures.files,
            "read": figures.read,
            "sites": figures.sites,
            "catalogue": figures.catalogue,
            "score": figures.score,
            "shapes": figures.shapes,
            "codes": figures.codes,
        },
    }
    return dumps(document, indent=2)


def _row(one: Result, shown: Shown) -> dict[str, object]:
    found = shown.diagnostic(one.found)
    return {
        "file": encodable(found.span.file),
        "line": found.span.line,
        "column": found.span.column,
        "end_line": found.span.end_line,
        "end_column": found.span.end_column,
        "code": found.code,
        "severity": found.severity.value,
        "message": encodable(found.message),
        "help": encodable(found.help),
        "fix": one.found.fix,
        "baseline": one.baseline,
        "related": [
            {
                "file": encodable(shown.name(each.span.file)),
                "line": each.span.line,
                "column": each.span.column,
                "message": encodable(each.message),
            }
            for each in one.found.related
        ],
    }
