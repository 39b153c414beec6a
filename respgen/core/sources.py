"""Values that are read or called for each response: settings, clocks, request state.

Goes in: what an import path leads to. Comes out: the value of this moment.
"""

from collections.abc import Callable
from typing import Any, TypeVar, overload

Value = TypeVar("Value")

# Where the default of a parameter could be changed, this stands for it: each response
# gets one of its own.
DEFAULT: Any = ...


@overload
def current(source: Callable[[], Value]) -> Value: ...


@overload
def current(source: Value) -> Value: ...


def current(source: object) -> object:
    """What a callable without parameters returns; anything else is the value itself."""
    return source() if callable(source) else source
