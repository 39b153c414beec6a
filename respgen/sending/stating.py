"""Whether a class that matches a call says anything in its place.

Goes in: Sent, and the spec of a class that sends the same. Comes out: whether the class states, or has a
parameter for, what the call says by hand: a status or a media type that the framework's class does not
have by itself, a field, or a body. A class that could send a field and does not is no better than the call.
"""

from __future__ import annotations

from respgen.kinds.file import FileOptions
from respgen.kinds.redirect import RedirectOptions
from respgen.sending.sent import NOTHING, Form, Sent, with_charset
from respgen.source.program.frameworks import MEDIA_TYPES, RESPONSE, STATUSES, nearest
from respgen.source.program.values import Known
from respgen.specs import ResponseSpec


def states(sent: Sent, spec: ResponseSpec) -> bool:
    """As above."""
    return (
        sent.form is Form.ERROR
        or bool(sent.fields)
        or spec.body is not None
        or _has_status(sent, spec)
        or _has_type(sent)
        or _is_fixed(sent, spec)
    )


def says(sent: Sent) -> bool:
    """Whether a call says anything for which a class could be, the members of its body aside."""
    default = STATUSES[nearest(sent.of, STATUSES) or RESPONSE]
    has_status = sent.status.value != Known(default)
    return (
        sent.form is Form.ERROR
        or bool(sent.fields)
        or (has_status and isinstance(sent.status.value, Known))
        or _has_type(sent)
    )


def _has_status(sent: Sent, spec: ResponseSpec) -> bool:
    default = STATUSES[nearest(sent.of, STATUSES) or RESPONSE]
    return default != spec.status_code and sent.status.value == Known(spec.status_code)


def _has_type(sent: Sent) -> bool:
    default = MEDIA_TYPES[nearest(sent.of, MEDIA_TYPES) or RESPONSE]
    theirs = Known(with_charset(default) if default else None)
    return sent.content_type.value != theirs


def _is_fixed(sent: Sent, spec: ResponseSpec) -> bool:
    """Whether it says where a redirect leads, or what a file is saved as."""
    match spec.options:
        case RedirectOptions() as redirect:
            return redirect.to.template is not None
        case FileOptions() as file:
            return file.filename is not None and sent.others["filename"] != NOTHING
    return False
