"""Media types (RFC 9110 8.3.1) and the Content-Type that is made of them.

Goes in: the text of a media type. Comes out: its parts, or the value on the wire.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from respgen.core.fields import named
from respgen.core.grammar import (
    TOKEN,
    TOKEN_CHARACTERS,
    FieldError,
    compiled,
    typed_text,
)

# RFC 9110 5.6.4: quoted-string
QUOTED_STRING = r'"(?:[\t \x21\x23-\x5b\x5d-\x7e\x80-\xff]|\\[\t\x20-\x7e\x80-\xff])*"'

# RFC 9110 5.6.6: parameters; the empty ones that its grammar tolerates are not sent
MEDIA_TYPE_PARAMETER = (
    rf"[ \t]*;[ \t]*([{TOKEN_CHARACTERS}]+)=([{TOKEN_CHARACTERS}]+|{QUOTED_STRING})"
)
# RFC 9110 8.3.1: media-type
MEDIA_TYPE = (
    rf"([{TOKEN_CHARACTERS}]+)/([{TOKEN_CHARACTERS}]+)((?:{MEDIA_TYPE_PARAMETER})*)"
)


@dataclass(frozen=True, slots=True)
class MediaType:
    """A media type: names in lower case, parameter values without their quotes."""

    type: str
    subtype: str
    parameters: tuple[tuple[str, str], ...]

    @property
    def essence(self) -> str:
        """`type/subtype`."""
        return f"{self.type}/{self.subtype}"

    @property
    def charset(self) -> str | None:
        """The first charset in lower case: the values are case-insensitive (8.3.2)."""
        for name, value in self.parameters:
            if name == "charset":
                return value.lower()
        return None


def parse_media_type(value: str) -> MediaType:
    """The parts of `type/subtype *( OWS ; OWS token=token|quoted )` (RFC 9110 8.3.1).

    Raises ValueError for any other text, TypeError for no text.
    """
    return MediaType(*media_type_parts(value))


def media_type_parts(value: str) -> tuple[str, str, tuple[tuple[str, str], ...]]:
    """Type, subtype, parameters: names in lower case, values without quotes."""
    match = re.fullmatch(MEDIA_TYPE, typed_text("media_type", value))
    if match is None:
        raise FieldError(
            "media_type", "not of the form type/subtype; name=value (RFC 9110 8.3.1)"
        )
    parameters = tuple(
        (name.lower(), unquoted(text))
        for name, text in re.findall(MEDIA_TYPE_PARAMETER, match[3])
    )
    return match[1].lower(), match[2].lower(), parameters


def media_type_value(name: str, value: str) -> bytes:
    """A media type as it is written (RFC 9110 8.3.1).

    Raises ValueError for any other text, TypeError for no text.
    """
    text = typed_text(name, value)
    if compiled(MEDIA_TYPE).fullmatch(text):
        return text.encode("latin-1")
    raise FieldError(name, "a media type such as text/html expected (RFC 9110 8.3.1)")


media_type_field = named(media_type_value)


def one_media_type(value: str, allowed: tuple[str, ...]) -> str:
    """One of the media types a class allows. Raises ValueError for another, or TypeError."""
    if typed_text("media_type", value) not in allowed:
        raise FieldError("media_type", f"{value!a} is none of {', '.join(allowed)}")
    return value


def unquoted(text: str) -> str:
    """What a token or a quoted-string stands for (RFC 9110 5.6.4)."""
    if text.startswith('"'):
        return re.sub(r"\\(.)", r"\1", text[1:-1], flags=re.DOTALL)
    return text


# An application has a few media types and sends them with every response.
@lru_cache(maxsize=256)
def content_type(media_type: str, charset: str) -> bytes:
    """The Content-Type of a media type: as written, with a charset where text has none.

    Raises ValueError for what is not a media type or not a charset, TypeError for no
    text.
    """
    kind, _, parameters = media_type_parts(media_type)
    if kind == "text" and "charset" not in dict(parameters):
        if not compiled(TOKEN).fullmatch(charset):
            raise ValueError("charset: a token expected (RFC 9110 8.3.2)")
        media_type = f"{media_type}; charset={charset}"
    return media_type.encode("latin-1")


# Fields of media types that no charset is added to: a look-up is half of what the cache
# above takes.
KNOWN_CONTENT_TYPES: dict[str, tuple[bytes, bytes]] = {}


def content_type_field(media_type: str, charset: str) -> tuple[bytes, bytes]:
    """The Content-Type field, in KNOWN_CONTENT_TYPES from now on if its kind is no text.

    Raises as `content_type` does.
    """
    # The caches know texts alone.
    text = typed_text("media_type", media_type)
    value = content_type(text, charset)
    field = (b"content-type", value)
    if value[:5].lower() != b"text/" and len(KNOWN_CONTENT_TYPES) < 256:
        KNOWN_CONTENT_TYPES[text] = field
    return field
