"""Problem details for HTTP APIs (RFC 9457).

Goes in: the members of a problem. Comes out: the bytes of the body.
"""

import json

from respgen.core.addresses import address_text, is_address
from respgen.core.bodies import parts_of
from respgen.core.grammar import FieldError, typed_text


def member_text(value: object) -> str:
    """What is no JSON by itself, which of a URL is its text. Raises TypeError."""
    if is_address(value):
        return address_text("content", value)
    raise TypeError(f"Object of type {type(value).__name__} is not JSON serializable")


# `json_body`, which takes URLs
PROBLEM_PARTS = parts_of(
    json.JSONEncoder(
        ensure_ascii=False,
        allow_nan=False,
        separators=(",", ":"),
        check_circular=False,
        default=member_text,
    )
)


def problem_body(**members: object) -> bytes:
    """A problem as JSON: its members in their order, without those that are None.

    Raises TypeError for a detail or an instance that is no text and for what JSON
    cannot hold, ValueError as `json_body` does.
    """
    detail, instance = members["detail"], members["instance"]
    # RFC 9457 3.1.4, 3.1.5: members that are text, where there are any
    if detail is not None and type(detail) is not str:
        members["detail"] = typed_text("detail", detail)
    if instance is not None and type(instance) is not str:
        members["instance"] = address_text("instance", instance)
    if None in members.values():
        members = {name: value for name, value in members.items() if value is not None}
    try:
        return "".join(PROBLEM_PARTS(members, 0)).encode()
    except RecursionError:
        raise FieldError("content", "nested too deeply for JSON") from None
