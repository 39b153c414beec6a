"""What a schema would state of a constructor that was read: the text to paste, and the value of a fix.

Goes in: a signature, and the parameters of a kind. Comes out: the mapping of `base_parameters`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from respgen.core.grammar import compiled
from respgen.diagnostics import Added
from respgen.kinds.kind import STATUS_CODE, Parameter
from respgen.source.signatures import Signature, Taken

_PLAIN = r"[A-Za-z_][\w.]*"
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "none"})


def statement(
    signature: Signature | None, parameters: tuple[Parameter, ...]
) -> dict[str, Added]:
    """What it takes beside the parameters of every response; all, where it has those otherwise."""
    if signature is None:
        return {}
    names = [each.name for each in parameters]
    taken = {each.name: each for each in signature.parameters}
    usual = all(_is_usual(name, taken.get(name), signature) for name in names[1:])
    first = next(iter(taken), names[0]) == names[0] or names[0] not in taken
    stated = [
        each
        for each in signature.parameters
        if not (usual and first and each.name in names)
    ]
    return {each.name: _stated(each) for each in stated}


def _is_usual(name: str, found: Taken | None, signature: Signature) -> bool:
    """Whether a constructor has a parameter as every response has it."""
    if found is None:
        return signature.keywords
    if found.required or name == STATUS_CODE.name:
        return not found.required
    return found.default is None


def _stated(of: Taken) -> Added:
    kind = of.annotation or "Any"
    if of.required:
        return kind
    if isinstance(of.default, str | int):
        return {"type": kind, "default": of.default}
    return {"type": kind, "required": False}


def flow(value: Added) -> str:
    """The value as YAML has it between brackets."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {flow(value[key])}' for key in value)}}}"
    if not isinstance(value, str):
        return json.dumps(value)
    plain = compiled(_PLAIN).fullmatch(value) and value.lower() not in _WORDS
    return value if plain else json.dumps(value)
