"""JSON Schemas of the forms that fields have, for editors: what they complete and describe.

They take whatever a kind reads, and may take more: what is wrong, respgen says itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from respgen.located import Plain

Form = dict[str, Plain]

TEXT: Form = {"type": "string"}
FLAG: Form = {"type": "boolean"}
LIFETIME: Form = {"anyOf": [{"type": "integer", "minimum": 0}, TEXT]}


def words(known: Iterable[str]) -> Form:
    """A text: one of the known ones, or another."""
    return {"anyOf": [{"enum": list[Plain](known)}, TEXT]}


def several(item: Form) -> Form:
    """A list."""
    return {"type": "array", "items": item}


def either(*options: Form) -> Form:
    """One of them."""
    return {"anyOf": [*options]}


def mapping(known: Mapping[str, Form], other: Form | bool = False) -> Form:
    """A mapping with known keys, and perhaps others."""
    properties: dict[str, Plain] = {**known}
    return {
        "type": "object",
        "properties": properties,
        "additionalProperties": other,
    }


def named(name: str) -> Form:
    """The form of that name: a field's, or one that its row shares."""
    return {"$ref": f"#/$defs/{name}"}


def about(sentence: str, form: Form) -> Form:
    """A form that says what it is."""
    return {"description": sentence, **form}
