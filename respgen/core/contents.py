"""What the libraries that render can hold, to type checkers.

Nothing goes in; what comes out are aliases, of which nothing runs.
"""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import Field
from datetime import date, timedelta
from datetime import time as time_of_day
from decimal import Decimal
from enum import Enum
from typing import Any, ClassVar, Protocol
from uuid import UUID

from respgen.core.bodies import TypedMapping


class DataclassInstance(Protocol):
    """An instance of any dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


class StructInstance(Protocol):
    """An instance of any msgspec Struct."""

    __struct_fields__: ClassVar[tuple[str, ...]]


class AttrsInstance(Protocol):
    """An instance of any attrs class."""

    __attrs_attrs__: ClassVar[Any]


class ModelInstance(Protocol):
    """An instance of any pydantic model."""

    __pydantic_fields__: ClassVar[dict[str, Any]]


# A row of a table. No Sequence, since a str is one, too.
CsvRow = (
    Mapping[str, Any]
    | TypedMapping
    | DataclassInstance
    | StructInstance
    | AttrsInstance
    | ModelInstance
    | list[Any]
    | tuple[Any, ...]
)
CsvContent = Iterable[CsvRow]

# What `yaml.safe_dump` can hold.
YamlContent = (
    bool
    | int
    | float
    | str
    | bytes
    | date
    | TypedMapping
    | Mapping[Any, "YamlContent"]
    | Sequence["YamlContent"]
    | AbstractSet["YamlContent"]
    | None
)

# What `orjson.dumps` can hold without a `default`.
OrjsonContent = (
    bool
    | int
    | float
    | str
    | date
    | time_of_day
    | UUID
    | Enum
    | DataclassInstance
    | TypedMapping
    | Mapping[Any, "OrjsonContent"]
    | Sequence["OrjsonContent"]
    | None
)

# What `msgspec.json.encode` can hold without an `enc_hook`.
MsgspecContent = (
    bool
    | int
    | float
    | str
    | bytes
    | bytearray
    | memoryview
    | date
    | time_of_day
    | timedelta
    | Decimal
    | UUID
    | Enum
    | DataclassInstance
    | StructInstance
    | AttrsInstance
    | TypedMapping
    | Mapping[Any, "MsgspecContent"]
    | Sequence["MsgspecContent"]
    | AbstractSet["MsgspecContent"]
    | None
)
