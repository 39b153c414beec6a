"""The JSON Schema of a policy's mapping: directives with what they take, hashes and nonces."""

from __future__ import annotations

from respgen.grammars.csp.names import FALLBACKS, KEYWORDS, KNOWN, SANDBOX, Known, Takes
from respgen.grammars.forms import (
    FLAG,
    TEXT,
    Form,
    about,
    either,
    mapping,
    several,
    words,
)

_ITEMS: dict[Takes, Form] = {
    Takes.SOURCES: words((*KEYWORDS, "https:", "data:", "blob:")),
    Takes.ANCESTORS: words(("'self'", "'none'")),
    Takes.SANDBOX: words(SANDBOX),
    Takes.TYPES: words(("'none'", "'allow-duplicates'")),
    Takes.SINKS: words(("'script'",)),
    Takes.RTC: words(("'allow'", "'block'")),
}
_ANY = either(several(TEXT), TEXT, FLAG)


def _form(row: Known) -> Form:
    if row.takes is Takes.NOTHING:
        return about(row.about, either(FLAG, several(TEXT)))
    item = _ITEMS.get(row.takes, TEXT)
    return about(row.about, either(several(item), item, FLAG))


_SNIPPETS = mapping(
    {
        name: about(
            f"Snippets that {name} allows, exactly as the page has them.",
            either(several(TEXT), TEXT),
        )
        for name in FALLBACKS
    },
    either(several(TEXT), TEXT),
)
_DIRECTIVES: dict[str, Form] = {row.name: _form(row) for row in KNOWN.values()}

FORM = mapping(
    {
        **_DIRECTIVES,
        "nonce": about(
            "Directives in which each response has a nonce, an argument.",
            either(several(words(FALLBACKS)), FLAG),
        ),
        "hashes": about("Inline snippets, allowed by their digests.", _SNIPPETS),
    },
    _ANY,
)
