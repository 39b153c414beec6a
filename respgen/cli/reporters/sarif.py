"""Diagnostics and drift as SARIF 2.1.0, which code scanning reads.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from json import dumps
from typing import Any
from urllib.parse import quote

from respgen.cli.reporters.drift import TITLE, Drift
from respgen.cli.reporters.listing import Listing
from respgen.cli.reporters.visible import encodable
from respgen.diagnostics import Diagnostic, Span
from respgen.rules import RULES
from respgen.rules.page import page


def sarif(found: Listing, drift: Sequence[Drift]) -> str:
    """One log of one run; the rules are those that were broken, `drift` the last of them."""
    codes = sorted({one.code for one in found.shown})
    rules = [*map(rule, codes), *([_DRIFT] if drift else [])]
    run: dict[str, Any] = {
        **tool(rules),
        "results": [
            *(_result(one, codes.index(one.code)) for one in found.shown),
            *(_drifted(one, len(codes)) for one in drift),
        ],
    }
    if found.rest:
        run["invocations"] = [_incomplete(found.rest)]
    return log(run)


def log(run: dict[str, Any]) -> str:
    """The document of one run."""
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return dumps({"$schema": schema, "version": "2.1.0", "runs": [run]}, indent=2)


def _incomplete(rest: str) -> dict[str, Any]:
    """What the tool says of its own run (section 3.20.21)."""
    notification = {"level": "warning", "message": {"text": f"{rest} are not listed"}}
    return {"executionSuccessful": True, "toolExecutionNotifications": [notification]}


_DRIFT: dict[str, Any] = {
    "id": "drift",
    "shortDescription": {"text": TITLE},
    "fullDescription": {"text": f"{TITLE}: `respgen check` shows the difference"},
    "defaultConfiguration": {"level": "error"},
}


def _drifted(one: Drift, index: int) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": _uri(one.path)}}
    if one.line:
        location["region"] = {"startLine": one.line}
    text = f"{one.reason}\nhelp: {one.help}" if one.help else one.reason
    return {
        "ruleId": "drift",
        "ruleIndex": index,
        "level": "error",
        "message": {"text": encodable(text)},
        "locations": [{"physicalLocation": location}],
    }


def tool(rules: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What a run says of itself: ours counts columns in characters."""
    driver = {"name": "respgen", "rules": list(rules)}
    return {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints"}


def rule(code: str) -> dict[str, Any]:
    """What the log says of a rule."""
    row = RULES[code]
    return {
        "id": code,
        "shortDescription": {"text": row.title},
        "fullDescription": {"text": page(row).why},
        "defaultConfiguration": {"level": row.severity.value},
    }


def _result(one: Diagnostic, index: int) -> dict[str, Any]:
    text = f"{one.message}\nhelp: {one.help}"
    return {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": one.severity.value,
        "message": {"text": encodable(text)},
        "locations": [{"physicalLocation": physical(one.span)}],
    }


def physical(span: Span) -> dict[str, Any]:
    """The place of a span in its file."""
    return {"artifactLocation": {"uri": _uri(span.file)}, "region": _region(span)}


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _uri(file: str) -> str:
    """A relative reference (RFC 3986 section 4.2); a colon is quoted and makes no scheme."""
    try:
        return quote(os.fsencode(file))
    except UnicodeEncodeError:  # a surrogate that is no byte of a file name
        return quote(encodable(file))
