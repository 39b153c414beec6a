"""The fields of a message against what a class declares: presence, constants, forms.

Goes in: the headers of a class, and a message. Comes out: what differs. Fields that nobody declares
are nobody's business: servers and middleware add some.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from respgen.core.conditions import UNMODIFIED_FIELDS
from respgen.core.media_types import parse_media_type
from respgen.core.statuses import BODYLESS
from respgen.fields import TYPES
from respgen.kinds import KINDS
from respgen.kinds.redirect import RedirectOptions
from respgen.specs import HeaderSpec, Pattern, ResponseSpec, wire
from respgen.testing.differences import (
    BY_MEDIA_TYPE,
    NOTHING,
    Difference,
    shown,
)
from respgen.testing.forms import expectation, fits, is_plain_url, leads, members
from respgen.testing.messages import Message

# cookies have presets
_OF_NOT_MODIFIED = {name.decode() for name in UNMODIFIED_FIELDS - {b"set-cookie"}}
# Middleware that answers by request fields says so here (CORS, compression), also beside us
_GROWING = frozenset({"vary", "server-timing", "link"})


def header_differences(
    fields: wire.Fields, message: Message, *, validated: bool = False
) -> Iterator[Difference]:
    """`validated`: the message is the 304 to a conditional request, whatever the class's status."""
    for name, known in fields.items():
        if not validated or name in _OF_NOT_MODIFIED:
            yield from _field(name, known, message)


def written_differences(spec: ResponseSpec, message: Message) -> Iterator[Difference]:
    """Fields that the kind writes: where a template says what a redirect leads to, that."""
    row = KINDS[spec.kind]
    template = row.fills(spec.options).get("url")
    declared_too = {header.name.lower() for header in spec.headers}
    for name in map(str.lower, row.writes(spec.options)):
        if name in declared_too:
            continue
        sent = message.value(name)
        if sent is None:
            declared = template.pattern.shown if template else "a value"
            yield Difference(name, declared, NOTHING)
        elif template and not _leads(template.pattern, sent, spec.options):
            yield Difference(name, template.pattern.shown, shown(sent))


def _leads(pattern: Pattern, sent: str, options: object) -> bool:
    """Whether a redirect may lead there: a fallback leads elsewhere."""
    has_fallback = isinstance(options, RedirectOptions) and options.to.fallback
    return bool(has_fallback) or not is_plain_url(pattern) or leads(pattern, sent)


def _field(name: str, known: wire.Known, message: Message) -> Iterator[Difference]:
    sent = message.values(name)
    if not sent:
        if known.presence is wire.Presence.ALWAYS and not _may_be_empty(known):
            yield Difference(name, _declared(known), NOTHING)
        return
    if len(sent) > 1 and not _adds(known.header):
        both = " and ".join(map(shown, sent))
        yield Difference(name, "one line", f"{len(sent)}: {both}")
        return
    text = message.value(name) or ""
    if known.constant is not None:
        if not _is_constant(known.header, known.constant, text):
            yield Difference(name, shown(known.constant), shown(text))
    elif not fits(known.header, text):
        yield Difference(name, expectation(known.header), shown(text))


def _may_be_empty(known: wire.Known) -> bool:
    """Of an empty list or dictionary nothing is sent."""
    if known.constant is not None:
        return not known.constant
    return TYPES[known.header.type.sent.word].plural


def _declared(known: wire.Known) -> str:
    return (
        expectation(known.header) if known.constant is None else shown(known.constant)
    )


def _adds(header: HeaderSpec) -> bool:
    """Whether others may add members to what is declared."""
    return header.policy == "append" or header.name.lower() in _GROWING


def _is_constant(header: HeaderSpec, declared: str, sent: str) -> bool:
    if declared == sent:
        return True
    return _adds(header) and not {*members(declared.lower())} - {*members(sent.lower())}


# What the body is


def media_type_differences(
    labels: Sequence[str], charset: str, message: Message
) -> Iterator[Difference]:
    """Content-Type against the media types of a class."""
    if not labels or message.status in BODYLESS:
        return
    sent = message.value("content-type")
    if sent is None or not any(_is_labelled(each, charset, sent) for each in labels):
        got = NOTHING if sent is None else shown(sent)
        yield Difference("content-type", " or ".join(labels), got, BY_MEDIA_TYPE)


def _is_labelled(declared: str, charset: str, sent: str) -> bool:
    """Whether both are one media type, with the parameters that are declared (RFC 9110 8.3.1)."""
    try:
        own, other = parse_media_type(declared), parse_media_type(sent)
    except ValueError:
        return False
    wanted = dict(own.parameters)
    if own.type == "text":
        wanted.setdefault("charset", charset)
    got = dict(other.parameters)
    same = {name: value for name, value in wanted.items() if name != "charset"}
    return (
        own.essence == other.essence
        and same.items() <= got.items()
        and wanted.get("charset", "").lower() in ("", got.get("charset", "").lower())
    )
