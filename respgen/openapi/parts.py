"""Files, in documents: what the framework adds to them, and how it answers requests for their parts.

Goes in: what a class says of the whole file. Comes out: that, with the headers of every file, and
the answers to a Range header (RFC 9110 14).
"""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from respgen.openapi.schemas import Said

SENT = {"type": "string"}
# What FileResponse sends of every file, where nothing else is declared.
ADDED = ("Accept-Ranges", "ETag", "Last-Modified")
REFUSAL = {"text/plain": {"schema": SENT}}
BYTE_RANGES = "multipart/byteranges"


def with_parts(own: Mapping[int | str, dict[str, Any]]) -> dict[int | str, Said]:
    """What a class of files says of its statuses, and those that the framework has beside them."""
    made = {status: as_file(each) for status, each in own.items()}
    whole = next(iter(made.values()))
    # several parts have a Content-Range each, in the body (RFC 9110 15.3.7.2)
    part = {**whole["headers"], "Content-Range": {"schema": SENT}}
    several = {BYTE_RANGES: {"schema": {**SENT, "format": "binary"}}}
    others = {
        206: {"headers": part, "content": {**whole["content"], **several}},
        400: {"content": REFUSAL},
        416: {"headers": {"Content-Range": always()}, "content": REFUSAL},
    }
    for status, said in others.items():
        if status not in made:
            made[status] = Said(description=ABOUT[status], **deepcopy(said))
    return made


ABOUT = {
    206: "The part that Range asks for.",
    400: "Range cannot be read.",
    416: "The file has no such part.",
}


def as_file(own: Mapping[str, Any]) -> Said:
    """With the headers of every file."""
    declared = own.get("headers", {})
    known = {name.lower() for name in declared}
    added = {name: always() for name in ADDED if name.lower() not in known}
    return Said({**own, "headers": {**declared, **added}})


def always() -> dict[str, Any]:
    """A header that is always there."""
    return {"required": True, "schema": {**SENT}}
