"""What a class is made of, as far as a renderer cares: the words, for people."""

from __future__ import annotations

from enum import Enum


class ClassForm(Enum):
    """The values are what messages say."""

    PYDANTIC = "a pydantic model"
    DATACLASS = "a dataclass"
    ATTRS = "an attrs class"
    STRUCT = "a msgspec Struct"
    ENUM = "an Enum"
    ROW = "a database model"
    PLAIN = "a plain class"
    DICT = "a dict"
    LIST = "a tuple or a list"
    TEXT = "text"
    NUMBER = "a number"
