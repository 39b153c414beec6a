"""What the project's own modules give: functions, and values that are read for each response.

Goes in: an import path, or what it leads to. Comes out: the value of this moment.
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


class Deferred:
    """A module that is imported when something of it is first used, which is then kept.

    So it may import the one that uses it.
    """

    def __init__(self, module: str) -> None:
        self.__module = module

    def __getattr__(self, name: str) -> Any:
        # what looks through a module's names asks for these: it uses nothing
        if name.startswith("__"):
            raise AttributeError(name)
        # as `from module import name` has it: a submodule is imported, too
        found = getattr(__import__(self.__module, fromlist=(name,)), name)
        setattr(self, name, found)
        return found
