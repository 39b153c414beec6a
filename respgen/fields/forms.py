"""JSON Schemas of the forms that fields have, for editors: what they complete and describe.

They take whatever a kind reads, and may take more: what is wrong, respgen says itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from respgen.located import Plain

Form = dict[str, Plain]

TEXT: Form = {"type": "string"}
FLAG: Form = {"type": "boolean"}
MERGE = (
    "true: adds to what a parent or an earlier profile sends, part by part, and to lists in"
    " each; false: replaces it, even by something weaker."
)
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


def mergeable(form: Mapping[str, Plain]) -> Form:
    """The form of a field whose mapping may add to an inherited one: `null` removes a part."""
    properties, other = form.get("properties"), form.get("additionalProperties")
    if not isinstance(properties, dict):
        return {**form}
    known = {key: _nullable(cast(Form, inside)) for key, inside in properties.items()}
    return {
        **form,
        "properties": {"merge": {"description": MERGE, **FLAG}, **known},
        "additionalProperties": _nullable(other) if isinstance(other, dict) else other,
    }


def _nullable(form: Form) -> Form:
    about = {key: form[key] for key in ("description",) if key in form}
    inside = {key: form[key] for key in form if key not in about}
    return {**about, **either(inside, {"type": "null"})}
