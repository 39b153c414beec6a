"""What a call sends: a message, as far as it is known; what is not raises Unclear."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto
from typing import NamedTuple

from respgen.audit.acts import FieldChange, StatusChange
from respgen.source.program.values import Known, Value

CHARSET = "utf-8"
"""The frameworks' own."""


class Unclear(Exception):  # noqa: N818 # what nobody knows, not what failed
    """The text says what is not known of a call."""


class Form(StrEnum):
    """What makes the body."""

    JSON = auto()
    PLAIN = auto()
    """Text and bytes as they are."""
    REDIRECT = auto()
    STREAM = auto()
    FILE = auto()
    ERROR = auto()
    """An HTTPException: whoever answers it."""


@dataclass(frozen=True, slots=True)
class Given:
    """A value, and the expression of the call that it is; None where that stands elsewhere.

    `when`: it is there only where this expression is true.
    """

    value: Value
    node: ast.expr | None = field(default=None, compare=False)
    when: ast.expr | None = field(default=None, compare=False)

    @property
    def parts(self) -> tuple[ast.expr | None, ast.expr | None]:
        """The expressions that it is made of."""
        return self.node, self.when


NOTHING = Given(Known(None))


@dataclass(frozen=True, slots=True)
class Sent:
    """A message: `of` is the framework's class, `fields` are by their names in lower case.

    `content_type` is the whole field; of a file NOTHING where its name decides. `body` is what the
    body is made of, of a redirect the URL, and `others` what else a file is. `rest`
    are further headers that nobody knows, before which the others give way; `taken` are names that may be in
    there only as they are spelled here, or not at all (""): a dict has room for both. `nodes` are where values
    stand that a class of the project's own is given.
    """

    form: Form
    of: str
    status: Given
    content_type: Given
    fields: Mapping[str, Given]
    body: Given
    background: Given = NOTHING
    others: Mapping[str, Given] = field(default_factory=dict)
    rest: Given | None = None
    taken: Mapping[str, str] = field(default_factory=dict)
    nodes: Mapping[Value, ast.expr] = field(default_factory=dict, compare=False)
    statuses: frozenset[int] = frozenset()
    """All that callers make of a status that the call itself does not say."""

    @property
    def every_status(self) -> frozenset[int]:
        """All that the status can be; empty where nobody knows."""
        match self.status.value:
            case Known(value=int(known)):
                return frozenset({known})
        return self.statuses


Mutation = FieldChange | StatusChange
Values = Mapping[str, Given]
"""What a constructor is given, by its parameters."""


class Changed(NamedTuple):
    """A field, or the status where `name` is empty, and what becomes of it."""

    name: str
    given: Given
    only_absent: bool = False


def with_charset(media_type: str, charset: str = CHARSET) -> str:
    """The field that a media type becomes."""
    is_text = media_type.startswith("text/") and "charset=" not in media_type.lower()
    return f"{media_type}; charset={charset}" if is_text else media_type
