"""Link (RFC 8288): where the response's resource is related to, and how.

Goes in: links, with the field's name for messages. Comes out: the value on the wire.
"""

import dataclasses
from collections.abc import Mapping, Sequence

from respgen.core.addresses import Address
from respgen.core.dispositions import extended_text, quoted_text
from respgen.core.fields import TOKEN_CHARACTER, listed
from respgen.core.grammar import (
    TOKEN,
    FieldError,
    compiled,
    outside,
    typed_text,
    wrong_type,
)
from respgen.core.values import check_mapping, check_sequence, url_value

# RFC 8288 3.3: relation types, names or URIs, with one space between two
# (one registered name has an underscore)
NAME = r"(?:[A-Za-z][A-Za-z0-9.\-]*|(?i:openid2\.local_id))"
URI = r"[A-Za-z][A-Za-z0-9+.\-]*:(?:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+"
RELATION = rf"(?:{URI}|{NAME})"
RELATIONS = rf"{RELATION}(?: {RELATION})*"
LINK_TEXT = r"[\x20-\x7e\x80-\U0010ffff]*"
LINK_CHARACTER = r"[\x20-\x7e\x80-\U0010ffff]"


@dataclasses.dataclass(frozen=True, slots=True)
class Link:
    """A link: its target, its relation types, and further parameters (RFC 8288 3).

    `href` is percent-encoded where it has to be; a URL of the reference, which
    `request.url_for` returns, is its text. A parameter beyond ASCII is sent as
    `name*` (RFC 8187).
    """

    href: str | Address
    rel: str
    params: Mapping[str, str] = dataclasses.field(default_factory=dict[str, str])


def link_value(name: str, values: Sequence[Link]) -> bytes:
    """Links, joined by commas; none is b"" (RFC 8288 3).

    Raises ValueError for a relation that is none, for names of parameters that are no
    tokens and for controls, TypeError for other types.
    """
    check_sequence(name, values)
    return b", ".join(one_link(name, value) for value in values)


link_fields = listed(link_value)


def one_link(name: str, value: object) -> bytes:
    """`<target>; rel="relation"; name="value"`."""
    if not isinstance(value, Link):
        raise wrong_type(name, "Link", value)
    relation = typed_text(name, value.rel)
    if not compiled(RELATIONS).fullmatch(relation):
        what = "a registered name or a URI"
        raise FieldError(name, f"a relation must be {what} (RFC 8288 3.3)")
    return related(name, value, f'"{relation}"')


def related(name: str, link: Link, relation: str) -> bytes:
    """A link with that relation, which is quoted already."""
    given = link.params
    check_mapping(name, given)
    params = (link_param(name, key, text) for key, text in given.items())
    target = url_value(name, link.href).decode("ascii")
    return "; ".join((f"<{target}>", f"rel={relation}", *params)).encode("ascii")


def link_param(name: str, key: str, value: str) -> str:
    """A parameter, quoted; in UTF-8 where it is not ASCII (RFC 8288 3.4)."""
    param = typed_text(name, key)
    if not compiled(TOKEN).fullmatch(param) or param.endswith("*"):
        raise outside(name, TOKEN_CHARACTER, param, "a parameter name (RFC 8288 3)")
    if param.lower() == "rel":
        raise FieldError(
            name, "rel cannot be given again as a parameter (RFC 8288 3.3)"
        )
    text = typed_text(name, value)
    if param.lower() == "anchor":  # RFC 8288 3.2: an address, which has no anchor*
        text = url_value(name, text).decode("ascii")
    if not compiled(LINK_TEXT).fullmatch(text):
        raise outside(name, LINK_CHARACTER, text, "a parameter (RFC 8288 3)")
    if text.isascii():
        return f"{param}={quoted_text(text)}"
    return f"{param}*={extended_text(name, text)}"
