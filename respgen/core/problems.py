"""Problem details for HTTP APIs (RFC 9457).

Goes in: the members of a problem. Comes out: the bytes of the body.
"""

from respgen.core.bodies import json_body
from respgen.core.grammar import typed_text


def problem_body(**members: object) -> bytes:
    """A problem as JSON: its members in their order, without those that are None.

    Raises TypeError for a detail or an instance that is no text (RFC 9457 3.1.4,
    3.1.5) and for what JSON cannot hold, ValueError as `json_body` does.
    """
    for name in ("detail", "instance"):
        if members[name] is not None:
            members[name] = typed_text(name, members[name])
    return json_body(
        {name: value for name, value in members.items() if value is not None}
    )
