"""Reports characters of a value that a header cannot hold, or that clients read in several ways.

Goes in: a header, its value, and what else is found in another value of it. Comes out: a finding; with
the value put right where only quotes are not those of ASCII, as word processors make them.
"""

from collections.abc import Callable, Iterator

from respgen.diagnostics import Finding, Mend, Replace, Severity
from respgen.fields.pasted import STRAIGHT
from respgen.rules import r2
from respgen.specs import HeaderSpec


def not_latin_1(
    header: HeaderSpec, value: str, others: Callable[[str], Iterator[Finding]]
) -> Finding:
    """Reports the first character that no header can hold (RFC 9110 5.5)."""
    character = next(character for character in value if character > "\xff")
    message = (
        f"{header.name}: {character!a} is not in Latin-1, the encoding of header values"
    )
    advice, fix = "write ASCII, percent-encoded if the header allows it", None
    meant = _straight(value, others) if header.places.is_text else None
    if meant is not None:
        advice, fix = f"write {meant}", Replace(header.places.whole, meant)
    return Finding(r2.LATIN_1, message, advice, fix=fix)


def _straight(value: str, others: Callable[[str], Iterator[Finding]]) -> str | None:
    """The value with quotes of ASCII, and with what is certain then; None if errors are left."""
    straight = value.translate(STRAIGHT)
    if not straight.isascii():
        return None
    left = [each for each in others(straight) if each.rule.severity is Severity.ERROR]
    fixes = {each.fix.whole if isinstance(each.fix, Mend) else None for each in left}
    return fixes.pop() if len(fixes) == 1 else None if fixes else straight


def obs_text(name: str) -> Finding:
    """Warns of octets outside ASCII (RFC 9110 5.5)."""
    return Finding(
        r2.OBS_TEXT,
        f"{name}: clients do not agree on how to read characters outside ASCII",
        "write ASCII, percent-encoded if the header allows it",
    )
