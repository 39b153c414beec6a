"""Problem details for HTTP APIs (RFC 9457).

Goes in: the members of a problem. Comes out: the bytes of the body.
"""

from respgen.core.bodies import json_body
from respgen.core.grammar import typed_text

# RFC 9457 3.1.4, 3.1.5: members that are text, where there are any
TEXTS = ("detail", "instance")


def problem_body(**members: object) -> bytes:
    """A problem as JSON: its members in their order, without those that are None.

    Raises TypeError for a detail or an instance that is no text and for what JSON
    cannot hold, ValueError as `json_body` does.
    """
    for name in TEXTS:
        text = members[name]
        if text is None:
            del members[name]
        elif type(text) is not str:
            members[name] = typed_text(name, text)
    if None in members.values():
        members = {name: value for name, value in members.items() if value is not None}
    return json_body(members)
