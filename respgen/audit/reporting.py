"""Whether an audit would report a finding, for whoever else looks at code.

Goes in: what is chosen, and the bytes of files. Comes out: yes or no for a finding.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from respgen.audit.choice import Choice
from respgen.audit.findings import Found
from respgen.audit.suppression import Comments, comments


def reporting(
    chosen: Choice, data: Callable[[str], bytes | None]
) -> Callable[[Found], bool]:
    """Of what is chosen all that no comment silences."""

    @cache
    def silent(name: str) -> Comments:
        return comments(name, data(name) or b"")

    def reports(site: Found) -> bool:
        asked = chosen.reports(site.code, site.span.file)
        return asked and not silent(site.span.file).silencing(site)

    return reports
