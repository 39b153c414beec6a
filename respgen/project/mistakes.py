"""A mistake in pyproject.toml is a finding, as one in a schema is.

Goes in: findings by the keys they stand under, and the file's bytes. Come out: diagnostics. The
located reader brings PyYAML, so it is loaded for a mistake alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from respgen.diagnostics import Finding, Places, Problems, Span
from respgen.rules import r0

FILE = "pyproject.toml"

mistake = partial(Finding, r0.CONFIGURATION)
"""What is wrong with the value at a path of the file, or with its key."""


def note(mistakes: Iterable[Finding], data: bytes, problems: Problems) -> None:
    """Add a diagnostic for each; `data` is TOML that tomllib could read."""
    from respgen.load.placing import located, place

    root = located(FILE, data)
    for found in mistakes:
        path = () if isinstance(found.at, Span) else found.at
        span = place(root, FILE, path, key=found.at_key)
        problems.note([found], Places(span))
