"""ETag (RFC 9110 8.8.3): which version of the resource this is."""

from __future__ import annotations

from collections.abc import Iterator

from respgen.core.grammar import compiled
from respgen.core.values import OPAQUE_TAG, parse_etag
from respgen.diagnostics import Finding, Mend
from respgen.fields.row import text_field
from respgen.fields.slips import Spelling
from respgen.rules import r2


def _remarks(text: str) -> Iterator[Finding]:
    try:
        parse_etag(text)
    except ValueError as error:
        bare = text.removeprefix("W/").removeprefix("w/").strip("\"'")
        weak = "W/" if text[:2] in ("W/", "w/") else ""
        mended = f'{weak}"{bare}"'
        if compiled(OPAQUE_TAG).fullmatch(bare) and bare.isprintable():
            advice = f"write '{mended}': the double quotes are part of the value"
            yield Finding(r2.ENTITY_TAG, str(error), advice, fix=Mend(mended))
        else:
            advice = "write one tag in double quotes, which are part of the value"
            yield Finding(r2.ENTITY_TAG, str(error), advice)


ETAG = text_field(
    "ETag",
    about="The entity tag, in double quotes; a weak one starts with W/ (RFC 9110 8.8.3).",
    judge=_remarks,
    spelling=Spelling(),
)
