"""The JSON Schema of a policy's mapping: directives with what they take, hashes and nonces."""

from __future__ import annotations

from respgen.fields.csp.names import (
    INLINE,
    KEYWORDS,
    KNOWN,
    SANDBOX,
    KnownDirective,
    Takes,
)
from respgen.fields.forms import (
    FLAG,
    TEXT,
    Form,
    about,
    either,
    mapping,
    named,
    several,
    words,
)
from respgen.located import Plain

_WORDS: dict[Takes, Form] = {
    Takes.SOURCES: words((*KEYWORDS, "https:", "data:", "blob:")),
    Takes.ANCESTORS: words(("'self'", "'none'")),
    Takes.SANDBOX: words(SANDBOX),
    Takes.TYPES: words(("'none'", "'allow-duplicates'")),
    Takes.SINKS: words(("'script'",)),
    Takes.RTC: words(("'allow'", "'block'")),
}


def _name(takes: Takes) -> str:
    return f"CSP-{takes.name.lower()}"


def _values(takes: Takes) -> Form:
    item = _WORDS.get(takes, TEXT)
    return either(several(item), item, FLAG)


SHARED: dict[str, Plain] = {_name(takes): _values(takes) for takes in Takes}


def _form(row: KnownDirective) -> Form:
    return about(row.about, named(_name(row.takes)))


_TEXTS = either(several(TEXT), TEXT)
_SNIPPETS = mapping(
    {
        name: about(f"Snippets that {name} allows, exactly as in the page.", _TEXTS)
        for name in INLINE
    },
    _TEXTS,
)
_DIRECTIVES: dict[str, Form] = {row.name: _form(row) for row in KNOWN.values()}

FORM = mapping(
    {
        **_DIRECTIVES,
        "nonce": about(
            "Directives in which each response has a nonce, an argument.",
            either(several(words(INLINE)), FLAG),
        ),
        "hashes": about("Inline snippets, allowed by their digests.", _SNIPPETS),
    },
    named(_name(Takes.ANYTHING)),
)
