"""body: what a renderer makes of one content, and empty: nothing at all."""

from __future__ import annotations

from respgen.core.statuses import BODYLESS, WITH_BODY
from respgen.decoder.options import NoOptions
from respgen.kinds.kind import CONTENT, OTHERS, KindRow, Parameter, given
from respgen.specs.expressions import Value
from respgen.specs.types import TypeName

BODY = KindRow(
    name="body",
    about="a body",
    options=NoOptions,
    parameters=lambda options: (CONTENT, *OTHERS),
    arguments=lambda options: given(CONTENT, *OTHERS),
    statuses=WITH_BODY,
    templates=True,
)

# FastAPI gives a first argument to every class
_NOTHING = Parameter("content", TypeName("builtins", "None"))

EMPTY = KindRow(
    name="empty",
    sends="nothing",
    about="no body",
    options=NoOptions,
    unused=("media_type", "charset", "content", "render"),
    parameters=lambda options: (_NOTHING, *OTHERS),
    arguments=lambda options: (Value(None), *given(*OTHERS)),
    statuses=WITH_BODY | BODYLESS,
    implied_by=BODYLESS,
)
