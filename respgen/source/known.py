"""The classes and decorators of the standard library and of others that tell what a class is.

Nothing goes in; what comes out are tables by import path.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from respgen.vocabulary.class_forms import ClassForm

_DICTS = (
    *("builtins.dict", "collections.OrderedDict", "collections.defaultdict"),
    *("collections.Counter", "typing.TypedDict", "typing_extensions.TypedDict"),
)
_PLAIN_BUILTINS = ("object", "set", "frozenset", "bytes", "bytearray", "memoryview")

_FORMS: Mapping[str, ClassForm] = MappingProxyType(
    {
        **dict.fromkeys(
            (
                "pydantic.BaseModel",
                "pydantic.main.BaseModel",
                "pydantic.RootModel",
                "pydantic.root_model.RootModel",
                "pydantic.generics.GenericModel",
                "pydantic.v1.BaseModel",
                "pydantic_settings.BaseSettings",
                "sqlmodel.SQLModel",
                "sqlmodel.main.SQLModel",
            ),
            ClassForm.PYDANTIC,
        ),
        "msgspec.Struct": ClassForm.STRUCT,
        **dict.fromkeys(("enum.Enum", "enum.Flag"), ClassForm.ENUM),
        **dict.fromkeys(
            (
                "sqlalchemy.orm.DeclarativeBase",
                "django.db.models.Model",
                "beanie.Document",
                "mongoengine.Document",
                "peewee.Model",
                "tortoise.models.Model",
            ),
            ClassForm.ROW,
        ),
        **dict.fromkeys(_DICTS, ClassForm.DICT),
        **dict.fromkeys(
            (
                "builtins.list",
                "builtins.tuple",
                "typing.NamedTuple",
                "typing_extensions.NamedTuple",
            ),
            ClassForm.LIST,
        ),
        **dict.fromkeys(("builtins.str", "enum.StrEnum"), ClassForm.TEXT),
        **dict.fromkeys(
            (
                "builtins.int",
                "builtins.float",
                "builtins.bool",
                "enum.IntEnum",
                "enum.IntFlag",
            ),
            ClassForm.NUMBER,
        ),
        **{f"builtins.{name}": ClassForm.PLAIN for name in _PLAIN_BUILTINS},
        "builtins.complex": ClassForm.PLAIN,
        "abc.ABC": ClassForm.PLAIN,
        "typing.Generic": ClassForm.PLAIN,
        "collections.deque": ClassForm.PLAIN,
        "collections.UserDict": ClassForm.PLAIN,
        "collections.UserList": ClassForm.PLAIN,
        "types.SimpleNamespace": ClassForm.PLAIN,
    }
)
_PLAIN_MODULES = frozenset(
    {"datetime", "decimal", "fractions", "ipaddress", "pathlib", "uuid", "zoneinfo"}
)
"""Their classes are neither text nor numbers to JSON."""

_DECORATORS: Mapping[str, ClassForm] = MappingProxyType(
    {
        "dataclasses.dataclass": ClassForm.DATACLASS,
        "pydantic.dataclasses.dataclass": ClassForm.DATACLASS,
        **{
            f"{module}.{name}": ClassForm.ATTRS
            for module in ("attr", "attrs")
            for name in ("define", "frozen", "mutable", "s", "attrs", "dataclass")
        },
    }
)

MAKERS: Mapping[str, ClassForm] = MappingProxyType(
    {
        "collections.namedtuple": ClassForm.LIST,
        "dataclasses.make_dataclass": ClassForm.DATACLASS,
        "pydantic.create_model": ClassForm.PYDANTIC,
        "sqlalchemy.orm.declarative_base": ClassForm.ROW,
    }
)
"""Functions that make a class."""

NEUTRAL = frozenset({"typing.final", "typing_extensions.final"})
NEUTRAL |= {"functools.total_ordering"}
"""Decorators that change nothing of what a class holds."""

UNWRAPPED = frozenset({"Annotated", "Optional", "Union", "Required", "NotRequired"})
UNWRAPPED |= {"ReadOnly", "Final", "ClassVar"}
"""Generics of typing that hold what they are given, and nothing else."""


_TEXTLESS = frozenset({"datetime", "fractions", "pathlib", "zoneinfo"})
"""Modules whose classes have no text in a place, but for those below."""
_TEXTS = frozenset(
    {
        *("builtins.complex", "datetime.date", "datetime.datetime", "datetime.time"),
        *("decimal.Decimal", "uuid.UUID"),
        *(
            f"ipaddress.IPv{n}{kind}"
            for n in (4, 6)
            for kind in ("Address", "Network", "Interface")
        ),
    }
)


def has_text(path: str, form: ClassForm | None) -> bool | None:
    """Whether a place of a template takes an instance; None where nobody knows."""
    if path in _TEXTS or form in (ClassForm.TEXT, ClassForm.NUMBER, ClassForm.ENUM):
        return True
    known = (path in _FORMS and path != "abc.ABC") or path.partition(".")[
        0
    ] in _TEXTLESS
    return False if known else None


def form_of(path: str) -> ClassForm | None:
    """What a class that is not the project's is; None where nobody knows."""
    module = path.partition(".")[0]
    return _FORMS.get(path) or (ClassForm.PLAIN if module in _PLAIN_MODULES else None)


def holds_values(path: str) -> bool:
    """Whether a class that is not the project's is one of values, which nobody raises."""
    return path in _FORMS


def decorated(path: str) -> ClassForm | None:
    """What a decorator makes of a class."""
    return _DECORATORS.get(path)
