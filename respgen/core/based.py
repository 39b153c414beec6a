"""Header lists below a class that somebody wrote by hand: its constructor may add fields of its own.

Goes in: the declared fields, what the base hands on, and the names that its caller gave. Comes out:
the fields as they are sent.
"""

from collections.abc import Mapping
from typing import Any

from respgen.core.fields import (
    CONNECTION_FIELDS,
    caller_field,
    field_name,
    joined_fields,
    refuse_connection_field,
)
from respgen.core.framing import Rendered, content_headers
from respgen.core.grammar import FieldError, wrong_type
from respgen.core.statuses import BODYLESS, final_status


def given_names(headers: Mapping[str, str] | None) -> frozenset[bytes]:
    """The names in a caller's headers, in lower case, before a base adds to these.

    Raises ValueError for what is no field's name, TypeError for wrong types.
    """
    if headers is None:
        return frozenset()
    try:
        return frozenset(map(field_name, headers.keys()))
    except AttributeError:
        raise wrong_type("headers", "Mapping[str, str]", headers) from None


def passed_on(**arguments: object) -> dict[str, Any]:
    """The arguments that callers gave, of those whose defaults are the base's own."""
    return {name: value for name, value in arguments.items() if value is not None}


def based_headers(
    response: Rendered,
    declared: list[tuple[bytes, bytes]],
    headers: Mapping[str, str] | None,
    given: frozenset[bytes],
    locked: tuple[bytes, ...] = (),
    append: tuple[bytes, ...] = (),
    *,
    typed: bool = False,
) -> list[tuple[bytes, bytes]]:
    """The header list of a response whose base may have added to the caller's headers.

    The names in `given` are the caller's, and count as for any response. The others are
    the base's: they are sent where nothing is declared, and connection-specific ones
    never are. `typed`: the media type is declared, so a Content-Type of the base is not
    sent either. Raises as `complete_headers` does.
    """
    status_code = final_status(response.status_code)
    for name in locked:
        if name in given:
            raise FieldError(
                name.decode(), "locked: callers cannot set it through headers"
            )
    if headers is not None:
        kept = based_fields(declared, headers, given, status_code, typed)
        declared = joined_fields(declared, kept, append)
    # a base that streams has no body
    body: bytes | memoryview | None = getattr(response, "body", None)
    if status_code in BODYLESS and body is not None:
        response.body = b""
    return content_headers(
        declared, status_code, body, response.media_type, response.charset
    )


def based_fields(
    declared: list[tuple[bytes, bytes]],
    headers: Mapping[str, str],
    given: frozenset[bytes],
    status_code: int,
    typed: bool,
) -> list[tuple[bytes, bytes]]:
    """The caller's fields, and those of the base that nothing keeps from being sent."""
    beaten = CONNECTION_FIELDS.union(name for name, _ in declared)
    if typed:
        beaten |= {b"content-type"}
    try:
        items = headers.items()
    except AttributeError:
        raise wrong_type("headers", "Mapping[str, str]", headers) from None
    fields = [caller_field(name, value) for name, value in items]
    kept = [field for field in fields if field[0] in given or field[0] not in beaten]
    for name, _ in kept:
        refuse_connection_field(name, status_code)
    return kept
