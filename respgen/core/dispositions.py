"""Content-Disposition (RFC 6266): a file name for whoever saves the body.

Goes in: the name as text, with the field's name for messages. Comes out: the value on
the wire.
"""

from unicodedata import combining, normalize
from urllib.parse import quote

from respgen.core.fields import TOKEN_CHARACTER, named
from respgen.core.grammar import TOKEN, FieldError, compiled, outside, typed_text

# C0, DEL, C1: no name that a person sees has one
CONTROL = r"[\x00-\x1f\x7f-\x9f]"
FILE_NAME = r"[^\x00-\x1f\x7f-\x9f]+"
FILE_NAME_CHARACTER = r"[^\x00-\x1f\x7f-\x9f]"
# RFC 8187 3.2.1: attr-char, letters and digits aside
EXTENDED_SAFE = "!#$&+-.^_`|~"
# RFC 6266 D: some browsers decode what looks encoded in `filename`, others do not
LOOKS_ENCODED = r"%(?=[0-9A-Fa-f]{2})"


def content_disposition_value(name: str, value: str) -> bytes:
    """An attachment with a file name. Raises as `disposition_value` does."""
    return disposition_value(name, "attachment", value)


content_disposition_field = named(content_disposition_value)


def cleaned_disposition_value(name: str, value: str) -> bytes:
    """The same of a name that a user typed, with `_` in place of each control."""
    text = compiled(CONTROL).sub("_", typed_text(name, value))
    return content_disposition_value(name, text)


cleaned_disposition_field = named(cleaned_disposition_value)


def disposition_value(name: str, kind: str, file_name: str) -> bytes:
    """What to do with the body, and the name of its file (RFC 6266 4.1).

    A name beyond ASCII, or with what looks percent-encoded, stands in `filename*`
    (RFC 8187), behind a `filename` that every client reads alike. Raises ValueError for controls, lone surrogates and an empty
    name, and for a kind that is no token, TypeError for no text.
    """
    token = typed_text(name, kind)
    if not compiled(TOKEN).fullmatch(token):
        raise outside(name, TOKEN_CHARACTER, token, "a disposition type (RFC 6266 4.2)")
    text = typed_text(name, file_name)
    if not compiled(FILE_NAME).fullmatch(text):
        raise outside(name, FILE_NAME_CHARACTER, text, "a file name (RFC 6266 4.3)")
    name_for_all = readable(text)
    plain = f"{token}; filename={quoted_text(name_for_all)}"
    if name_for_all == text:
        return plain.encode("ascii")
    return f"{plain}; filename*={extended_text(name, text)}".encode("ascii")


def readable(text: str) -> str:
    """The text in ASCII that nothing decodes: letters without their marks, `_` for others."""
    letters = (each for each in normalize("NFKD", text) if not combining(each))
    plain = "".join(each if " " <= each <= "~" else "_" for each in letters)
    return compiled(LOOKS_ENCODED).sub("_", plain)


def quoted_text(text: str) -> str:
    """A quoted-string (RFC 9110 5.6.4)."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def extended_text(name: str, text: str) -> str:
    """An ext-value in UTF-8 (RFC 8187 3.2). Raises ValueError for a lone surrogate."""
    try:
        return "UTF-8''" + quote(text, safe=EXTENDED_SAFE)
    except UnicodeEncodeError:
        raise FieldError(name, "a lone surrogate is not a character") from None
