"""What FastAPI's tests use of dirty-equals: any of some values, and lists in any order."""

from __future__ import annotations


class IsOneOf:
    """Equal to each of these values."""

    def __init__(self, *values: object) -> None:
        self.values = values

    def __eq__(self, other: object) -> bool:
        return other in self.values

    __hash__ = None  # type: ignore[assignment]  # no hash agrees with such an equality


class IsList:
    """Equal to a list of these items, in any order where that does not matter."""

    def __init__(self, *items: object, check_order: bool = True) -> None:
        self.items = list(items)
        self.check_order = check_order

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, list) or len(other) != len(self.items):
            return False
        if self.check_order:
            return other == self.items
        return all(item in other for item in self.items)

    __hash__ = None  # type: ignore[assignment]  # no hash agrees with such an equality
