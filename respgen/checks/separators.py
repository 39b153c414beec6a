"""Checks what joins the members of a list: the lists of HTTP have commas (R256).

Goes in: a header. Comes out: a finding about its declaration.
"""

from collections.abc import Iterator

from respgen.diagnostics import Finding
from respgen.rules import r2
from respgen.specs import HeaderSpec
from respgen.vocabulary.fields import LIST

# RFC 9110 5.6.1; a policy has directives in each of its members (CSP3 4.1)
_BY_COMMAS = LIST - {
    "content-security-policy",
    "content-security-policy-report-only",
    "set-cookie",
}


def separator_findings(header: HeaderSpec) -> Iterator[Finding]:
    """Reports on another separator."""
    if header.name.lower() in _BY_COMMAS and header.type.separator.strip() != ",":
        message = f"the members of {header.name} are separated by commas"
        yield Finding(r2.SEPARATOR, message, "leave out separator")
