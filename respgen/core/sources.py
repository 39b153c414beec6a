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
    """Stands for a module under a name until something of it is used, then gives way to it.

    So the module may import the one that uses it.
    """

    def __init__(self, module: str, name: str, namespace: dict[str, Any]) -> None:
        vars(self)["__of__"] = (module, name, namespace)

    def __getattr__(self, name: str) -> Any:
        # What looks through a module's names asks for these: it uses nothing.
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self.__loaded(name), name)

    # What a test replaces through the stand-in, it replaces in the module.

    def __setattr__(self, name: str, value: object) -> None:
        setattr(self.__loaded(name), name, value)

    def __delattr__(self, name: str) -> None:
        delattr(self.__loaded(name), name)

    def __loaded(self, name: str) -> Any:
        """The module, from now on in the place of this."""
        path, own, namespace = vars(self)["__of__"]
        # As `from module import name` has it: a submodule is imported, too.
        namespace[own] = __import__(path, fromlist=(name,))
        return namespace[own]
