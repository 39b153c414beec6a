"""Kinds: what a response is made of. A new kind is a row here.

A row says what differs from kind to kind: the constructor, the statuses, the keys of an entry that
mean something, and what of the body is known when headers are made. `resolve`, `checks` and `emit`
read it and ask nothing of a kind by its name.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from respgen.core.statuses import BODYLESS, WITH_BODY
from respgen.specs.types import TypeExpression, TypeGeneric, TypeName

_STR = TypeName("builtins", "str")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of a base's constructor; None stands for it where callers need not give it.

    `type` None: the entry or the target decides (`content`, `status_code`, `background`).
    """

    name: str
    type: TypeExpression | None = None
    required: bool = False


CONTENT = Parameter("content")
STATUS_CODE = Parameter("status_code")
HEADERS = Parameter(
    "headers", TypeGeneric(TypeName("collections.abc", "Mapping"), (_STR, _STR))
)
MEDIA_TYPE = Parameter("media_type", _STR)
BACKGROUND = Parameter("background")


@dataclass(frozen=True, slots=True, kw_only=True)
class KindRow:
    """One word of `kind:`.

    `about` is what a docstring says where no media type does. `base` is the framework's class.
    `parameters` are those of its constructor, in its order. `unused` are keys that mean nothing:
    inherited they fall away, written they are a mistake. `implied_by` are the statuses that
    choose the kind where no word does, `statuses` all that it can have. `framing` is the
    function of core that completes the header list; `has_body` says whether the body is known
    by then.
    """

    name: str
    about: str
    base: str = "Response"
    parameters: tuple[Parameter, ...]
    unused: tuple[str, ...] = ()
    status_code: int = 200
    statuses: Collection[int]
    implied_by: Collection[int] = ()
    framing: str = "complete_headers"
    has_body: bool = True


KINDS: Mapping[str, KindRow] = MappingProxyType(
    {
        row.name: row
        for row in (
            KindRow(
                name="body",
                about="a body",
                parameters=(CONTENT, STATUS_CODE, HEADERS, MEDIA_TYPE, BACKGROUND),
                statuses=WITH_BODY,
            ),
            KindRow(
                name="empty",
                about="no body",
                parameters=(
                    Parameter("content", TypeName("builtins", "None")),
                    STATUS_CODE,
                    HEADERS,
                    MEDIA_TYPE,
                    BACKGROUND,
                ),
                unused=("media_type", "charset", "content", "render"),
                statuses=WITH_BODY | BODYLESS,
                implied_by=BODYLESS,
            ),
        )
    }
)

DEFAULT = "body"
"""The kind where neither a word nor the status says one."""

PLANNED = frozenset({"file", "redirect", "stream"})
"""Words of the language that this version does not build."""


def implied(status_code: int | None) -> str | None:
    """The kind that a status has by itself."""
    return next(
        (row.name for row in KINDS.values() if status_code in row.implied_by), None
    )
