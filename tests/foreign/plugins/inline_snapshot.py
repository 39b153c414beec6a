"""What FastAPI's tests use of inline-snapshot: values that are compared, and never rewritten."""

from typing import TypeVar

Value = TypeVar("Value")


def snapshot(value: Value) -> Value:
    """The value that the test states."""
    return value


Is = snapshot
