"""Names of Python that a type expression may use without an import path, and how many arguments each takes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PLAIN = "builtins"
VARIADIC = -1

_ARITIES = {
    PLAIN: {
        **dict.fromkeys(("bool", "int", "float", "complex", "str", "bytes"), 0),
        **dict.fromkeys(("bytearray", "memoryview", "object"), 0),
        **dict.fromkeys(("list", "set", "frozenset"), 1),
        "dict": 2,
        "tuple": VARIADIC,
    },
    "typing": {"Any": 0, "Literal": VARIADIC},
    "collections.abc": {
        **dict.fromkeys(("Sized", "Hashable"), 0),
        **dict.fromkeys(("Sequence", "MutableSequence", "Set", "MutableSet"), 1),
        **dict.fromkeys(("Iterable", "Iterator", "Collection", "Reversible"), 1),
        **dict.fromkeys(("AsyncIterable", "AsyncIterator", "Awaitable"), 1),
        **dict.fromkeys(("Mapping", "MutableMapping", "Callable"), 2),
        "Generator": 3,
    },
    "respgen": {"JsonValue": 0},
}

KNOWN: Mapping[str, tuple[str, int]] = MappingProxyType(
    {
        name: (module, arity)
        for module, names in _ARITIES.items()
        for name, arity in names.items()
    }
)
"""The module of each name, and its arguments."""
