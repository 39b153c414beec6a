"""ETag (RFC 9110 8.8.3): which version of the resource this is."""

from __future__ import annotations

from collections.abc import Iterator

from respgen.core.grammar import compiled
from respgen.core.values import OPAQUE_TAG, parse_etag
from respgen.diagnostics import Finding, Mend
from respgen.fields.pasted import TYPOGRAPHIC
from respgen.fields.row import text_field
from respgen.fields.slips import Spelling
from respgen.rules import r2

_MARKS = f"\"'{TYPOGRAPHIC}"
_QUOTED = rf"([Ww][ \t]*[/\\:-]?[ \t]*)?[{_MARKS}]+([^{_MARKS}]+)[{_MARKS}]+"
# a word before a mark may say that the tag is weak
_BARE = rf"([Ww]/)?[{_MARKS}]?(?![A-Za-z]+[:\\]|[Ww][ \t-])([^{_MARKS}]+)[{_MARKS}]?"


def _remarks(text: str) -> Iterator[Finding]:
    try:
        parse_etag(text)
    except ValueError as error:
        mended = _meant(text)
        advice = "write one tag in double quotes, which are part of the value"
        if mended:
            advice = f"write '{mended}': the double quotes are part of the value"
        yield Finding(r2.ENTITY_TAG, str(error), advice, fix=Mend(mended))


def _meant(text: str) -> str | None:
    """The tag in its quotes; None where one may be inside, or the tag may be weak or not."""
    inside = text[1:-1] if text[:3] in ('"W/', "'W/") else text
    match = compiled(_QUOTED).fullmatch(inside) or compiled(_BARE).fullmatch(inside)
    if match is None or not match[2].isprintable():
        return None
    return f'{"W/" if match[1] else ""}"{match[2]}"' if _is_tag(match[2]) else None


def _is_tag(bare: str) -> bool:
    return bool(compiled(OPAQUE_TAG).fullmatch(bare))


ETAG = text_field(
    "ETag",
    about="The entity tag, in double quotes; a weak one starts with W/ (RFC 9110 8.8.3).",
    judge=_remarks,
    spelling=Spelling(whole=True),
)
