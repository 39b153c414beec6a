"""How what an author names becomes a name of Python: identifiers, parameters, cookie functions."""

from __future__ import annotations

from keyword import iskeyword
from unicodedata import combining, normalize


def is_identifier(text: str) -> bool:
    """ASCII, so the same under NFKC, no keyword, no name with two leading underscores."""
    return (
        text.isascii()
        and text.isidentifier()
        and not iskeyword(text)
        and text[:2] != "__"
    )


LOOKALIKES = frozenset({"I", "O", "l"})
"""What is read as another letter or a digit: PEP 8, and linters, want no such names (E741, E742)."""


def mended(name: str) -> str:
    """The nearest identifier; empty where too little of the name is left to recognise it."""
    plain = "".join(c for c in normalize("NFKD", name[:200]) if not combining(c))
    kept = "".join(c if c.isascii() and c.isalnum() else "_" for c in plain).strip("_")
    if not kept.strip("0123456789_") or len(kept) > 60:
        return ""
    return (
        kept if is_identifier(kept) else f"{kept}_" if kept[0].isalpha() else f"_{kept}"
    )


def parameter_name(field_name: str) -> str:
    """What a header's parameter is called where the author does not say."""
    return field_name.lower().replace("-", "_")


def cookie_functions(preset: str) -> tuple[str, str, str, str]:
    """The module-level functions of a preset; the first two are methods, the last a dependency."""
    verbs = ("set_", "delete_", "read_")
    made, gone, read = (f"{verb}{preset}_cookie" for verb in verbs)
    return made, gone, read, f"{preset}_cookie"


def cookie_class(preset: str) -> str:
    """The class that keeps the settings of a preset: `session_token` has SessionTokenCookie."""
    words = (word[0].upper() + word[1:] for word in preset.split("_") if word)
    return f"{''.join(words)}Cookie"


def profile_function(profile: str) -> str:
    """The module-level function of a header profile."""
    return f"apply_{profile}"
